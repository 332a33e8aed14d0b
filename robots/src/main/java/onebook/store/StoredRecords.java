package onebook.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Records;

/** What a journal has, as books and statements ask for it: from sums it keeps and by index. */
final class StoredRecords implements Records {
    private final EntryTables entries;
    private final EntryQueries queries;
    private final MonthSums sums;

    StoredRecords(EntryTables entries, EntryQueries queries, MonthSums sums) {
        this.entries = entries;
        this.queries = queries;
        this.sums = sums;
    }

    @Override
    public Balances balances(Part part, Period from, Period to) {
        return sums.balances(part, from, to);
    }

    @Override
    public Stream<JournalEntry> entries(Set<AccountCode> accounts, Period from, Period to) {
        return queries.entries(accounts, from, to);
    }

    @Override
    public long count(Query query) {
        return queries.count(query);
    }

    @Override
    public List<JournalEntry> window(Query query, long skip, int most) {
        return queries.window(query, skip, most);
    }

    @Override
    public Optional<JournalEntry> find(EntryNumber number) {
        return entries.find(number);
    }

    @Override
    public Optional<Period> firstMonth() {
        return entries.firstMonth();
    }
}
