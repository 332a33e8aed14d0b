package onebook.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;

/**
 * 资产负债表, form 会小企01, lines 1 to 53: 期末余额 and 年初余额.
 *
 * <p>Receivables, payables and advances are shown per counterparty: a customer in credit is an
 * advance (line 34), a supplier in debit a prepayment (line 5). Before the year is closed line 51
 * is 利润分配 with 本年利润 and whatever income and expense has not been carried there yet.
 * 年初余额 is the balance before 1 January with the opening balances of a book begun in the year.
 */
public final class BalanceSheet {
    private static final LineRules RULES = new LineRules("""
            1  debit 1001 1002 1012
            2  debit 1101
            3  debit 1121
            4  party-debit 1122 2203
            5  party-debit 1123 2202
            6  debit 1131
            7  debit 1132
            8  debit 1221
            9  debit 1401 1402 1403 1404 1405 1407 1408 1411 1421 4001 4101 4401 4403; rest COST
            10 debit 1403
            11 debit 4001
            12 debit 1405 1407
            13 debit 1411
            14 debit 1901; rest ASSET
            15 sum 1 2 3 4 5 6 7 8 9 14
            16 debit 1501
            17 debit 1511
            18 debit 1601
            19 credit 1602
            20 sum 18 -19
            21 debit 1604
            22 debit 1605
            23 debit 1606
            24 debit 1621 1622
            25 debit 1701 1702
            26 debit 4301
            27 debit 1801
            28 none
            29 sum 16 17 20 21 22 23 24 25 26 27 28
            30 sum 15 29
            31 credit 2001
            32 credit 2201
            33 party-credit 2202 1123
            34 party-credit 2203 1122
            35 credit 2211
            36 credit 2221
            37 credit 2231
            38 credit 2232
            39 credit 2241
            40 rest LIABILITY
            41 sum 31 32 33 34 35 36 37 38 39 40
            42 credit 2501
            43 credit 2701
            44 credit 2401
            45 none
            46 sum 42 43 44 45
            47 sum 41 46
            48 credit 3001
            49 credit 3002
            50 credit 3101
            51 credit 3103 3104; profit; rest EQUITY
            52 sum 48 49 50 51
            53 sum 47 52
            """);
    private static final LineChecks CHECKS = new LineChecks("""
            9 >= 10 11 12 13
            15 = 1 2 3 4 5 6 7 8 9 14
            20 = 18 -19
            29 = 16 17 20 21 22 23 24 25 26 27 28
            30 = 15 29
            41 = 31 32 33 34 35 36 37 38 39 40
            46 = 42 43 44 45
            47 = 41 46
            52 = 48 49 50 51
            53 = 47 52
            30 = 53
            """);

    private final Period at;
    private final Lines lines;
    private final List<AccountCode> unknown;

    private BalanceSheet(Period at, Lines lines, List<AccountCode> unknown) {
        this.at = at;
        this.lines = lines;
        this.unknown = unknown;
    }

    /** The position at the end of a month, from all entries of the book. */
    public static BalanceSheet of(
            Collection<JournalEntry> entries, ChartOfAccounts chart, Period at) {
        Vouchers vouchers = new Vouchers(entries);
        LocalDate newYear = LocalDate.of(at.year(), 1, 1);
        TracedBalances end = TracedBalances.of(entries, entry -> isUpTo(entry, at));
        TracedBalances start = TracedBalances.of(entries, entry -> entry.date().isBefore(newYear)
                || isUpTo(entry, at) && vouchers.isOpening(entry));
        List<AccountCode> unknown = end.firstLevel().stream()
                .filter(code -> chart.find(code).isEmpty()).toList();
        return new BalanceSheet(at,
                new Lines(RULES.evaluate(end, chart), RULES.evaluate(start, chart)), unknown);
    }

    private static boolean isUpTo(JournalEntry entry, Period at) {
        return !entry.date().isAfter(at.lastDay());
    }

    public Period at() {
        return at;
    }

    /** Lines 1 to 53 in order. */
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
        List<Violation> found = new ArrayList<>(CHECKS.violations(lines.byNumber(), "期末", "年初"));
        unknown.forEach(code -> found.add(new Violation(
                "account " + code + " is in the chart", "期末", Money.ZERO, Money.ZERO)));
        return found;
    }

    /** "line,ending,beginning", one row per line. */
    public String csv() {
        return lines.csv("line,ending,beginning");
    }
}
