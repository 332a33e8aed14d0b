package onebook.lender.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.Money;
import onebook.ledger.Period;

/**
 * 余额调节表 of one account at the end of a month: what the bank says, what the book says, and the
 * lines that are not booked.
 *
 * @param waiting what they add up to
 */
record BankState(String account, Chain chain, Money book, int waitingLines, Money waiting) {

    /**
     * Bank lines as steps from the balance before to the balance after. Where no line is missing
     * every balance a line ends with is one another begins with, but for the last; this holds in
     * whatever order overlapping files brought the lines.
     *
     * @param gaps how often the balances do not continue
     * @param closing the balance after the last line, where all lines state one
     */
    record Chain(int gaps, Optional<Money> closing) {
        static final Chain UNKNOWN = new Chain(0, Optional.empty());
    }

    /** What bank and book differ by beyond the lines that wait; empty without a balance. */
    Optional<Money> difference() {
        return chain.closing().map(closing -> closing.minus(book).minus(waiting));
    }

    /** Every account with bank lines, in order. */
    static List<BankState> of(Facts facts, Period to) {
        Map<String, Reader> readers = new TreeMap<>();
        facts.bank.accounts().forEach(account -> readers.put(account, new Reader()));
        for (BankLines.Row line : facts.bank.all()) {
            if (!line.date().isAfter(to.lastDay())) {
                readers.get(line.account()).add(line, facts.bank.booked(line).isPresent());
            }
        }
        List<BankState> states = new ArrayList<>();
        readers.forEach((account, reader) -> states.add(new BankState(account, reader.chain(),
                facts.cash.at(account, to), reader.count, reader.waiting)));
        return states;
    }

    private static final class Reader {
        private final Map<Money, Integer> ends = new TreeMap<>();
        private boolean isComplete = true;
        private Money waiting = Money.ZERO;
        private int count;
        private Optional<Money> last = Optional.empty();
        private LocalDate newest = LocalDate.MIN;

        void add(BankLines.Row line, boolean isBooked) {
            if (!isBooked) {
                count++;
                waiting = waiting.plus(line.amount());
            }
            isComplete &= line.balance().isPresent();
            if (isComplete) {
                Money after = line.balance().get();
                loose(after, 1);
                loose(after.minus(line.amount()), -1);
                if (!line.date().isBefore(newest)) {
                    newest = line.date();
                    last = line.balance();
                }
            }
        }

        private void loose(Money balance, int count) {
            if (ends.merge(balance, count, Integer::sum) == 0) {
                ends.remove(balance);
            }
        }

        Chain chain() {
            if (!isComplete || last.isEmpty()) {
                return Chain.UNKNOWN;
            }
            List<Money> loose = new ArrayList<>();
            ends.forEach((balance, times) -> {
                for (int i = 0; i < times; i++) {
                    loose.add(balance);
                }
            });
            return new Chain(Math.max(0, loose.size() - 1),
                    loose.size() == 1 ? Optional.of(loose.get(0)) : last);
        }
    }
}
