package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry.Kind;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.print.Table;
import onebook.report.LedgerQuery;
import onebook.robot.Books.Order;
import onebook.schedule.SettableClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account books of a book in a file. */
class BooksTest {
    private static final Period JANUARY = Period.parse("2026-01");
    private static final Period MARCH = Period.parse("2026-03");
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-04-01T09:30");
    private Desk desk;

    @BeforeEach
    void open() {
        Firm firm = Firm.first(folder).begin(clock);
        try (Desk first = Desk.open(firm.book(), clock)) {
            first.book().journal().transaction(() -> {
                account(first, "1002.01", "美元户", new Account.Asks(Set.of(), "USD", ""));
                account(first, "1002.02", "人民币户", Account.Asks.NOTHING);
                account(first, "1405.01", "射灯", new Account.Asks(Set.of(), "", "个"));
                return null;
            });
        }
        desk = Desk.open(firm.book(), clock);
        post("2026-01-05", "销售", Posting.debit("1122", Money.parse("300.00"), "甲公司"),
                Posting.credit("5001", Money.parse("300.00")));
        post("2026-01-06", "购入", Posting.debit("1405.01", Money.parse("200.00"))
                .with(Posting.Details.NONE.with(new Posting.Quantity(
                        new BigDecimal("8"), new BigDecimal("25")))),
                Posting.credit("2202", Money.parse("200.00"), "乙公司"));
        post("2026-02-06", "外汇", Posting.debit("1002.01", Money.parse("710.00"))
                .with(Posting.Details.NONE.with(new Posting.Foreign(
                        Money.of(new BigDecimal("100"), "USD"), new BigDecimal("7.1")))),
                Posting.credit("3001", Money.parse("710.00")));
        post("2026-03-07", "办公", Posting.debit("5602.05", Money.parse("30.00")),
                Posting.debit("5602.12", Money.parse("12.00")),
                Posting.credit("1002.02", Money.parse("42.00")));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static void account(Desk desk, String code, String name, Account.Asks asks) {
        desk.book().journal().add(new Account(AccountCode.of(code), name, name,
                Account.Kind.ASSET, Side.DEBIT, asks));
    }

    private void post(String date, String summary, Posting... lines) {
        Outcome outcome = desk.book().journal().transaction(() -> desk.book().post(
                new Proposal(date, LocalDate.parse(date), Kind.ORDINARY, summary, List.of(lines),
                        List.of(Evidence.ofField("ab".repeat(32), "x", "x")),
                        "by-hand", "测试", List.of(), Optional.empty()), "王会计"));
        assertThat(outcome).isInstanceOf(Outcome.Posted.class);
    }

    private List<Table> tables(Order order) {
        try (Stream<Table> tables = desk.books().look(order, "王会计").tables().get()) {
            return tables.toList();
        }
    }

    private String text(Order order) {
        try (Stream<String> lines = desk.books().look(order, "王会计").text()) {
            return lines.collect(Collectors.joining("\n"));
        }
    }

    private static Order order(Books.Kind kind) {
        return Order.of(kind, JANUARY, MARCH);
    }

    @Test
    void without_an_account_each_kind_shows_the_accounts_it_is_of() {
        assertThat(tables(order(Books.Kind.DETAIL))).extracting(Table::name).containsExactly(
                "1002.01 美元户", "1002.02 人民币户", "1122 应收账款", "1405.01 射灯", "2202 应付账款",
                "3001 实收资本", "5001 主营业务收入", "5602.05 办公费", "5602.12 通讯费");
        assertThat(tables(order(Books.Kind.JOURNAL))).extracting(Table::name)
                .containsExactly("1002.01 美元户", "1002.02 人民币户");
        assertThat(tables(order(Books.Kind.QUANTITY))).extracting(Table::name)
                .containsExactly("1405.01 射灯");
        assertThat(tables(order(Books.Kind.FOREIGN))).extracting(Table::name)
                .containsExactly("1002.01 美元户");
        assertThat(tables(order(Books.Kind.AGEING))).extracting(Table::title)
                .containsExactly("应收账款账龄分析表", "应付账款账龄分析表");
    }

    @Test
    void units_and_foreign_amounts_come_from_the_file() {
        assertThat(text(order(Books.Kind.QUANTITY))).contains("数量（个）", "8", "25", "200.00");
        assertThat(text(order(Books.Kind.FOREIGN))).contains("原币 USD", "100.00", "7.1", "710.00");
    }

    @Test
    void the_balance_is_the_trial_balance_by_level() {
        Order leaves = new Order(Books.Kind.BALANCE, Optional.empty(), JANUARY, MARCH,
                LedgerQuery.Filter.ALL, "", 2, Optional.empty(), Optional.empty(), 2, "");
        List<Table.Row> rows = rows(leaves);
        assertThat(rows).hasSize(desk.trialBalance(JANUARY, MARCH).tree().size() + 1);
        assertThat(rows.get(rows.size() - 1).cell(4).plain()).isEqualTo("1252.00");
        assertThat(rows(order(Books.Kind.BALANCE))).hasSizeLessThan(rows.size())
                .last().extracting(row -> row.cell(4).plain()).isEqualTo("1252.00");
    }

    private List<Table.Row> rows(Order order) {
        return desk.books().rows(tables(order).get(0), () -> true).read(0, 1000);
    }

    @Test
    void a_window_shows_some_rows() {
        Table table = tables(order(Books.Kind.DETAIL).of(AccountCode.of("5602"))).get(0);
        BookRows rows = desk.books().rows(table, () -> true);
        assertThat(rows.size()).isEqualTo(5);
        assertThat(rows.read(0, 1000)).hasSize(5);
        assertThat(rows.read(1, 2)).extracting(row -> row.cell(4).plain())
                .containsExactly("1002.02", "1002.02");
        assertThat(rows.read(5, 2)).isEmpty();
    }

    @Test
    void a_ledger_of_one_party_holds_its_lines_only() {
        Order order = new Order(Books.Kind.DETAIL, Optional.of(AccountCode.of("1122")), JANUARY,
                MARCH, new LedgerQuery.Filter(Optional.of("乙公司"), Map.of()), "", 1,
                Optional.empty(), Optional.empty(), 2, "");
        assertThat(rows(order)).hasSize(1);
    }

    @Test
    void every_kind_is_printed_as_paper_and_as_sheet() throws IOException {
        for (Books.Kind kind : Books.Kind.values()) {
            Order one = order(kind);
            Order order = kind == Books.Kind.MULTI ? one.of(AccountCode.of("5602"))
                    : kind != Books.Kind.REPORT ? one : new Order(kind, Optional.empty(), JANUARY,
                            MARCH, LedgerQuery.Filter.ALL, "", 1, Optional.empty(),
                            Optional.empty(), 2, Books.reports().get(0));
            Path paper = folder.resolve(kind + ".pdf");
            desk.books().print(order, paper, "王会计");
            try (PDDocument document = Loader.loadPDF(paper.toFile())) {
                assertThat(new PDFTextStripper().getText(document)).as(kind.name())
                        .contains("合肥天航照明科技有限公司", "王会计  2026-04-01 09:30 打印");
            }
            desk.books().print(order, folder.resolve(kind + ".xlsx"), "王会计");
            assertThat(Files.size(folder.resolve(kind + ".xlsx"))).isGreaterThan(2000);
        }
    }

    @Test
    void one_voucher_is_printed_with_its_sum_in_words() throws IOException {
        Order order = new Order(Books.Kind.VOUCHERS, Optional.empty(), MARCH, MARCH,
                LedgerQuery.Filter.ALL, "", 1, Optional.empty(),
                Optional.of(EntryNumber.parse("2026-03-0001")), 1, "");
        Path paper = folder.resolve("voucher.pdf");
        desk.books().print(order, paper, "王会计");
        try (PDDocument document = Loader.loadPDF(paper.toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("肆拾贰圆整", "记字第 1 号", "附单据 1 张", "制单：王会计", "5602.12 管理费用—通讯费");
        }
    }

    @Test
    void what_cannot_be_shown_is_refused() {
        refused(order(Books.Kind.DETAIL).of(AccountCode.of("9999")), Refusal.UNKNOWN_ACCOUNT);
        refused(order(Books.Kind.MULTI).of(AccountCode.of("1122")), Refusal.ACCOUNT_HAS_NO_DETAILS);
        refused(order(Books.Kind.FOREIGN).of(AccountCode.of("1122")),
                Refusal.ACCOUNT_HAS_NO_CURRENCY);
        refused(Order.of(Books.Kind.DETAIL, Period.parse("2025-01"), Period.parse("2025-02")),
                Refusal.NOTHING_TO_DO);
    }

    private void refused(Order order, Refusal refusal) {
        assertThatThrownBy(() -> desk.books().look(order, "王会计"))
                .isInstanceOfSatisfying(RefusedException.class,
                        thrown -> assertThat(thrown.refusal()).isEqualTo(refusal));
    }

    @Test
    void a_voucher_that_is_not_there_is_refused() {
        Order order = new Order(Books.Kind.VOUCHERS, Optional.empty(), MARCH, MARCH,
                LedgerQuery.Filter.ALL, "", 1, Optional.empty(),
                Optional.of(EntryNumber.parse("2026-03-0099")), 1, "");
        assertThatThrownBy(() -> desk.books().print(order, folder.resolve("x.pdf"), "王会计"))
                .isInstanceOfSatisfying(RefusedException.class, thrown ->
                        assertThat(thrown.refusal()).isEqualTo(Refusal.ENTRY_IS_UNKNOWN));
        assertThat(folder.resolve("x.pdf")).doesNotExist();
    }
}
