package onebook.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Records;

/** Records that several statements are made of at one time: no sum is asked for twice. */
final class AskedOnce implements Records {
    private final Records records;
    private final Map<Slice, Balances> known = new HashMap<>();

    AskedOnce(Records records) {
        this.records = records;
    }

    @Override
    public Balances balances(Part part, Period from, Period to) {
        return known.computeIfAbsent(new Slice(Set.of(part), from, to),
                slice -> records.balances(part, from, to));
    }

    @Override
    public Stream<JournalEntry> entries(Set<AccountCode> accounts, Period from, Period to) {
        return records.entries(accounts, from, to);
    }

    @Override
    public long count(Query query) {
        return records.count(query);
    }

    @Override
    public List<JournalEntry> window(Query query, long skip, int most) {
        return records.window(query, skip, most);
    }

    @Override
    public Optional<JournalEntry> find(EntryNumber number) {
        return records.find(number);
    }

    @Override
    public Optional<Period> firstMonth() {
        return records.firstMonth();
    }
}
