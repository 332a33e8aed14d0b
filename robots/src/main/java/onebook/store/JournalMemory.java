package onebook.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.MerkleLog;

/** What a journal knows without asking its file: the log and every entry its leaves hold. */
final class JournalMemory {
    private final MerkleLog log = new MerkleLog();
    private final Map<EntryNumber, JournalEntry> entries = new LinkedHashMap<>();
    private final Map<EntryNumber, EntryNumber> corrections = new HashMap<>();
    private final Map<Period, Integer> sequences = new HashMap<>();
    private boolean isDamaged;

    /** What was committed to the file; empty for a new one. */
    static JournalMemory of(BookFile file) {
        JournalMemory memory = new JournalMemory();
        file.all("SELECT hash FROM leaf ORDER BY n", row -> row.getBytes(1))
                .forEach(memory.log::appendHash);
        file.all("SELECT body FROM leaf WHERE kind = 'entry' ORDER BY n", row -> row.getBytes(1))
                .forEach(memory::keep);
        return memory;
    }

    private void keep(byte[] body) {
        try {
            keep(Leaf.entryOf(Leaf.parse(body)));
        } catch (MalformedException broken) {
            isDamaged = true;
        }
    }

    void keep(JournalEntry entry) {
        entries.put(entry.number(), entry);
        entry.takesBack().ifPresent(wrong -> corrections.put(wrong, entry.number()));
        sequences.merge(entry.period(), entry.number().sequence(), Math::max);
    }

    MerkleLog log() {
        return log;
    }

    /** True where a leaf of the file holds no readable entry. */
    boolean isDamaged() {
        return isDamaged;
    }

    /** In the order they were posted. */
    List<JournalEntry> entries() {
        return List.copyOf(entries.values());
    }

    Optional<JournalEntry> find(EntryNumber number) {
        return Optional.ofNullable(entries.get(number));
    }

    Optional<EntryNumber> correctionOf(EntryNumber number) {
        return Optional.ofNullable(corrections.get(number));
    }

    int lastSequence(Period period) {
        return sequences.getOrDefault(period, 0);
    }
}
