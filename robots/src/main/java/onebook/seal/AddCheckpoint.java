package onebook.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log asks a witness for: the body of an add-checkpoint request (C2SP tlog-witness).
 *
 * @param oldSize the size of the head that the witness saw before; 0 for a first time
 * @param proof that the new head goes on from it (RFC 6962 section 2.1.2)
 * @param note the signed head
 */
public record AddCheckpoint(long oldSize, List<byte[]> proof, String note) {
    /** In bytes; what is longer is refused unread. */
    public static final int LONGEST = 65_536;
    private static final int MOST_HASHES = 63;
    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (oldSize < 0 || proof.size() > MOST_HASHES) {
            throw new MalformedException("a proof of more than 63 hashes");
        }
    }

    /** Requires a head of this log, and an older size of it. */
    public static AddCheckpoint of(MerkleLog log, long oldSize, String note) {
        return new AddCheckpoint(oldSize,
                log.consistency(oldSize, Checkpoint.claimed(note).size()), note);
    }

    /** What the note says, whoever signed it. */
    public Checkpoint head() {
        return Checkpoint.claimed(note);
    }

    public String text() {
        StringBuilder text = new StringBuilder("old " + oldSize + "\n");
        proof.forEach(hash -> text.append(Note.base64(hash)).append('\n'));
        return text.append('\n').append(note).toString();
    }

    /** Throws {@link MalformedException} on anything that {@link #text} would not write. */
    public static AddCheckpoint parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0 || text.length() > LONGEST) {
            throw new MalformedException("not an add-checkpoint request");
        }
        List<String> lines = Arrays.asList(text.substring(0, end).split("\n", -1));
        if (!OLD.matcher(lines.get(0)).matches() || lines.size() - 1 > MOST_HASHES) {
            throw new MalformedException("not an old size and at most 63 hashes");
        }
        List<byte[]> proof = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            byte[] hash = Note.unbase64(line);
            if (hash.length != MerkleLog.HASH_BYTES) {
                throw new MalformedException("a hash of %d bytes".formatted(hash.length));
            }
            proof.add(hash);
        }
        AddCheckpoint asked = new AddCheckpoint(
                Long.parseLong(lines.get(0).substring(4)), proof, text.substring(end + 2));
        asked.head();
        return asked;
    }
}
