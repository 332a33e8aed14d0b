package onebook.lender;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.Money;

/**
 * Bank lines of one account as steps from the balance before to the balance after. Where no line is
 * missing every balance a line ends with is one another begins with, but for the last; this holds
 * in whatever order overlapping files brought the lines.
 *
 * @param gaps how often the balances do not continue
 * @param closing the balance after the last line, where all lines state one
 */
record BankChain(int gaps, Optional<Money> closing) {

    static BankChain of(List<Replay.LoggedLine> lines) {
        if (lines.isEmpty() || lines.stream().anyMatch(line -> line.balance().isEmpty())) {
            return new BankChain(0, Optional.empty());
        }
        Map<Money, Integer> ends = new TreeMap<>();
        for (Replay.LoggedLine line : lines) {
            Money after = line.balance().get();
            ends.merge(after, 1, Integer::sum);
            ends.merge(after.minus(line.amount()), -1, Integer::sum);
        }
        List<Money> loose = new ArrayList<>();
        ends.forEach((balance, count) -> {
            for (int i = 0; i < count; i++) {
                loose.add(balance);
            }
        });
        Money last = lines.stream().max(Comparator.comparing(Replay.LoggedLine::date))
                .flatMap(line -> lastOf(lines, line)).orElseThrow();
        return new BankChain(Math.max(0, loose.size() - 1),
                Optional.of(loose.size() == 1 ? loose.get(0) : last));
    }

    private static Optional<Money> lastOf(List<Replay.LoggedLine> lines, Replay.LoggedLine newest) {
        return lines.stream().filter(line -> line.date().equals(newest.date()))
                .reduce((first, second) -> second).flatMap(Replay.LoggedLine::balance);
    }
}
