package onebook.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.document.Refused;
import onebook.ledger.Account;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Refusal;
import onebook.ledger.Side;

/**
 * Balances to begin a book with, out of a table with one row for each account and party, and what
 * is wrong with them. A row of an account with details may stand above them if it is their sum.
 */
public final class OpeningSheet {
    /** What stands on each side. */
    public record Sums(Money debit, Money credit) {
        static final Sums NONE = new Sums(Money.ZERO, Money.ZERO);

        Sums plus(Posting line) {
            return line.side() == Side.DEBIT ? new Sums(debit.plus(line.amount()), credit)
                    : new Sums(debit, credit.plus(line.amount()));
        }

        /** Debit minus credit. */
        public Money difference() {
            return debit.minus(credit);
        }
    }

    private final Table table;
    private final ChartOfAccounts chart;
    private final AccountFinder accounts;
    private final Faults faults = new Faults();
    private final Words words = new Words();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Upper> uppers = new TreeMap<>();

    /** An account with details as the table gives it; several rows of one add up. */
    private record Upper(int line, String text, Money amount) { }

    /** A balance with the row it stands in and its code as the table writes it, without dots. */
    private record Line(int row, String code, Posting posting) {
        boolean isOfNobody() {
            return posting.party().isEmpty() && posting.dimensions().isEmpty();
        }
    }

    private OpeningSheet(Table table, ChartOfAccounts chart, AccountFinder accounts) {
        this.table = table;
        this.chart = chart;
        this.accounts = accounts;
    }

    /**
     * Reads a table of balances.
     *
     * @param chart the accounts that the balances are brought to
     * @param accounts what the codes of the table mean in that chart
     */
    public static OpeningSheet read(Path file, Layouts layouts, ChartOfAccounts chart,
            AccountFinder accounts) throws Refused {
        OpeningSheet sheet = new OpeningSheet(Table.of(file, layouts), chart, accounts);
        sheet.table.reading(sheet::rows);
        sheet.withoutSums();
        sheet.dimensions();
        sheet.upperLines();
        sheet.balance();
        return sheet;
    }

    private void rows(Rows rows) throws IOException, Refused {
        RowCheck check = new RowCheck(table, faults, words);
        LineReader reader = new LineReader(table, accounts, faults, words);
        Cells row = rows.row();
        while (rows.next()) {
            boolean isNothing = check.isTotal(row) || check.hasFormula(row)
                    || check.isUnfit(row) || reader.isZero(row);
            if (!isNothing && !isUpper(row, reader)) {
                reader.read(row, "").ifPresent(line -> line(row, line));
            }
        }
    }

    private String code(Cells row) {
        return row.text(table.columns().of("account"), words).replaceAll("[.\\-\\s]", "");
    }

    private boolean isUpper(Cells row, LineReader reader) {
        AccountFinder.Found found = accounts.find(
                row.text(table.columns().of("account"), words),
                row.text(table.columns().ofName(), words));
        boolean isUpper = found.code().isEmpty()
                && found.refusal() == Refusal.ACCOUNT_IS_NOT_A_LEAF;
        if (isUpper) {
            reader.signed(row).ifPresent(amount -> uppers.merge(code(row),
                    new Upper(row.line(), found.text(), amount), (one, other) ->
                            new Upper(one.line, one.text, one.amount.plus(other.amount))));
        }
        return isUpper;
    }

    private void line(Cells row, Posting line) {
        Integer before = seen.putIfAbsent(code(row) + "\n" + line.account() + "\n" + line.party()
                + "\n" + line.dimensions() + line.details().foreign(), row.line());
        if (before != null) {
            faults.add(Refusal.ACCOUNT_STANDS_TWICE, row.line(), line.account() + " "
                    + line.party() + " stands in line " + before + " too");
            return;
        }
        lines.add(new Line(row.line(), code(row), line));
    }

    /** A row of an account above the rows of its parties, if it is their sum, says nothing more. */
    private void withoutSums() {
        Map<String, Money> byParty = new HashMap<>();
        lines.stream().filter(line -> !line.isOfNobody()).forEach(line ->
                byParty.merge(line.code, line.posting.signed(), Money::plus));
        lines.removeIf(line -> line.isOfNobody()
                && line.posting.signed().equals(byParty.get(line.code)));
    }

    private void dimensions() {
        for (Line line : lines) {
            Account account = chart.get(line.posting.account());
            account.asks().dimensions().stream()
                    .filter(dimension -> line.posting.in(dimension).isBlank()).sorted()
                    .forEach(dimension -> faults.add(Refusal.DIMENSION_IS_MISSING, line.row,
                            account.code() + " " + account.name() + " asks for " + dimension));
        }
    }

    /** An upper account may stand there as the sum of its details. */
    private void upperLines() {
        uppers.forEach((code, upper) -> {
            List<Money> below = lines.stream()
                    .filter(line -> line.code.startsWith(code) && !line.code.equals(code))
                    .map(line -> line.posting.signed()).toList();
            if (below.isEmpty()) {
                faults.add(Refusal.ACCOUNT_IS_NOT_A_LEAF, upper.line, upper.text);
            } else if (!Money.sum(below).equals(upper.amount)) {
                faults.add(Refusal.DETAILS_DO_NOT_ADD_UP, upper.line, upper.text + " is "
                        + upper.amount + ", its details " + Money.sum(below));
            }
        });
    }

    private void balance() {
        if (lines.isEmpty() && faults.isEmpty()) {
            faults.add(Refusal.FILE_IS_EMPTY, 0, "no row has a balance");
        } else if (!sums().difference().isZero()) {
            faults.add(Refusal.DEBITS_NOT_EQUAL_CREDITS, 0, "debit " + sums().debit()
                    + ", credit " + sums().credit() + ", difference " + sums().difference());
        }
    }

    /** "balances-onebook" or what else it is. */
    public String layout() {
        return table.columns().layout.layout();
    }

    public Faults faults() {
        return faults;
    }

    /** The sound lines in order of the table. */
    public List<Posting> postings() {
        return lines.stream().map(Line::posting).toList();
    }

    public Sums sums() {
        return postings().stream().reduce(Sums.NONE, Sums::plus, (one, other) -> one);
    }

    /** The trial by class of account, where a difference is seen first. */
    public Map<Account.Kind, Sums> byClass() {
        Map<Account.Kind, Sums> classes = new EnumMap<>(Account.Kind.class);
        postings().forEach(line -> classes.merge(chart.get(line.account()).kind(),
                Sums.NONE.plus(line), (one, other) -> one.plus(line)));
        return classes;
    }
}
