package onebook.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;

/**
 * 利润表, form 会小企02, lines 1 to 32: 本期金额 and 本年累计金额.
 *
 * <p>Turnover is what was posted, without opening balances and without the entries that carry
 * income and expense to 本年利润, nor red entries that take those back.
 */
public final class IncomeStatement {
    private static final LineRules RULES = new LineRules("""
            1  credit 5001 5051
            2  debit 5401 5402
            3  debit 5403
            4  debit 5403.01
            5  none
            6  debit 5403.02
            7  debit 5403.06
            8  debit 5403.07
            9  debit 5403.05 5403.08 5403.09 5403.10
            10 debit 5403.03 5403.04
            11 debit 5601
            12 debit 5601.01
            13 debit 5601.02
            14 debit 5602
            15 debit 5602.01
            16 debit 5602.02
            17 debit 5602.03
            18 debit 5603
            19 debit 5603.01
            20 credit 5111
            21 sum 1 -2 -3 -11 -14 -18 20
            22 credit 5301
            23 credit 5301.01
            24 debit 5711
            25 debit 5711.01
            26 debit 5711.02
            27 debit 5711.03
            28 debit 5711.04
            29 debit 5711.05
            30 sum 21 22 -24
            31 debit 5801
            32 sum 30 -31
            """);
    private static final LineChecks CHECKS = new LineChecks("""
            3 >= 4 5 6 7 8 9 10
            11 >= 12 13
            14 >= 15 16 17
            18 >= 19
            22 >= 23
            24 >= 25 26 27 28 29
            21 = 1 -2 -3 -11 -14 -18 20
            30 = 21 22 -24
            32 = 30 -31
            """);

    private final Period from;
    private final Period to;
    private final Lines lines;
    private final List<Violation> unlisted = new ArrayList<>();

    private IncomeStatement(Period from, Period to, Lines lines) {
        this.from = from;
        this.to = to;
        this.lines = lines;
    }

    /** 本期 is {@code from} to {@code to}; 本年累计 is January to {@code to}. */
    public static IncomeStatement of(
            Collection<JournalEntry> entries, ChartOfAccounts chart, Period from, Period to) {
        Vouchers vouchers = new Vouchers(entries);
        TracedBalances now = TracedBalances.of(entries,
                between(from.firstDay(), to.lastDay()).and(vouchers::isTurnover));
        TracedBalances year = TracedBalances.of(entries,
                between(LocalDate.of(to.year(), 1, 1), to.lastDay()).and(vouchers::isTurnover));
        IncomeStatement statement = new IncomeStatement(from, to,
                new Lines(RULES.evaluate(now, chart), RULES.evaluate(year, chart)));
        statement.findUnlisted(year, chart);
        return statement;
    }

    private void findUnlisted(TracedBalances year, ChartOfAccounts chart) {
        for (AccountCode code : RULES.unnamed(year)) {
            if (chart.find(code).map(account -> account.isClosedMonthly()).orElse(false)) {
                unlisted.add(new Violation("account " + code + " has no line", "本年累计",
                        year.of(code).amount().negated(), Figure.NONE.amount()));
            }
        }
    }

    private static Predicate<JournalEntry> between(LocalDate first, LocalDate last) {
        return entry -> !entry.date().isBefore(first) && !entry.date().isAfter(last);
    }

    public Period from() {
        return from;
    }

    public Period to() {
        return to;
    }

    /** Lines 1 to 32 in order. */
    public List<StatementLine> lines() {
        return lines.all();
    }

    public StatementLine line(int number) {
        return lines.get(number);
    }

    /** Total lines with the signed numbers of the lines they add, for the formulas of a sheet. */
    public static SortedMap<Integer, List<Integer>> totals() {
        return RULES.totals();
    }

    /** What does not hold of the form's identities; empty for a sound book. */
    public List<Violation> checks() {
        List<Violation> found =
                new ArrayList<>(CHECKS.violations(lines.byNumber(), "本期", "本年累计"));
        found.addAll(unlisted);
        return found;
    }

    /** "line,period,year", one row per line. */
    public String csv() {
        return lines.csv("line,period,year");
    }
}
