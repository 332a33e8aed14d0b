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
import onebook.ledger.AccountCode;
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
    private final List<Posting> postings = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<AccountCode, Money> upper = new TreeMap<>();
    private final Map<AccountCode, Integer> upperLines = new HashMap<>();

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
        sheet.upperLines();
        sheet.balance();
        return sheet;
    }

    private void rows(Rows rows) throws IOException, Refused {
        RowCheck check = new RowCheck(table, faults, words);
        LineReader lines = new LineReader(table, accounts, faults, words);
        Cells row = rows.row();
        while (rows.next()) {
            boolean isNothing = check.isTotal(row) || check.hasFormula(row)
                    || check.isUnfit(row) || lines.isZero(row);
            if (!isNothing && !isUpper(row, lines)) {
                lines.read(row, "").ifPresent(line -> line(row.line(), line));
            }
        }
    }

    private boolean isUpper(Cells row, LineReader lines) {
        Columns columns = table.columns();
        AccountFinder.Found found = accounts.find(row.text(columns.of("account"), words),
                row.text(columns.ofName(), words));
        boolean isUpper = found.code().isEmpty()
                && found.refusal() == Refusal.ACCOUNT_IS_NOT_A_LEAF;
        if (isUpper) {
            AccountCode code = AccountCode.of(found.text().split(" ")[0]);
            lines.signed(row).ifPresent(amount -> upper.merge(code, amount, Money::plus));
            upperLines.putIfAbsent(code, row.line());
        }
        return isUpper;
    }

    private void line(int row, Posting line) {
        for (Account.Dimension dimension : chart.get(line.account()).asks().dimensions()) {
            if (line.in(dimension).isBlank()) {
                faults.add(Refusal.DIMENSION_IS_MISSING, row, line.account() + " "
                        + chart.get(line.account()).name() + " asks for " + dimension);
                return;
            }
        }
        Integer before = seen.putIfAbsent(line.account() + "\n" + line.party() + "\n"
                + line.dimensions() + line.details().foreign(), row);
        if (before != null) {
            faults.add(Refusal.ACCOUNT_STANDS_TWICE, row, line.account() + " " + line.party()
                    + " stands in line " + before + " too");
            return;
        }
        postings.add(line);
    }

    /** An upper account may stand there as the sum of its details. */
    private void upperLines() {
        upper.forEach((code, amount) -> {
            List<Posting> below = postings.stream()
                    .filter(line -> line.account().isWithin(code)).toList();
            Money sum = Money.sum(below.stream().map(Posting::signed).toList());
            if (below.isEmpty()) {
                faults.add(Refusal.ACCOUNT_IS_NOT_A_LEAF, upperLines.get(code),
                        code + " " + chart.get(code).name());
            } else if (!sum.equals(amount)) {
                faults.add(Refusal.DETAILS_DO_NOT_ADD_UP, upperLines.get(code), code + " "
                        + chart.get(code).name() + " is " + amount + ", its details " + sum);
            }
        });
    }

    private void balance() {
        if (postings.isEmpty() && faults.isEmpty()) {
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
        return List.copyOf(postings);
    }

    public Sums sums() {
        return postings.stream().reduce(Sums.NONE, Sums::plus, (one, other) -> one);
    }

    /** The trial by class of account, where a difference is seen first. */
    public Map<Account.Kind, Sums> byClass() {
        Map<Account.Kind, Sums> classes = new EnumMap<>(Account.Kind.class);
        postings.forEach(line -> classes.merge(chart.get(line.account()).kind(),
                Sums.NONE.plus(line), (one, other) -> one.plus(line)));
        return classes;
    }
}
