package onebook.seal;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The head of the log at one size: the three lines of a C2SP tlog-checkpoint, no extension lines.
 *
 * @param origin which log ("books.onebook.cn/cn/9133…/statutory"); the name of its key
 * @param root 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    public Checkpoint {
        if (!Note.isKeyName(origin) || size < 0 || root.length != MerkleLog.HASH_BYTES) {
            throw new MalformedException("not a checkpoint: %s, %d".formatted(origin, size));
        }
        root = root.clone();
    }

    public static Checkpoint of(String origin, MerkleLog log) {
        return new Checkpoint(origin, log.size(), log.root());
    }

    public static Checkpoint of(String origin, TreeEdge edge) {
        return new Checkpoint(origin, edge.size(), edge.root());
    }

    @Override
    public byte[] root() {
        return root.clone();
    }

    /** What is signed. */
    public String body() {
        return "%s\n%d\n%s\n".formatted(origin, size, Note.base64(root));
    }

    public static Checkpoint parse(String body) {
        String[] lines = body.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty() || !SIZE.matcher(lines[1]).matches()) {
            throw new MalformedException("not the three lines of a checkpoint");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Note.unbase64(lines[2]));
    }

    /**
     * What a note says, whoever signed it. Throws {@link MalformedException} where it is none.
     */
    public static Checkpoint claimed(String note) {
        return parse(Note.split(note).body());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that && origin.equals(that.origin) && size == that.size
                && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(root);
    }
}
