package onebook.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import onebook.ledger.Money;

/** What each line of a form is made of; {@link Form} tells how it is written. */
final class LineRules {
    private final SortedMap<Integer, List<Clause>> rows = new TreeMap<>();
    private final Set<String> named = new HashSet<>();

    /** Throws {@link IllegalArgumentException} at a line that is there already. */
    void add(int line, String rule) {
        List<Clause> clauses = Stream.of(rule.split(";")).map(Clause::parse).toList();
        if (rows.put(line, clauses) != null) {
            throw new IllegalArgumentException("line " + line + " is there twice");
        }
        clauses.stream().filter(clause -> clause.verb().matches("(party-)?(debit|credit)"))
                .forEach(clause -> named.addAll(clause.operands()));
    }

    SortedMap<Integer, List<Clause>> rows() {
        return rows;
    }

    /** True where a row names the first-level account. */
    boolean names(String account) {
        return named.contains(account);
    }

    /** The lines that are sums of other lines, with the signed numbers of those. */
    SortedMap<Integer, List<Integer>> totals() {
        SortedMap<Integer, List<Integer>> totals = new TreeMap<>();
        rows.forEach((line, clauses) -> {
            if (clauses.get(0).verb().equals("sum")) {
                totals.put(line, clauses.get(0).lines());
            }
        });
        return totals;
    }

    /** Every line of the form: totals from other lines, the others as they are asked for. */
    SortedMap<Integer, Figure> evaluate(Function<Integer, Figure> leaf) {
        SortedMap<Integer, Figure> lines = new TreeMap<>();
        SortedMap<Integer, List<Integer>> totals = totals();
        rows.keySet().forEach(line -> evaluate(line, totals, leaf, lines));
        return lines;
    }

    private Figure evaluate(int line, SortedMap<Integer, List<Integer>> totals,
            Function<Integer, Figure> leaf, Map<Integer, Figure> done) {
        Figure known = done.get(line);
        if (known != null) {
            return known;
        }
        Figure figure = !totals.containsKey(line) ? leaf.apply(line)
                : Figure.sum(totals.get(line).stream().map(other -> {
                    Figure one = evaluate(Math.abs(other), totals, leaf, done);
                    return other < 0 ? one.negated() : one;
                }).toList());
        done.put(line, figure);
        return figure;
    }

    static Money sum(List<Integer> signedLines, Map<Integer, Money> amounts) {
        Money sum = Money.ZERO;
        for (int line : signedLines) {
            Money one = amounts.get(Math.abs(line));
            sum = line < 0 ? sum.minus(one) : sum.plus(one);
        }
        return sum;
    }
}
