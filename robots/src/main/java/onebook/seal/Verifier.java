package onebook.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's public key, known from outside, which opens notes. */
public final class Verifier {
    private static final int SIGNATURE_BYTES = 64;
    private static final int KEY_BYTES = 32;
    /** SubjectPublicKeyInfo of an Ed25519 key is this and the 32 bytes (RFC 8410). */
    static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    // PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW
    private static final Pattern VKEY = Pattern.compile(
            "([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+=*)");

    private final String name;
    private final byte[] keyId;
    private final byte[] raw;
    private final PublicKey key;

    private Verifier(String name, byte[] raw) {
        this.name = name;
        this.raw = raw;
        this.keyId = Note.keyId(name, raw);
        this.key = publicKey(raw);
    }

    /** Throws {@link MalformedException} where it is no Ed25519 vkey or its key id is wrong. */
    public static Verifier parse(String vkey) {
        Matcher form = VKEY.matcher(vkey);
        if (!form.matches() || !Note.isKeyName(form.group(1))) {
            throw new MalformedException("not a vkey");
        }
        byte[] key = Note.unbase64(form.group(3));
        if (key.length != KEY_BYTES + 1 || key[0] != Note.ED25519) {
            throw new MalformedException("not an Ed25519 vkey");
        }
        Verifier verifier = new Verifier(form.group(1), Arrays.copyOfRange(key, 1, key.length));
        if (!verifier.vkey().equals(vkey)) {
            throw new MalformedException("the key id is not the key's");
        }
        return verifier;
    }

    /** The key's name, which is the origin of the log. */
    public String name() {
        return name;
    }

    public String vkey() {
        return vkey(name, raw);
    }

    /** True where both are the same key, whatever they are called. */
    public boolean hasKeyOf(Verifier other) {
        return Arrays.equals(raw, other.raw);
    }

    static String vkey(String name, byte[] raw) {
        byte[] typed = new byte[raw.length + 1];
        typed[0] = Note.ED25519;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name + "+" + HexFormat.of().formatHex(Note.keyId(name, raw)) + "+"
                + Note.base64(typed);
    }

    /**
     * The text of a note that this key signed; empty for anything else. Lines of other keys are
     * ignored; two lines of this key, or one that fails, make the whole note worthless.
     */
    public Optional<String> open(String note) {
        Note.Parts parts;
        try {
            parts = Note.split(note);
        } catch (MalformedException wrong) {
            return Optional.empty();
        }
        List<Note.SignatureLine> mine = parts.signatures().stream().filter(this::isMine).toList();
        return mine.size() == 1 && signed(parts.body(), mine.get(0).signature())
                ? Optional.of(parts.body()) : Optional.empty();
    }

    private boolean isMine(Note.SignatureLine line) {
        return line.name().equals(name) && MessageDigest.isEqual(line.keyId(), keyId);
    }

    /** The length is checked here, because JDK 17 takes a signature with a zero byte behind it. */
    private boolean signed(String body, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(CanonicalJson.utf8(body));
            return check.verify(signature);
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] raw) {
        byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + raw.length);
        System.arraycopy(raw, 0, encoded, SPKI.length, raw.length);
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException wrong) {
            throw new MalformedException("not an Ed25519 key", wrong);
        }
    }
}
