package onebook.seal;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The form of C2SP signed notes: a text, an empty line, signature lines. */
final class Note {
    static final int KEY_ID_BYTES = 4;
    private static final int MOST_SIGNATURES = 64;
    private static final int LONGEST = 1 << 20;

    /** One signature line: key id and signature are as decoded, not yet compared with any key. */
    record SignatureLine(String name, byte[] keyId, byte[] signature) { }

    /** A note taken apart; says nothing about who signed. */
    record Parts(String body, List<SignatureLine> signatures) { }

    private Note() { }

    /** Throws {@link MalformedException} where the text is no note. */
    static Parts split(String note) {
        int end = note.lastIndexOf("\n\n");
        if (note.length() > LONGEST || end < 0 || !note.endsWith("\n") || !isText(note)) {
            throw new MalformedException("not a signed note");
        }
        List<SignatureLine> signatures = new ArrayList<>();
        String[] lines = note.substring(end + 2).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new MalformedException("too many signatures");
        }
        for (String line : Arrays.asList(lines).subList(0, lines.length - 1)) {
            signatures.add(signature(line));
        }
        return new Parts(note.substring(0, end + 1), signatures);
    }

    // — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng…
    private static SignatureLine signature(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !words[0].equals("—") || !isKeyName(words[1])) {
            throw new MalformedException("not a signature line");
        }
        byte[] bytes = unbase64(words[2]);
        if (bytes.length <= KEY_ID_BYTES) {
            throw new MalformedException("a signature without content");
        }
        return new SignatureLine(words[1], Arrays.copyOf(bytes, KEY_ID_BYTES),
                Arrays.copyOfRange(bytes, KEY_ID_BYTES, bytes.length));
    }

    /** What a key signed: the text, and the only line of that key. */
    record Signed(String body, byte[] signature) { }

    /**
     * Empty where the text is no note, or not one line is of this key: lines of other keys are
     * ignored, two of this one make the note worthless. Says nothing about whether the line holds.
     */
    static Optional<Signed> signedBy(Vkey vkey, String note) {
        Parts parts;
        try {
            parts = split(note);
        } catch (MalformedException wrong) {
            return Optional.empty();
        }
        byte[] id = vkey.id();
        List<SignatureLine> mine = parts.signatures().stream().filter(line ->
                line.name().equals(vkey.name()) && MessageDigest.isEqual(line.keyId(), id))
                .toList();
        return mine.size() == 1 ? Optional.of(new Signed(parts.body(), mine.get(0).signature()))
                : Optional.empty();
    }

    static String line(String name, byte[] keyId, byte[] signature) {
        byte[] both = Arrays.copyOf(keyId, KEY_ID_BYTES + signature.length);
        System.arraycopy(signature, 0, both, KEY_ID_BYTES, signature.length);
        return "— " + name + " " + base64(both) + "\n";
    }

    /** No control characters but newline, and no half surrogates. */
    static boolean isText(String text) {
        if (text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            return false;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int type = Character.getType(text.codePointAt(i));
            if (type == Character.SURROGATE) {
                return false;
            }
        }
        return true;
    }

    static boolean isKeyName(String name) {
        return !name.isEmpty() && isText(name) && name.codePoints().noneMatch(
                c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Only what {@link #base64} would write: padding there, unused bits zero. */
    static byte[] unbase64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException wrong) {
            throw new MalformedException("not base64", wrong);
        }
        throw new MalformedException("not base64 in canonical form");
    }
}
