package onebook.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.Balances.Turnover;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;

/** 科目余额表: what each account brought forward, turned over and carries on. */
public final class TrialBalance {
    private static final String HEADER = "account,name,openingDebit,openingCredit,"
            + "debit,credit,closingDebit,closingCredit\n";

    /**
     * Six amounts. Opening and closing stand on the side of the balance; the period's sums are as
     * written, red figures negative.
     */
    public record Amounts(
            Money openingDebit, Money openingCredit, Money debit, Money credit,
            Money closingDebit, Money closingCredit) {
        static final Amounts NONE = new Amounts(
                Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

        static Amounts of(Money opening, Turnover period) {
            Money closing = opening.plus(period.balance());
            return new Amounts(onDebit(opening), onDebit(opening.negated()), period.debit(),
                    period.credit(), onDebit(closing), onDebit(closing.negated()));
        }

        private static Money onDebit(Money balance) {
            return balance.isPositive() ? balance : Money.ZERO;
        }

        Amounts plus(Amounts other) {
            return new Amounts(openingDebit.plus(other.openingDebit),
                    openingCredit.plus(other.openingCredit), debit.plus(other.debit),
                    credit.plus(other.credit), closingDebit.plus(other.closingDebit),
                    closingCredit.plus(other.closingCredit));
        }

        public List<Money> inOrder() {
            return List.of(openingDebit, openingCredit, debit, credit, closingDebit,
                    closingCredit);
        }
    }

    /** @param level 1 for an account of four digits, one more for each detail */
    public record Row(AccountCode account, String name, int level, Amounts amounts) { }

    private final Period from;
    private final Period to;
    private final List<Row> rows;
    private final List<Row> tree;
    private final Amounts totals;

    private TrialBalance(Period from, Period to, ChartOfAccounts chart,
            SortedMap<AccountCode, Amounts> posted) {
        this.from = from;
        this.to = to;
        this.rows = rows(posted, chart);
        SortedMap<AccountCode, Amounts> all = new TreeMap<>(posted);
        posted.forEach((code, amounts) -> addToParents(code, amounts, all));
        this.tree = rows(all, chart);
        this.totals = posted.values().stream().reduce(Amounts.NONE, Amounts::plus);
    }

    /** Opening balances count as brought forward, also when they are dated within the span. */
    public static TrialBalance of(
            Collection<JournalEntry> entries, ChartOfAccounts chart, Period from, Period to) {
        Vouchers vouchers = new Vouchers(entries);
        Map<AccountCode, Turnover> before = Balances.of(entries, entry -> isUpTo(entry, to)
                && (entry.date().isBefore(from.firstDay()) || vouchers.isOpening(entry)))
                .byAccount();
        Map<AccountCode, Turnover> within = Balances.of(entries, entry -> isUpTo(entry, to)
                && !entry.date().isBefore(from.firstDay()) && !vouchers.isOpening(entry))
                .byAccount();
        Turnover none = new Turnover(Money.ZERO, Money.ZERO);
        SortedMap<AccountCode, Amounts> posted = new TreeMap<>();
        before.forEach((code, sum) -> posted.put(code,
                Amounts.of(sum.balance(), within.getOrDefault(code, none))));
        within.forEach((code, sum) -> posted.putIfAbsent(code, Amounts.of(Money.ZERO, sum)));
        return new TrialBalance(from, to, chart, posted);
    }

    private static boolean isUpTo(JournalEntry entry, Period to) {
        return !entry.date().isAfter(to.lastDay());
    }

    private static void addToParents(
            AccountCode code, Amounts amounts, SortedMap<AccountCode, Amounts> all) {
        code.parent().ifPresent(parent -> {
            all.merge(parent, amounts, Amounts::plus);
            addToParents(parent, amounts, all);
        });
    }

    private static List<Row> rows(SortedMap<AccountCode, Amounts> posted, ChartOfAccounts chart) {
        List<Row> rows = new ArrayList<>();
        posted.forEach((code, amounts) -> rows.add(new Row(code,
                chart.find(code).map(account -> account.name()).orElse(""),
                code.value().split("\\.").length, amounts)));
        return List.copyOf(rows);
    }

    public Period from() {
        return from;
    }

    public Period to() {
        return to;
    }

    /** The accounts as posted to, in order of code. */
    public List<Row> rows() {
        return rows;
    }

    /** The accounts as posted to and all above them; a parent adds up its details' columns. */
    public List<Row> tree() {
        return tree;
    }

    public Amounts totals() {
        return totals;
    }

    /** Debit and credit must agree in each pair of columns. */
    public List<Violation> checks() {
        List<Violation> found = new ArrayList<>();
        List<Money> sums = totals.inOrder();
        List<String> names = List.of("期初余额", "本期发生额", "期末余额");
        for (int pair = 0; pair < names.size(); pair++) {
            Money debit = sums.get(2 * pair);
            Money credit = sums.get(2 * pair + 1);
            if (!debit.equals(credit)) {
                found.add(new Violation("debit = credit", names.get(pair), debit, credit));
            }
        }
        return found;
    }

    /** One row per account as posted to, then the totals; the same bytes for the same book. */
    public String csv() {
        StringBuilder text = new StringBuilder(HEADER);
        rows.forEach(row -> append(text, row.account().value(), row.name(), row.amounts()));
        append(text, "total", "", totals);
        return text.toString();
    }

    private static void append(StringBuilder text, String code, String name, Amounts amounts) {
        text.append(code).append(',').append(quoted(name));
        amounts.inOrder().forEach(amount -> text.append(',').append(amount));
        text.append('\n');
    }

    /** A name that begins with = + - or @ is a formula to a spreadsheet: an apostrophe stops it. */
    private static String quoted(String name) {
        String safe = name.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + name : name;
        return safe.matches("(?s).*[,\"\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
