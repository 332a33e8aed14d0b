package onebook.bank;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.Money;

/**
 * Orders the lines of each day by their balances, for lines merged from several files that state no
 * time. Each line leads from the balance before it to the balance after it; a day is a way that
 * goes over each line once (Hierholzer's algorithm), beginning where the day before ended.
 */
final class BalancePath {
    private final List<StatementLine> ordered = new ArrayList<>();
    private Optional<Money> last = Optional.empty();

    private BalancePath() { }

    /** Requires a balance on each line. */
    static List<StatementLine> through(List<StatementLine> lines) {
        Map<LocalDate, List<StatementLine>> days = new TreeMap<>();
        lines.forEach(line -> days.computeIfAbsent(line.date(), any -> new ArrayList<>())
                .add(line));
        BalancePath path = new BalancePath();
        days.values().forEach(path::day);
        return path.ordered;
    }

    private void day(List<StatementLine> lines) {
        Map<Money, Deque<StatementLine>> from = new LinkedHashMap<>();
        lines.forEach(line -> from.computeIfAbsent(before(line), any -> new ArrayDeque<>())
                .add(line));
        while (!from.isEmpty()) {
            Money start = last.filter(from::containsKey).orElseGet(() -> start(from));
            List<StatementLine> way = way(start, from);
            from.values().removeIf(Deque::isEmpty);
            ordered.addAll(way);
            last = way.get(way.size() - 1).balance();
        }
    }

    /** A balance that more lines leave than lead to; else any. */
    private static Money start(Map<Money, Deque<StatementLine>> from) {
        Map<Money, Integer> surplus = new HashMap<>();
        from.forEach((balance, lines) -> {
            surplus.merge(balance, lines.size(), Integer::sum);
            lines.forEach(line -> surplus.merge(line.balance().orElseThrow(), -1, Integer::sum));
        });
        return from.keySet().stream().filter(balance -> surplus.get(balance) > 0).findFirst()
                .orElse(from.keySet().iterator().next());
    }

    private static List<StatementLine> way(Money start, Map<Money, Deque<StatementLine>> from) {
        LinkedList<StatementLine> way = new LinkedList<>();
        Deque<StatementLine> open = new ArrayDeque<>();
        Money at = start;
        while (true) {
            Deque<StatementLine> next = from.get(at);
            if (next != null && !next.isEmpty()) {
                open.push(next.poll());
            } else if (open.isEmpty()) {
                return way;
            } else {
                way.addFirst(open.pop());
            }
            at = open.isEmpty() ? start : open.peek().balance().orElseThrow();
        }
    }

    private static Money before(StatementLine line) {
        return line.balance().orElseThrow().minus(line.amount());
    }
}
