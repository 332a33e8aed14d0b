package onebook.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import onebook.seal.Leaf;
import onebook.seal.MerkleLog;
import onebook.seal.TreeEdge;

/** The leaves of the log in the order they were written, and the edge of their tree. */
final class LeafTable {
    /** So many leaves are hashed again when a book opens, at most. */
    private static final int EDGE_EVERY = 4096;

    private final BookFile file;
    private TreeEdge edge = new TreeEdge();
    private long edgeKept;

    LeafTable(BookFile file) {
        this.file = file;
    }

    /** Reads the edge of what was committed. */
    void remember() {
        file.refresh();
        Optional<TreeEdge> kept = file.one(
                "SELECT size, hashes FROM edge ORDER BY size DESC LIMIT 1",
                row -> new TreeEdge(row.getLong(1), row.getBytes(2)));
        edge = kept.orElseGet(TreeEdge::new);
        edgeKept = edge.size();
        file.each("SELECT hash FROM leaf WHERE n >= ? ORDER BY n",
                row -> edge.append(row.getBytes(1)), edgeKept);
    }

    void append(String kind, byte[] body) {
        if (!file.isInTransaction()) {
            throw new IllegalStateException("a leaf is written within a transaction");
        }
        byte[] hash = Leaf.hash(body);
        file.later("INSERT INTO leaf VALUES (?, ?, ?, ?)", edge.size(), kind, body, hash);
        edge.append(hash);
    }

    /** Keeps the edge where many leaves came since the last. */
    void flush() {
        if (edge.size() - edgeKept >= EDGE_EVERY) {
            keepEdge();
        }
    }

    /** Keeps a signed head of the log as it stands. */
    void sign(String note) {
        file.run("INSERT INTO checkpoint VALUES (?, ?)", edge.size(), note);
        keepEdge();
        file.keepHead(note);
    }

    private void keepEdge() {
        if (edge.size() > edgeKept) {
            file.run("INSERT INTO edge VALUES (?, ?)", edge.size(), edge.bytes());
            edgeKept = edge.size();
        }
    }

    TreeEdge edge() {
        return edge;
    }

    /** The whole tree, for proofs: 64 bytes a leaf. */
    MerkleLog log() {
        MerkleLog log = new MerkleLog();
        file.each("SELECT hash FROM leaf ORDER BY n", row -> log.appendHash(row.getBytes(1)));
        return log;
    }

    List<byte[]> bodies() {
        return file.all("SELECT body FROM leaf ORDER BY n", row -> row.getBytes(1));
    }

    /** Place and body of each leaf of a kind, in order. */
    void each(String kind, BiConsumer<Long, byte[]> reader) {
        file.each("SELECT n, body FROM leaf WHERE kind = ? ORDER BY n",
                row -> reader.accept(row.getLong(1), row.getBytes(2)), kind);
    }

    Optional<byte[]> body(long index) {
        return file.one("SELECT body FROM leaf WHERE n = ?", row -> row.getBytes(1), index);
    }

    /** How many leaves there are of each kind. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        file.each("SELECT kind, count(*) FROM leaf GROUP BY kind ORDER BY kind",
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }
}
