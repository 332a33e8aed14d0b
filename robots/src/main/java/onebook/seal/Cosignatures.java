package onebook.seal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What witnesses answer, put below the head that they saw. Whose key a line is of is not known
 * here: who relies on it knows the witness from outside ({@link Witness}).
 */
public final class Cosignatures {
    private static final int BYTES = Long.BYTES + Ed25519.SIGNATURE_BYTES;

    private Cosignatures() { }

    /**
     * The note with the lines of an answer that have the form of a cosignature and are not there.
     * Throws {@link MalformedException} where the answer is no signature lines.
     */
    public static String joined(String note, String answer) {
        Note.Parts parts = Note.split(note);
        StringBuilder all = new StringBuilder(note);
        for (Note.SignatureLine line : Note.split(parts.body() + "\n" + answer).signatures()) {
            String text = Note.line(line.name(), line.keyId(), line.signature());
            if (line.signature().length == BYTES && all.indexOf("\n" + text) < 0) {
                all.append(text);
            }
        }
        Note.split(all.toString());
        return all.toString();
    }

    /** Who is said to have seen the head, and when. */
    public record Claim(String name, Instant at) { }

    /** What the lines say that have the form of a cosignature; nobody has checked them. */
    public static List<Claim> claimed(String note) {
        List<Claim> claims = new ArrayList<>();
        for (Note.SignatureLine line : Note.split(note).signatures()) {
            long seconds = line.signature().length == BYTES
                    ? ByteBuffer.wrap(line.signature()).getLong() : 0;
            if (seconds > 0 && seconds <= Instant.MAX.getEpochSecond()) {
                claims.add(new Claim(line.name(), Instant.ofEpochSecond(seconds)));
            }
        }
        return claims;
    }
}
