package onebook.seal;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A witness's public key, known from outside: who saw the head of a log at some time and found it
 * to be the log it saw before (C2SP tlog-cosignature, cosignature/v1).
 */
public final class Witness {
    private static final int TIME_BYTES = Long.BYTES;

    private final Vkey vkey;
    private final PublicKey key;

    private Witness(Vkey vkey) {
        this.vkey = vkey;
        this.key = Ed25519.publicKey(vkey.raw());
    }

    /** Throws {@link MalformedException} where it is no witness's vkey or its key id is wrong. */
    public static Witness parse(String vkey) {
        return new Witness(Vkey.parse(vkey, Vkey.WITNESS));
    }

    public String name() {
        return vkey.name();
    }

    public String vkey() {
        return vkey.text();
    }

    /** True where both are the same key, whatever they are called. */
    public boolean hasKeyOf(Witness other) {
        return vkey.isSameKey(other.vkey);
    }

    /**
     * When this witness cosigned the note's text; empty where it did not. Lines of other keys are
     * ignored; two lines of this key, or one that fails, are none.
     */
    public Optional<Instant> cosigned(String note) {
        return Note.signedBy(vkey, note).flatMap(this::seen);
    }

    /** The line by which it did; empty where it did not. */
    public Optional<String> line(String note) {
        return cosigned(note).flatMap(at -> Note.signedBy(vkey, note))
                .map(signed -> Note.line(vkey.name(), vkey.id(), signed.signature()));
    }

    private Optional<Instant> seen(Note.Signed signed) {
        if (signed.signature().length != TIME_BYTES + Ed25519.SIGNATURE_BYTES) {
            return Optional.empty();
        }
        ByteBuffer stamped = ByteBuffer.wrap(signed.signature());
        long seconds = stamped.getLong();
        byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
        stamped.get(signature);
        return seconds > 0 && seconds <= Instant.MAX.getEpochSecond()
                && Ed25519.isSigned(key, message(seconds, signed.body()), signature)
                ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
    }

    /** What a witness signs. */
    static byte[] message(long seconds, String body) {
        return CanonicalJson.utf8("cosignature/v1\ntime " + seconds + "\n" + body);
    }

    static byte[] stamped(long seconds, byte[] signature) {
        return ByteBuffer.allocate(TIME_BYTES + signature.length).putLong(seconds).put(signature)
                .array();
    }
}
