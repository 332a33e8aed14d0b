package onebook.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.seal.Fingerprints;
import onebook.seal.Leaf;

/** The tables of posted entries, rebuilt from their leaves: entry, posting and booked keys. */
final class EntryTables {
    private final BookFile file;
    private final Map<Period, Integer> sequences = new HashMap<>();
    /** Proposals and keys of entries that a peek into the file may not see yet. */
    private Set<String> recent = new HashSet<>();
    private Set<String> before = new HashSet<>();
    private long batch;
    /** Where there was nothing before: all that is in the file. */
    private Fingerprints added = new Fingerprints();
    private boolean wasFilled;

    EntryTables(BookFile file) {
        this.file = file;
    }

    /** Forgets what was not committed. */
    void remember() {
        sequences.clear();
        recent.clear();
        before.clear();
        added = new Fingerprints();
        wasFilled = file.isReadOnly() || file.has("SELECT 1 FROM entry UNION ALL"
                + " SELECT 1 FROM booked UNION ALL SELECT 1 FROM rejected LIMIT 1");
    }

    void append(JournalEntry entry, long leaf) {
        EntryNumber number = entry.number();
        String period = number.period().toString();
        int line = 0;
        for (Posting posting : entry.postings()) {
            file.later("INSERT INTO posting VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    posting.account().value(), period, number.sequence(), line++,
                    posting.side().name(), posting.amount().minor(), posting.amount().currency(),
                    posting.party());
        }
        file.later("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", period,
                number.sequence(), number.toString(), entry.date().toString(), entry.kind().name(),
                entry.summary(), entry.rule(), entry.proposal(),
                entry.corrects().map(EntryNumber::toString).orElse(null), leaf);
        entry.keys().forEach(key ->
                file.later("INSERT INTO booked VALUES (?, ?)", key, number.toString()));
        file.whole();
        sequences.put(number.period(), number.sequence());
        if (file.batches() != batch) {
            batch = file.batches();
            before = recent;
            recent = new HashSet<>();
        }
        recent.add(entry.proposal());
        recent.addAll(entry.keys());
        mark(entry.proposal());
        entry.keys().forEach(this::mark);
    }

    void reject(String item, String reason, long leaf) {
        file.run("INSERT INTO rejected VALUES (?, ?, ?)", item, reason, leaf);
        mark(item);
    }

    private void mark(String proposalOrKey) {
        if (!wasFilled) {
            added.add(proposalOrKey);
        }
    }

    boolean isEmpty() {
        return !wasFilled && recent.isEmpty() && before.isEmpty();
    }

    /** False where it is certain that the file has it not; saves most questions of an import. */
    private boolean mayBeInFile(String proposalOrKey) {
        return wasFilled || added.mayContain(proposalOrKey);
    }

    private boolean isRecent(String proposalOrKey) {
        return recent.contains(proposalOrKey) || before.contains(proposalOrKey);
    }

    int lastSequence(Period period) {
        // what was appended since is in the map
        return sequences.computeIfAbsent(period, month -> file.peek(
                "SELECT sequence FROM entry WHERE period = ? ORDER BY sequence DESC LIMIT 1",
                row -> row.getInt(1), month.toString()).orElse(0));
    }

    boolean isResolved(String proposal) {
        return isRecent(proposal) || mayBeInFile(proposal) && file.has(
                "SELECT 1 FROM entry WHERE proposal = ?1 UNION ALL"
                + " SELECT 1 FROM rejected WHERE item = ?1 LIMIT 1", proposal);
    }

    Optional<EntryNumber> correctionOf(EntryNumber number) {
        return file.one("SELECT number FROM entry WHERE corrects = ? AND kind = 'CORRECTION'",
                row -> EntryNumber.parse(row.getString(1)), number.toString());
    }

    /** The entry that booked the key and was not taken back. */
    Optional<EntryNumber> standingAs(String key) {
        return bookedAs(key).stream().filter(entry -> correctionOf(entry).isEmpty()).findFirst();
    }

    List<EntryNumber> bookedAs(String key) {
        boolean mayBe = isRecent(key)
                || mayBeInFile(key) && file.has("SELECT 1 FROM booked WHERE key = ? LIMIT 1", key);
        return !mayBe ? List.of() : file.all("SELECT entry FROM booked WHERE key = ?"
                + " ORDER BY entry", row -> EntryNumber.parse(row.getString(1)), key);
    }

    List<String> keysOf(EntryNumber number) {
        return find(number).map(JournalEntry::keys).orElse(List.of());
    }

    Optional<EntryNumber> of(String proposal) {
        return file.one("SELECT number FROM entry WHERE proposal = ?",
                row -> EntryNumber.parse(row.getString(1)), proposal);
    }

    Optional<JournalEntry> find(EntryNumber number) {
        return file.one("SELECT body FROM entry JOIN leaf ON n = leaf"
                + " WHERE period = ? AND sequence = ?", row -> entry(row.getBytes(1)),
                number.period().toString(), number.sequence());
    }

    long leafOf(EntryNumber number) {
        return file.one("SELECT leaf FROM entry WHERE period = ? AND sequence = ?",
                row -> row.getLong(1), number.period().toString(), number.sequence())
                .orElseThrow();
    }

    Optional<Period> firstMonth() {
        return file.one("SELECT period FROM entry ORDER BY period LIMIT 1",
                row -> Period.parse(row.getString(1)));
    }

    static JournalEntry entry(byte[] body) {
        return Leaf.entryOf(Leaf.parse(body));
    }
}
