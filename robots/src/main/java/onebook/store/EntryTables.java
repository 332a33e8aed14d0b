package onebook.store;

import java.util.List;
import java.util.Optional;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;

/** The tables of posted entries, rebuilt from their leaves: entry, posting and booked keys. */
final class EntryTables {
    private final BookFile file;

    EntryTables(BookFile file) {
        this.file = file;
    }

    void append(JournalEntry entry, List<String> keys, long leaf) {
        String number = entry.number().toString();
        int line = 0;
        for (Posting posting : entry.postings()) {
            file.run("INSERT INTO posting VALUES (?, ?, ?, ?, ?, ?, ?)", number, line++,
                    posting.account().value(), posting.side().name(), posting.amount().minor(),
                    posting.amount().currency(), posting.party());
        }
        file.run("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", number,
                entry.period().toString(), entry.number().sequence(), entry.date().toString(),
                entry.kind().name(), entry.summary(), entry.rule(), entry.proposal(),
                entry.takesBack().map(EntryNumber::toString).orElse(null), leaf);
        keys.forEach(key -> file.run("INSERT INTO booked VALUES (?, ?)", key, number));
    }

    List<EntryNumber> bookedAs(String key) {
        return file.all("SELECT entry FROM booked WHERE key = ? ORDER BY entry",
                row -> EntryNumber.parse(row.getString(1)), key);
    }

    List<String> keysOf(EntryNumber number) {
        return file.all("SELECT key FROM booked WHERE entry = ? ORDER BY key",
                row -> row.getString(1), number.toString());
    }

    Optional<EntryNumber> of(String proposal) {
        return file.one("SELECT number FROM entry WHERE proposal = ?",
                row -> EntryNumber.parse(row.getString(1)), proposal);
    }

    long leafOf(EntryNumber number) {
        return file.one("SELECT leaf FROM entry WHERE number = ?", row -> row.getLong(1),
                number.toString()).orElseThrow();
    }
}
