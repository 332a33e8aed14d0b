package onebook.exchange;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Company;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Records;

/**
 * A whole book as it is handed over.
 *
 * @param software name and version of the program that wrote it
 */
public record Whole(Company company, ChartOfAccounts chart, Records records, String software) {
    private static final Period LAST = new Period(9999, 12);

    /** Every entry in order of number. */
    void each(Consumer<JournalEntry> taker) {
        try (Stream<JournalEntry> entries = records.entries(Set.of(), first(), LAST)) {
            entries.forEach(taker);
        }
    }

    /** The balances of every month; see {@link BalanceRoll}. */
    void roll(Consumer<List<BalanceRoll.Row>> months) {
        try (Stream<JournalEntry> entries = records.entries(Set.of(), first(), LAST)) {
            BalanceRoll.of(entries, records::find, months);
        }
    }

    private Period first() {
        return records.firstMonth().orElse(company.from());
    }
}
