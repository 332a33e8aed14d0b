package onebook.seal;

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

    /** The names of those whose lines have the form of a cosignature. */
    public static List<String> names(String note) {
        List<String> names = new ArrayList<>();
        Note.split(note).signatures().stream().filter(line -> line.signature().length == BYTES)
                .forEach(line -> names.add(line.name()));
        return names;
    }
}
