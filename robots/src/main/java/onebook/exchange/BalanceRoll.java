package onebook.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Side;

/**
 * Balances of every month, rolled forward entry by entry: what is held is one sum for each account
 * and party, however many entries there are. Opening entries count as brought forward.
 */
final class BalanceRoll {
    /**
     * A month of an account and party; opening and closing are debit positive, sums as written.
     */
    record Row(Period period, AccountCode account, String party, Money opening, Money debit,
            Money credit) {

        Money closing() {
            return opening.plus(debit).minus(credit);
        }

        boolean isIdle() {
            return opening.isZero() && debit.isZero() && credit.isZero();
        }
    }

    private record Key(AccountCode account, String party) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : party.compareTo(other.party);
        }
    }

    private static final class Sum {
        private Money opening = Money.ZERO;
        private Money debit = Money.ZERO;
        private Money credit = Money.ZERO;
    }

    private final Map<Key, Sum> sums = new TreeMap<>();
    private final Function<EntryNumber, Optional<JournalEntry>> find;
    private final Consumer<List<Row>> months;
    private Period month = new Period(1, 1);

    private BalanceRoll(Function<EntryNumber, Optional<JournalEntry>> find,
            Consumer<List<Row>> months) {
        this.find = find;
        this.months = months;
    }

    /**
     * Hands over the rows of each month, also of months without entries between two with some.
     *
     * @param entries in order of number
     * @param find the entry that a red one takes back
     */
    static void of(Stream<JournalEntry> entries,
            Function<EntryNumber, Optional<JournalEntry>> find, Consumer<List<Row>> months) {
        BalanceRoll roll = new BalanceRoll(find, months);
        entries.forEach(roll::take);
        if (!roll.sums.isEmpty()) {
            roll.end();
        }
    }

    private void take(JournalEntry entry) {
        if (sums.isEmpty()) {
            month = entry.period();
        }
        while (month.compareTo(entry.period()) < 0) {
            end();
            month = month.next();
        }
        boolean isOpening = Records.Part.of(entry, find) == Records.Part.OPENING;
        for (Posting line : entry.postings()) {
            Sum sum = sums.computeIfAbsent(new Key(line.account(), line.party()), key -> new Sum());
            if (isOpening) {
                sum.opening = sum.opening.plus(line.signed());
            } else if (line.side() == Side.DEBIT) {
                sum.debit = sum.debit.plus(line.amount());
            } else {
                sum.credit = sum.credit.plus(line.amount());
            }
        }
    }

    private void end() {
        List<Row> rows = new ArrayList<>();
        sums.forEach((key, sum) -> {
            Row row = new Row(month, key.account, key.party, sum.opening, sum.debit, sum.credit);
            if (!row.isIdle()) {
                rows.add(row);
            }
            sum.opening = row.closing();
            sum.debit = Money.ZERO;
            sum.credit = Money.ZERO;
        });
        months.accept(rows);
    }
}
