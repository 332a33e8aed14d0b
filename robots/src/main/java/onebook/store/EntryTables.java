package onebook.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.seal.Leaf;

/** The tables of posted entries, rebuilt from their leaves: entry, posting and booked keys. */
final class EntryTables {
    private final BookFile file;
    private final Map<Period, Integer> sequences = new HashMap<>();

    EntryTables(BookFile file) {
        this.file = file;
    }

    /** Forgets what was not committed. */
    void remember() {
        sequences.clear();
    }

    void append(JournalEntry entry, long leaf) {
        EntryNumber number = entry.number();
        String period = number.period().toString();
        int line = 0;
        for (Posting posting : entry.postings()) {
            file.run("INSERT INTO posting VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    posting.account().value(), period, number.sequence(), line++,
                    posting.side().name(), posting.amount().minor(), posting.amount().currency(),
                    posting.party());
        }
        file.run("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", period,
                number.sequence(), number.toString(), entry.date().toString(), entry.kind().name(),
                entry.summary(), entry.rule(), entry.proposal(),
                entry.corrects().map(EntryNumber::toString).orElse(null), leaf);
        entry.keys().forEach(key ->
                file.run("INSERT INTO booked VALUES (?, ?)", key, number.toString()));
        sequences.put(number.period(), number.sequence());
    }

    int lastSequence(Period period) {
        return sequences.computeIfAbsent(period, month -> file.one(
                "SELECT sequence FROM entry WHERE period = ? ORDER BY sequence DESC LIMIT 1",
                row -> row.getInt(1), month.toString()).orElse(0));
    }

    boolean isResolved(String proposal) {
        return file.one("SELECT 1 FROM entry WHERE proposal = ?1"
                + " UNION ALL SELECT 1 FROM rejected WHERE item = ?1 LIMIT 1", row -> 1, proposal)
                .isPresent();
    }

    Optional<EntryNumber> correctionOf(EntryNumber number) {
        return file.one("SELECT number FROM entry WHERE corrects = ? AND kind = 'CORRECTION'",
                row -> EntryNumber.parse(row.getString(1)), number.toString());
    }

    List<EntryNumber> bookedAs(String key) {
        return file.all("SELECT entry FROM booked WHERE key = ? ORDER BY entry",
                row -> EntryNumber.parse(row.getString(1)), key);
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

    /** In order of number. Close it. */
    Stream<JournalEntry> entries(Period from, Period to) {
        return file.stream("SELECT body FROM entry JOIN leaf ON n = leaf"
                + " WHERE period BETWEEN ? AND ? ORDER BY period, sequence",
                row -> entry(row.getBytes(1)), from.toString(), to.toString());
    }

    /** Those that post to one of the accounts or a detail of one. Close it. */
    Stream<JournalEntry> entries(Set<AccountCode> accounts, Period from, Period to) {
        if (accounts.isEmpty()) {
            return entries(from, to);
        }
        StringBuilder codes = new StringBuilder();
        for (AccountCode code : accounts) { // a code is digits and dots; '/' comes after '.'
            codes.append(codes.length() == 0 ? "" : " OR ").append("account = '").append(code)
                    .append("' OR account > '").append(code).append(".' AND account < '")
                    .append(code).append("/'");
        }
        return file.stream("SELECT body FROM (SELECT DISTINCT period, sequence FROM posting WHERE ("
                + codes + ") AND period BETWEEN ? AND ?) JOIN entry USING (period, sequence)"
                + " JOIN leaf ON n = leaf ORDER BY period, sequence",
                row -> entry(row.getBytes(1)), from.toString(), to.toString());
    }

    Optional<Period> firstMonth() {
        return file.one("SELECT period FROM entry ORDER BY period LIMIT 1",
                row -> Period.parse(row.getString(1)));
    }

    private static JournalEntry entry(byte[] body) {
        return Leaf.entryOf(Leaf.parse(body));
    }
}
