package onebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.ledger.Money;
import onebook.report.Identity.Relation;

/** The identities printed on a form (表内勾稽关系): its totals, and what its table checks besides. */
final class LineChecks {
    private record Check(int line, Relation relation, List<Integer> others) {
        String text() {
            String sum = others.stream().map(String::valueOf).collect(Collectors.joining("+"));
            return line + (relation == Relation.EQUAL ? " = " : " >= ") + sum.replace("+-", "-");
        }
    }

    private final String form;
    private final List<Check> checks = new ArrayList<>();

    LineChecks(String form) {
        this.form = form;
    }

    /** @param check as "= 30" or ">= 10 11 12 13", or empty */
    void add(int line, String check) {
        if (check.isEmpty()) {
            return;
        }
        List<String> words = List.of(check.strip().split("\\s+"));
        Relation relation = switch (words.get(0)) {
            case "=" -> Relation.EQUAL;
            case ">=" -> Relation.AT_LEAST;
            default -> throw new IllegalArgumentException("neither = nor >=: " + check);
        };
        checks.add(new Check(line, relation,
                words.stream().skip(1).map(Integer::valueOf).toList()));
    }

    /** Throws {@link IllegalArgumentException} where a check speaks of a line that is not there. */
    void addTotals(SortedMap<Integer, List<Integer>> totals, Set<Integer> lines) {
        checks.stream().flatMap(check -> check.others().stream())
                .filter(line -> !lines.contains(Math.abs(line))).findFirst().ifPresent(line -> {
                    throw new IllegalArgumentException("a check speaks of line " + line);
                });
        totals.forEach((line, addends) -> checks.add(new Check(line, Relation.EQUAL, addends)));
    }

    /** Every identity with what stands in both columns. */
    List<Identity> identities(Lines lines) {
        return Stream.concat(
                identities(amounts(lines, StatementLine::first), lines.titles().first()).stream(),
                identities(amounts(lines, StatementLine::second), lines.titles().second()).stream())
                .toList();
    }

    private List<Identity> identities(Map<Integer, Money> amounts, String column) {
        return checks.stream().map(check -> new Identity(form, check.text(), check.text(), column,
                check.relation(), amounts.get(check.line()),
                LineRules.sum(check.others(), amounts))).toList();
    }

    private static Map<Integer, Money> amounts(
            Lines lines, Function<StatementLine, Figure> column) {
        return new TreeMap<>(lines.all().stream().collect(Collectors.toMap(StatementLine::number,
                line -> column.apply(line).amount())));
    }
}
