package onebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances.Turnover;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.ledger.Side;

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

    /** The columns in their order. */
    public enum Column {
        OPENING_DEBIT, OPENING_CREDIT, DEBIT, CREDIT, CLOSING_DEBIT, CLOSING_CREDIT;

        Side side() {
            return ordinal() % 2 == 0 ? Side.DEBIT : Side.CREDIT;
        }
    }

    /** What the opening columns count, and what the columns of the period do. */
    private record Spans(List<Slice> before, Slice within) {
        List<Slice> all() {
            return Stream.concat(before.stream(), Stream.of(within)).toList();
        }
    }

    /** @param level 1 for an account of four digits, one more for each detail */
    public record Row(AccountCode account, String name, int level, Amounts amounts) { }

    private final Period from;
    private final Period to;
    private final List<Row> rows;
    private final List<Row> tree;
    private final Amounts totals;
    private final Spans spans;

    private TrialBalance(Period from, Period to, ChartOfAccounts chart,
            SortedMap<AccountCode, Amounts> posted, Spans spans) {
        this.from = from;
        this.to = to;
        this.spans = spans;
        this.rows = rows(posted, chart);
        SortedMap<AccountCode, Amounts> all = new TreeMap<>(posted);
        posted.forEach((code, amounts) -> addToParents(code, amounts, all));
        this.tree = rows(all, chart);
        this.totals = posted.values().stream().reduce(Amounts.NONE, Amounts::plus);
    }

    /** Opening balances count as brought forward, also when they are dated within the span. */
    public static TrialBalance of(
            Records records, ChartOfAccounts chart, Period from, Period to) {
        Period first = records.firstMonth().orElse(from);
        List<Slice> before = List.of(Slice.opening(first, to),
                Slice.posted(first, from.previous()));
        Slice within = Slice.posted(from, to);
        Map<AccountCode, Turnover> opening = before.get(0).of(records)
                .plus(before.get(1).of(records)).byAccount();
        Map<AccountCode, Turnover> turnover = within.of(records).byAccount();
        Turnover none = new Turnover(Money.ZERO, Money.ZERO);
        SortedMap<AccountCode, Amounts> posted = new TreeMap<>();
        opening.forEach((code, sum) -> posted.put(code,
                Amounts.of(sum.balance(), turnover.getOrDefault(code, none))));
        turnover.forEach((code, sum) -> posted.putIfAbsent(code, Amounts.of(Money.ZERO, sum)));
        return new TrialBalance(from, to, chart, posted, new Spans(before, within));
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

    /** One amount of an account of any level, which tells what it is made of. */
    public Figure figure(AccountCode account, Column column) {
        return Figure.of(rows.stream().filter(row -> row.account().isWithin(account))
                .map(row -> term(row, column)).filter(term -> !term.amount().isZero()).toList());
    }

    private Term term(Row row, Column column) {
        Money amount = row.amounts().inOrder().get(column.ordinal());
        return switch (column) {
            case DEBIT, CREDIT -> new Term.OneSide(row.account(), column.side(), amount,
                    List.of(spans.within()));
            case OPENING_DEBIT, OPENING_CREDIT -> new Term.Balance(row.account(),
                    Optional.empty(), column.side(), amount, spans.before());
            default -> new Term.Balance(row.account(), Optional.empty(), column.side(), amount,
                    spans.all());
        };
    }

    /** Debit and credit must agree in each pair of columns. */
    public List<Identity> identities() {
        List<Identity> found = new ArrayList<>();
        List<Money> sums = totals.inOrder();
        List<String> names = List.of("期初余额", "本期发生额", "期末余额");
        for (int pair = 0; pair < names.size(); pair++) {
            found.add(Identity.equal(new Identity.Words("", "科目余额表借方合计 = 贷方合计",
                    "trial balance: debit = credit"), names.get(pair), sums.get(2 * pair),
                    sums.get(2 * pair + 1)));
        }
        return found;
    }

    /** The identities that do not hold; empty for a sound book. */
    public List<Identity> checks() {
        return identities().stream().filter(one -> !one.holds()).toList();
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
