package onebook.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import onebook.ledger.Money;

/** The identities printed on a form (表内勾稽关系), tested on its lines. One per row: "20 = 18 -19". */
final class LineChecks {
    private record Check(int line, boolean exact, List<Integer> others, String text) {
        boolean holds(Money left, Money right) {
            return exact ? left.equals(right) : left.compareTo(right) >= 0;
        }
    }

    private final List<Check> checks = new ArrayList<>();

    LineChecks(String table) {
        table.lines().filter(row -> !row.isBlank()).map(LineChecks::read).forEach(checks::add);
    }

    private static Check read(String row) {
        String[] words = row.strip().split("\\s+");
        List<Integer> others = Arrays.stream(words).skip(2).map(Integer::valueOf).toList();
        List<String> sum = Arrays.asList(words).subList(2, words.length);
        String text = words[0] + " " + words[1] + " " + String.join("+", sum).replace("+-", "-");
        return new Check(Integer.parseInt(words[0]), words[1].equals("="), others, text);
    }

    List<Violation> violations(
            SortedMap<Integer, StatementLine> lines, String first, String second) {
        List<Violation> found = new ArrayList<>();
        found.addAll(violations(amounts(lines, StatementLine::first), first));
        found.addAll(violations(amounts(lines, StatementLine::second), second));
        return found;
    }

    private List<Violation> violations(Map<Integer, Money> amounts, String column) {
        List<Violation> found = new ArrayList<>();
        for (Check check : checks) {
            Money left = amounts.get(check.line());
            Money right = LineRules.sum(check.others(), amounts);
            if (!check.holds(left, right)) {
                found.add(new Violation(check.text(), column, left, right));
            }
        }
        return found;
    }

    private static Map<Integer, Money> amounts(
            SortedMap<Integer, StatementLine> lines, Function<StatementLine, Figure> column) {
        Map<Integer, Money> amounts = new TreeMap<>();
        lines.forEach((number, line) -> amounts.put(number, column.apply(line).amount()));
        return amounts;
    }
}
