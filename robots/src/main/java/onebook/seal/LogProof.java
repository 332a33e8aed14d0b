package onebook.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file that shows, without the log, that a leaf stands in it: C2SP tlog-proof@v1. Read in one
 * form only, so that no character of it is without meaning.
 *
 * @param extra what nobody vouches for; empty in every proof that this program writes
 * @param index place of the leaf
 * @param hashes from the leaf's sibling to the root's child, 32 bytes each
 * @param checkpointNote the signed head, as the log and its witnesses signed it
 */
public record LogProof(Optional<byte[]> extra, long index, List<byte[]> hashes,
        String checkpointNote) {
    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int LONGEST = 1 << 20;

    /** Throws {@link MalformedException} where a value has no place in such a file. */
    public LogProof {
        hashes = List.copyOf(hashes);
        boolean areHashes = hashes.size() < Long.SIZE
                && hashes.stream().allMatch(hash -> hash.length == MerkleLog.HASH_BYTES);
        if (index < 0 || !areHashes) {
            throw new MalformedException("not a proof of leaf " + index);
        }
        Checkpoint.parse(Note.split(checkpointNote).body());
    }

    /** Of a leaf in the tree that the note's head speaks of; the log may have grown since. */
    public static LogProof of(MerkleLog log, long index, String checkpointNote) {
        Checkpoint head = Checkpoint.parse(Note.split(checkpointNote).body());
        return new LogProof(Optional.empty(), index, log.inclusion(index, head.size()),
                checkpointNote);
    }

    /** Throws {@link MalformedException} on anything that {@link #text} would not write. */
    public static LogProof parse(String text) {
        int end = text.indexOf("\n\n");
        if (text.length() > LONGEST || end < 0) {
            throw new MalformedException("not a proof of a log");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
        if (!lines.remove(0).equals(FIRST)) {
            throw new MalformedException("not a proof of the form " + FIRST);
        }
        Optional<byte[]> extra = Optional.empty();
        if (!lines.isEmpty() && lines.get(0).startsWith(EXTRA)) {
            extra = Optional.of(Note.unbase64(lines.remove(0).substring(EXTRA.length())));
        }
        if (lines.isEmpty() || !lines.get(0).startsWith(INDEX)) {
            throw new MalformedException("a proof without a place");
        }
        String index = lines.remove(0).substring(INDEX.length());
        if (!NUMBER.matcher(index).matches()) {
            throw new MalformedException("not a place in a log: " + index);
        }
        return new LogProof(extra, Long.parseLong(index),
                lines.stream().map(Note::unbase64).toList(), text.substring(end + 2));
    }

    /** The whole file. */
    public String text() {
        StringBuilder text = new StringBuilder(FIRST + "\n");
        extra.ifPresent(bytes -> text.append(EXTRA).append(Note.base64(bytes)).append('\n'));
        text.append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> text.append(Note.base64(hash)).append('\n'));
        return text.append('\n').append(checkpointNote).toString();
    }

    /** The head the proof leads to; who signed it is another question. */
    public Checkpoint checkpoint() {
        return Checkpoint.parse(Note.split(checkpointNote).body());
    }

    /** Whether these bytes stand at the place in the log of that head. */
    public boolean proves(byte[] leaf) {
        Checkpoint head = checkpoint();
        return MerkleLog.verifyInclusion(MerkleLog.leafHash(leaf), index, head.size(), hashes,
                head.root());
    }
}
