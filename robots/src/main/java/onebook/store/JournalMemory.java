package onebook.store;

import java.util.ArrayList;
import java.util.List;
import onebook.ledger.JournalEntry;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;

/** The entries of a book that is small enough to be read whole when it is opened. */
final class JournalMemory {
    /** Beyond so many leaves entries are read from the file as they are asked for. */
    static final int MOST_LEAVES = 20_000;

    private final List<JournalEntry> entries = new ArrayList<>();
    private boolean isDamaged;

    static JournalMemory of(LeafTable leaves) {
        JournalMemory memory = new JournalMemory();
        leaves.each("entry", (index, body) -> memory.read(body));
        return memory;
    }

    private void read(byte[] body) {
        try {
            entries.add(Leaf.entryOf(Leaf.parse(body)));
        } catch (MalformedException broken) {
            isDamaged = true;
        }
    }

    /** False where the book has grown too large for it. */
    boolean keeps(JournalEntry entry) {
        entries.add(entry);
        return entries.size() <= MOST_LEAVES;
    }

    /** True where a leaf holds no readable entry. */
    boolean isDamaged() {
        return isDamaged;
    }

    /** In the order they were posted. */
    List<JournalEntry> entries() {
        return List.copyOf(entries);
    }
}
