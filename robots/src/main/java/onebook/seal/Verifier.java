package onebook.seal;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Somebody's public key, known from outside, which opens notes. */
public final class Verifier {
    private final Vkey vkey;
    private final PublicKey key;

    private Verifier(Vkey vkey) {
        this.vkey = vkey;
        this.key = Ed25519.publicKey(vkey.raw());
    }

    /** Throws {@link MalformedException} where it is no Ed25519 vkey or its key id is wrong. */
    public static Verifier parse(String vkey) {
        return new Verifier(Vkey.parse(vkey, Vkey.LOG));
    }

    /** The key's name, which is the origin of the log. */
    public String name() {
        return vkey.name();
    }

    public String vkey() {
        return vkey.text();
    }

    /** True where both are the same key, whatever they are called. */
    public boolean hasKeyOf(Verifier other) {
        return Arrays.equals(vkey.raw(), other.vkey.raw());
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
        List<Note.SignatureLine> mine = parts.signatures().stream().filter(vkey::signed).toList();
        return mine.size() == 1 && Ed25519.isSigned(key,
                CanonicalJson.utf8(parts.body()), mine.get(0).signature())
                ? Optional.of(parts.body()) : Optional.empty();
    }
}
