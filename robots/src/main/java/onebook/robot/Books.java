package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onebook.invoice.ChineseAmount;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.ledger.Refusal;
import onebook.print.BalanceTables;
import onebook.print.GeneralTable;
import onebook.print.Headings;
import onebook.print.LedgerTable;
import onebook.print.MultiColumnTable;
import onebook.print.Printout;
import onebook.print.Table;
import onebook.print.VoucherBook;
import onebook.report.Ageing;
import onebook.report.AuxiliaryBalances;
import onebook.report.DetailLedger;
import onebook.report.GeneralLedger;
import onebook.report.LedgerQuery;
import onebook.report.MultiColumnLedger;

/**
 * The account books of one company, to look at and to print. Thread-safe by the lock of its book;
 * what cannot be shown throws {@link RefusedException}.
 */
public final class Books {
    /** How many details of a 多栏账 stand beside each other on paper. */
    private static final int COLUMNS_ON_PAPER = 10;

    /** The kinds of books, with what they are called. */
    public enum Kind {
        GENERAL("总账"), DETAIL("明细账"), JOURNAL("日记账"), QUANTITY("数量金额明细账"), FOREIGN("外币明细账"),
        MULTI("多栏账"), AGEING("账龄分析表"), VOUCHERS("记账凭证"), BALANCE("余额表"), REPORT("自定义报表");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** True for the books that show the lines of vouchers, which a filter can choose from. */
        public boolean hasLines() {
            return switch (this) {
                case DETAIL, JOURNAL, QUANTITY, FOREIGN, MULTI, VOUCHERS -> true;
                case GENERAL, AGEING, BALANCE, REPORT -> false;
            };
        }
    }

    /**
     * Which book.
     *
     * @param account with its details; without one, all that the kind is of
     * @param to the last month; ageing is of its last day
     * @param filter whose lines, for the books that show lines
     * @param text hides the lines that do not mention it
     * @param level down to which level of accounts 总账 and 余额表 go
     * @param dimension makes a 余额表 of the values of this dimension
     * @param entry the one voucher to print
     * @param perPage how many vouchers to a page, 1 or 2
     * @param report a name under {@code templates/report}, or the path of a file
     */
    public record Order(Kind kind, Optional<AccountCode> account, Period from, Period to,
            LedgerQuery.Filter filter, String text, int level,
            Optional<Account.Dimension> dimension, Optional<EntryNumber> entry, int perPage,
            String report) {

        public static Order of(Kind kind, Period from, Period to) {
            return new Order(kind, Optional.empty(), from, to, LedgerQuery.Filter.ALL, "", 1,
                    Optional.empty(), Optional.empty(), 2, "");
        }

        public Order of(AccountCode which) {
            return new Order(kind, Optional.of(which), from, to, filter, text, level, dimension,
                    entry, perPage, report);
        }
    }

    private final BookView view;
    private final OpenBook open;
    private final Headings headings;

    Books(BookView view) {
        this.view = view;
        this.open = view.book();
        this.headings = new Headings(open.company().name(), open.chart());
    }

    /** The tables of a book; their rows are read when they are asked for, see {@link #rows}. */
    public Printout look(Order order, String by) {
        return printout(order, Integer.MAX_VALUE, by);
    }

    /**
     * Counts the rows of a table, of which a window then shows some.
     *
     * @param isWanted asked on the way; false ends the counting where it is
     */
    public BookRows rows(Table table, BooleanSupplier isWanted) {
        return BookRows.count(view, table, isWanted);
    }

    /** Prints to a file; its name says as what, see {@link Printout#canWrite}. */
    public void print(Order order, Path target, String by) {
        synchronized (view) {
            view.handOut(Duty.EXPORT, "print %s %s to %s".formatted(
                    order.kind().name().toLowerCase(Locale.ROOT), order.from(), order.to()));
            try {
                printout(order, COLUMNS_ON_PAPER, by).write(target);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** The names of the company reports that come with the product. */
    public static List<String> reports() {
        return BookDefaults.standard().reports();
    }

    private Printout printout(Order order, int columns, String by) {
        synchronized (view) {
            order.account().filter(code -> chart().find(code).isEmpty()).ifPresent(code -> {
                throw new RefusedException(Refusal.UNKNOWN_ACCOUNT, code.toString());
            });
            LocalDateTime now = LocalDateTime.now(open.clock());
            Supplier<Stream<Table>> tables = tables(order, columns);
            Printout all = new Printout(headings.company() + " " + order.kind().title(), tables,
                    Optional.empty(), by, now);
            return order.kind() == Kind.VOUCHERS
                    ? all.with(new Printout.Forms(vouchers(order), order.perPage())) : all;
        }
    }

    private ChartOfAccounts chart() {
        return open.chart();
    }

    private Supplier<Stream<Table>> tables(Order order, int columns) {
        List<Table> few = switch (order.kind()) {
            case DETAIL, JOURNAL, QUANTITY, FOREIGN -> List.of();
            case GENERAL -> List.of(general(order));
            case MULTI -> multi(order, columns);
            case AGEING -> ageing(order);
            case VOUCHERS -> List.of(vouchers(order).table(order.from(), order.to()));
            case BALANCE -> List.of(balance(order));
            case REPORT -> List.of(new BalanceTables(headings).of(Reports.read(order.report(),
                    chart()).fill(open.records(), chart(), order.from(), order.to())));
        };
        if (!few.isEmpty()) {
            return few::stream;
        }
        List<AccountCode> accounts = new LedgerAccounts(chart(), open.records()).of(order);
        return () -> accounts.stream().map(code -> ledger(order, code));
    }

    private Table ledger(Order order, AccountCode account) {
        LedgerTable.Form form = LedgerTable.Form.valueOf(order.kind().name());
        LedgerQuery query = query(order, account);
        query = form == LedgerTable.Form.JOURNAL ? query.daily() : query;
        boolean isMeasured = form == LedgerTable.Form.QUANTITY || form == LedgerTable.Form.FOREIGN;
        Records records = open.records();
        boolean hasParties = order.filter().party().isEmpty()
                && new LedgerAccounts(chart(), records).hasParties(account, order.to());
        return new LedgerTable(headings, DetailLedger.of(records,
                isMeasured ? query.measured() : query), form, hasParties).table();
    }

    private static LedgerQuery query(Order order, AccountCode account) {
        return LedgerQuery.of(account, order.from(), order.to()).with(order.filter())
                .mentioning(order.text());
    }

    private Table general(Order order) {
        GeneralLedger ledger = GeneralLedger.of(open.records(), order.from(), order.to());
        List<AccountCode> accounts = order.account().map(List::of)
                .orElseGet(() -> ledger.accounts(order.level()));
        return new GeneralTable(headings, ledger, accounts).table(order.from(), order.to());
    }

    private List<Table> multi(Order order, int columns) {
        AccountCode account = order.account().orElseThrow(() ->
                new RefusedException(Refusal.UNKNOWN_ACCOUNT, "name the account"));
        if (chart().isLeaf(account)) {
            throw new RefusedException(Refusal.ACCOUNT_HAS_NO_DETAILS, account.toString());
        }
        LedgerQuery query = query(order, account);
        return new MultiColumnTable(headings,
                MultiColumnLedger.of(open.records(), chart(), query), query).tables(columns);
    }

    private List<Table> ageing(Order order) {
        List<Ageing.Bucket> buckets = Ageing.buckets(Templates.text("report/ageing.csv"));
        return order.account().map(List::of).orElseGet(() ->
                        BookDefaults.codes(BookDefaults.standard().ageing())).stream()
                .map(code -> new BalanceTables(headings).of(Ageing.of(open.records(), code,
                        chart().get(code).normalSide(), order.to().lastDay(), buckets), code))
                .toList();
    }

    private Table balance(Order order) {
        BalanceTables tables = new BalanceTables(headings);
        if (order.dimension().isPresent()) {
            Set<AccountCode> accounts = order.account().map(Set::of).orElse(Set.of());
            return tables.of(AuxiliaryBalances.of(open.records(), accounts,
                    order.dimension().get(), order.from(), order.to()), order.dimension().get(),
                    order.from(), order.to());
        }
        return tables.of(view.trialBalance(order.from(), order.to()), order.level());
    }

    private VoucherBook vouchers(Order order) {
        return new VoucherBook(headings, () -> entries(order)
                .map(entry -> new VoucherBook.Voucher(entry,
                        ChineseAmount.words(entry.total().minor()))));
    }

    private Stream<JournalEntry> entries(Order order) {
        if (order.entry().isPresent()) {
            return Stream.of(open.records().find(order.entry().get()).orElseThrow(() ->
                    new RefusedException(
                            Refusal.ENTRY_IS_UNKNOWN, order.entry().get().toString())));
        }
        return open.records().entries(order.account().map(Set::of).orElse(Set.of()),
                order.from(), order.to()).filter(entry -> isWanted(entry, order));
    }

    private static boolean isWanted(JournalEntry entry, Order order) {
        return (order.text().isEmpty() || entry.summary().contains(order.text()))
                && entry.postings().stream().anyMatch(order.filter()::accepts);
    }
}
