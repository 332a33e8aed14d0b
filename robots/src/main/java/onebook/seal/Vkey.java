package onebook.seal;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key as others keep it: name, key id and key of a C2SP signed note.
 *
 * @param type what it signs: {@link #LOG} or {@link #WITNESS}
 * @param raw 32 bytes
 */
record Vkey(String name, byte type, byte[] raw) {
    static final byte LOG = 1;
    static final byte WITNESS = 4;
    // PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW
    private static final Pattern FORM = Pattern.compile(
            "([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+=*)");

    /** Throws {@link MalformedException} where it is no key of this type or its id is wrong. */
    static Vkey parse(String text, byte type) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !Note.isKeyName(form.group(1))) {
            throw new MalformedException("not a vkey");
        }
        byte[] key = Note.unbase64(form.group(3));
        if (key.length != Ed25519.KEY_BYTES + 1 || key[0] != type) {
            throw new MalformedException("not an Ed25519 vkey of type " + type);
        }
        Vkey vkey = new Vkey(form.group(1), type, Arrays.copyOfRange(key, 1, key.length));
        if (!vkey.text().equals(text)) {
            throw new MalformedException("the key id is not the key's");
        }
        return vkey;
    }

    /** SHA-256(name || 0A || type || key), first four bytes. */
    byte[] id() {
        MessageDigest digest = Sha256.digest();
        digest.update(CanonicalJson.utf8(name));
        digest.update((byte) '\n');
        digest.update(type);
        return Arrays.copyOf(digest.digest(raw), Note.KEY_ID_BYTES);
    }

    String text() {
        byte[] typed = new byte[raw.length + 1];
        typed[0] = type;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + Note.base64(typed);
    }

    /** True where both are the same key, whatever they are called and sign. */
    boolean isSameKey(Vkey other) {
        return Arrays.equals(raw, other.raw);
    }
}
