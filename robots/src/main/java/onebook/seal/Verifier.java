package onebook.seal;

import java.security.PublicKey;
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
        return vkey.isSameKey(other.vkey);
    }

    /**
     * The text of a note that this key signed; empty for anything else. Lines of other keys are
     * ignored; two lines of this key, or one that fails, make the whole note worthless.
     */
    public Optional<String> open(String note) {
        return Note.signedBy(vkey, note)
                .filter(signed -> Ed25519.isSigned(key, CanonicalJson.utf8(signed.body()),
                        signed.signature())).map(Note.Signed::body);
    }

    /** The note with this key's line alone; empty for anything this key did not sign. */
    public Optional<String> bare(String note) {
        return open(note).flatMap(body -> Note.signedBy(vkey, note))
                .map(signed -> signed.body() + "\n"
                        + Note.line(vkey.name(), vkey.id(), signed.signature()));
    }
}
