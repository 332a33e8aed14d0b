package onebook.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.Balances.Turnover;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records.Part;
import onebook.ledger.Side;

/**
 * What each account and party turned over in each month: kept with the entries, so that a trial
 * balance of a large book is a matter of some thousand sums. {@link BookAudit} adds them up again.
 */
final class MonthSums {
    /** One row of the table. */
    record Key(Period period, Part part, AccountCode account, String party) { }

    private record Asked(Part part, Period from, Period to) { }

    /** Debit and credit in fen; grows in place. */
    static final class Sum {
        private long debit;
        private long credit;

        void add(Posting line) {
            if (line.side() == Side.DEBIT) {
                debit = Math.addExact(debit, line.amount().minor());
            } else {
                credit = Math.addExact(credit, line.amount().minor());
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Sum sum && sum.debit == debit && sum.credit == credit;
        }

        @Override
        public int hashCode() {
            return Objects.hash(debit, credit);
        }
    }

    private final BookFile file;
    private final Map<Key, Sum> since = new HashMap<>();
    private final Map<Asked, Balances> answered = new HashMap<>();

    MonthSums(BookFile file) {
        this.file = file;
    }

    /** Forgets what was not committed. */
    void remember() {
        since.clear();
        answered.clear();
    }

    void add(JournalEntry entry, Part part) {
        add(entry, part, since);
        answered.clear();
    }

    static void add(JournalEntry entry, Part part, Map<Key, Sum> sums) {
        for (Posting line : entry.postings()) {
            sums.computeIfAbsent(new Key(entry.period(), part, line.account(), line.party()),
                    key -> new Sum()).add(line);
        }
    }

    /** Writes what was added since. */
    void flush() {
        since.forEach((key, sum) -> file.run("INSERT INTO month_sum VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (period, part, account, party) DO UPDATE"
                + " SET debit = debit + excluded.debit, credit = credit + excluded.credit",
                key.period().toString(), key.part().name(), key.account().value(), key.party(),
                sum.debit, sum.credit));
        since.clear();
    }

    Balances balances(Part part, Period from, Period to) {
        flush();
        return answered.computeIfAbsent(new Asked(part, from, to), this::read);
    }

    private Balances read(Asked asked) {
        SortedMap<AccountCode, Map<String, Turnover>> sums = new TreeMap<>();
        file.each("SELECT account, party, sum(debit), sum(credit) FROM month_sum"
                + " WHERE period BETWEEN ? AND ? AND part = ? GROUP BY account, party",
                row -> sums.computeIfAbsent(AccountCode.of(row.getString(1)),
                        account -> new HashMap<>()).put(row.getString(2), new Turnover(
                                Money.cny(row.getLong(3)), Money.cny(row.getLong(4)))),
                asked.from().toString(), asked.to().toString(), asked.part().name());
        return Balances.of(sums);
    }

    /** Every row as it stands in the file. */
    Map<Key, Sum> all() {
        Map<Key, Sum> all = new HashMap<>();
        file.each("SELECT * FROM month_sum", row -> {
            Sum sum = new Sum();
            sum.debit = row.getLong(5);
            sum.credit = row.getLong(6);
            all.put(new Key(Period.parse(row.getString(1)), Part.valueOf(row.getString(2)),
                    AccountCode.of(row.getString(3)), row.getString(4)), sum);
        });
        return all;
    }
}
