package onebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import onebook.ledger.Account.Kind;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;

/**
 * Says for each line of a form what it is made of. Written as a table, a row per line of the form:
 * its number, then clauses parted by semicolons.
 *
 * <ul>
 * <li>{@code debit 1001 1002}: the balances, debit positive; {@code credit}: credit positive
 * <li>{@code party-debit 1122}: only the parties that owe; {@code party-credit}: only those owed
 * <li>{@code rest ASSET}: balances of that kind of account that no row names
 * <li>{@code profit}: income and expense not yet carried to 本年利润
 * <li>{@code sum 18 -19}: other lines, with their sign
 * <li>{@code none}: nothing feeds the line any more
 * </ul>
 */
final class LineRules {
    private record Clause(String verb, List<String> operands) { }

    /** The rows of one evaluation: what is posted, what kind each account is. */
    private record Source(TracedBalances balances, ChartOfAccounts chart) {
        Kind kind(AccountCode code) {
            return chart.find(code).map(account -> account.kind()).orElse(null);
        }
    }

    private final SortedMap<Integer, List<Clause>> rows = new TreeMap<>();
    private final Set<String> named = new TreeSet<>();

    LineRules(String table) {
        table.lines().filter(row -> !row.isBlank()).forEach(this::read);
    }

    private void read(String row) {
        String[] parts = row.strip().split("\\s+", 2);
        List<Clause> clauses = new ArrayList<>();
        for (String clause : parts[1].split(";")) {
            List<String> words = List.of(clause.strip().split("\\s+"));
            clauses.add(new Clause(words.get(0), words.subList(1, words.size())));
            if (words.get(0).matches("(party-)?(debit|credit)")) {
                named.addAll(words.subList(1, words.size()));
            }
        }
        rows.put(Integer.valueOf(parts[0]), clauses);
    }

    /** The lines that are sums of other lines, with the signed numbers of those. */
    SortedMap<Integer, List<Integer>> totals() {
        SortedMap<Integer, List<Integer>> totals = new TreeMap<>();
        rows.forEach((line, clauses) -> {
            if (clauses.get(0).verb().equals("sum")) {
                totals.put(line, clauses.get(0).operands().stream().map(Integer::valueOf).toList());
            }
        });
        return totals;
    }

    /** Every line of the form, totals too. */
    SortedMap<Integer, Figure> evaluate(TracedBalances balances, ChartOfAccounts chart) {
        SortedMap<Integer, Figure> lines = new TreeMap<>();
        Source source = new Source(balances, chart);
        rows.keySet().forEach(line -> evaluate(line, source, lines));
        return lines;
    }

    private Figure evaluate(int line, Source source, Map<Integer, Figure> done) {
        if (!done.containsKey(line)) {
            List<Figure> figures = new ArrayList<>();
            for (Clause clause : rows.get(line)) {
                figures.addAll(clause.verb().equals("sum")
                        ? clause.operands().stream().map(Integer::parseInt)
                                .map(other -> signed(other, source, done)).toList()
                        : figures(clause, source));
            }
            done.put(line, TracedBalances.sum(figures));
        }
        return done.get(line);
    }

    private Figure signed(int line, Source source, Map<Integer, Figure> done) {
        Figure figure = evaluate(Math.abs(line), source, done);
        return line < 0 ? figure.negated() : figure;
    }

    private List<Figure> figures(Clause clause, Source source) {
        return switch (clause.verb()) {
            case "debit" -> balances(clause, source);
            case "credit" -> negated(balances(clause, source));
            case "party-debit" -> parties(clause, source).stream()
                    .filter(figure -> figure.amount().isPositive()).toList();
            case "party-credit" -> negated(parties(clause, source).stream()
                    .filter(figure -> figure.amount().isNegative()).toList());
            case "rest" -> rest(Kind.valueOf(clause.operands().get(0)), source);
            case "profit" -> profit(source);
            case "none" -> List.of();
            default -> throw new IllegalArgumentException("no such clause: " + clause.verb());
        };
    }

    private static List<Figure> balances(Clause clause, Source source) {
        return clause.operands().stream().map(AccountCode::of).map(source.balances()::of).toList();
    }

    private static List<Figure> parties(Clause clause, Source source) {
        return clause.operands().stream().map(AccountCode::of)
                .flatMap(code -> source.balances().byParty(code).values().stream()).toList();
    }

    private List<Figure> rest(Kind kind, Source source) {
        List<Figure> rest = unnamed(source.balances()).stream()
                .filter(code -> source.kind(code) == kind).map(source.balances()::of).toList();
        return kind == Kind.ASSET || kind == Kind.COST ? rest : negated(rest);
    }

    private static List<Figure> profit(Source source) {
        return negated(source.balances().firstLevel().stream()
                .filter(code -> isProfitOrLoss(source.kind(code))).map(source.balances()::of)
                .filter(figure -> !figure.amount().isZero()).toList());
    }

    private static boolean isProfitOrLoss(Kind kind) {
        return kind == Kind.INCOME || kind == Kind.EXPENSE;
    }

    /** First-level accounts with postings that no row of the table names. */
    List<AccountCode> unnamed(TracedBalances balances) {
        return balances.firstLevel().stream()
                .filter(code -> !named.contains(code.value())).toList();
    }

    private static List<Figure> negated(List<Figure> figures) {
        return figures.stream().map(Figure::negated).toList();
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
