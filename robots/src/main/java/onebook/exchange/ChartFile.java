package onebook.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.document.Refused;
import onebook.document.table.CellText;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Refusal;
import onebook.ledger.Side;

/** A chart of accounts as a file gives it: one that book export wrote, or another program's. */
public final class ChartFile {
    private static final int MOST_ACCOUNTS = 20_000;

    private final Table table;
    private final Faults faults = new Faults();
    private final List<Account> accounts = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    private ChartFile(Table table) {
        this.table = table;
    }

    /** Refuses what is no chart; what is wrong with its rows is told to {@link #faults}. */
    public static ChartFile read(Path file, Layouts layouts) throws Refused {
        ChartFile chart = new ChartFile(Table.of(file, layouts));
        chart.table.reading(rows -> {
            RowCheck check = new RowCheck(chart.table, chart.faults, new Words());
            while (rows.next()) {
                if (!check.isTotal(rows.row()) && !check.hasFormula(rows.row())
                        && !check.isUnfit(rows.row())) {
                    chart.row(rows.row());
                }
                if (chart.names.size() > MOST_ACCOUNTS) {
                    throw new Refused(Refusal.FILE_IS_TOO_LARGE,
                            "more than " + MOST_ACCOUNTS + " accounts");
                }
            }
        });
        return chart;
    }

    /** True where it has all that an account of this program has. */
    public boolean isOwn() {
        return table.columns().has("english") || table.columns().has("dimensions");
    }

    public Faults faults() {
        return faults;
    }

    /** The names by the codes as the file writes them, in order of the file. */
    public Map<String, String> names() {
        return names;
    }

    /** The accounts of a chart that {@link #isOwn}. */
    public List<Account> accounts() {
        return List.copyOf(accounts);
    }

    private String text(Cells row, String thing) {
        return row.text(table.columns().of(thing), new Words());
    }

    private void row(Cells row) {
        String code = CellText.half(text(row, "account"));
        String name = text(row, "accountName");
        if (code.isEmpty() || name.isEmpty()) {
            faults.add(Refusal.CELL_IS_NOT_UNDERSTOOD, row.line(), "no code or no name");
        } else if (names.putIfAbsent(code, name) != null) {
            faults.add(Refusal.ACCOUNT_STANDS_TWICE, row.line(), code + " " + name);
        } else if (isOwn()) {
            own(row, code, name).ifPresent(accounts::add);
        }
    }

    private Optional<Account> own(Cells row, String code, String name) {
        AccountCode accountCode;
        try {
            accountCode = AccountCode.of(code);
        } catch (IllegalArgumentException wrong) {
            faults.add(Refusal.ACCOUNT_CODE_IS_NOT_WELL_FORMED, row.line(), code);
            return Optional.empty();
        }
        try {
            String english = text(row, "english");
            return Optional.of(new Account(accountCode, name, english,
                    one(Account.Kind.class, text(row, "kind")),
                    one(Side.class, text(row, "side")), asks(row)));
        } catch (IllegalArgumentException wrong) {
            faults.add(Refusal.CELL_IS_NOT_UNDERSTOOD, row.line(), wrong.getMessage());
            return Optional.empty();
        }
    }

    private Account.Asks asks(Cells row) {
        Set<Account.Dimension> dimensions = new HashSet<>();
        Stream.of(text(row, "dimensions").split("[ ,]+")).filter(word -> !word.isEmpty())
                .forEach(word -> dimensions.add(one(Account.Dimension.class, word)));
        String currency = text(row, "currency");
        if (!currency.isEmpty()) {
            Currency.getInstance(currency);
        }
        Account.Asks asks = new Account.Asks(dimensions, currency, text(row, "unit"));
        return asks.equals(Account.Asks.NOTHING) ? Account.Asks.NOTHING : asks;
    }

    private static <T extends Enum<T>> T one(Class<T> type, String name) {
        return Enum.valueOf(type, name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
