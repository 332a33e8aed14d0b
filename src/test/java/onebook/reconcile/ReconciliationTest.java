package onebook.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onebook.bank.StatementLine;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Money;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationTest {
    private static final AccountCode ABC = AccountCode.of("1002.01");
    private static final LocalDate END = LocalDate.of(2026, 1, 31);
    private static final BookRow OPENING = book("2026-01-0001", "2026-01-01", "5000.00", true);

    @Test
    void what_both_sides_have_needs_no_adjustment() {
        Reconciliation same = reconcile(List.of(row("a", "2026-01-05", "100.00", "5100.00",
                "2026-01-0002")),
                List.of(OPENING, book("2026-01-0002", "2026-01-05", "100.00", false)));

        assertThat(same.bookBalance()).hasToString("5100.00");
        assertThat(same.bankBalance()).hasToString("5100.00");
        assertThat(same.isReconciled()).isTrue();
        assertThat(List.of(same.bankReceived(), same.bankPaid(), same.bookReceived(),
                same.bookPaid()))
                .allMatch(List::isEmpty);
    }

    @Test
    void each_of_the_four_kinds_is_listed_and_the_adjusted_balances_agree() {
        Reconciliation four = reconcile(List.of(
                row("a", "2026-01-05", "100.00", "5100.00", "2026-01-0002"),
                row("b", "2026-01-20", "0.35", "5100.35", null),
                row("c", "2026-01-21", "-10.00", "5090.35", null),
                row("d", "2026-02-02", "800.00", "5890.35", "2026-01-0003")),
                List.of(OPENING, book("2026-01-0002", "2026-01-05", "100.00", false),
                        book("2026-01-0003", "2026-01-31", "800.00", false),
                        book("2026-01-0004", "2026-01-31", "-300.00", false)));

        assertThat(four.bankReceived()).extracting(item -> item.amount().toString())
                .containsExactly("0.35");
        assertThat(four.bankPaid()).extracting(item -> item.amount().toString())
                .containsExactly("10.00");
        assertThat(four.bookReceived()).extracting(Adjustment::reference)
                .containsExactly("2026-01-0003");
        assertThat(four.bookPaid()).extracting(Adjustment::reference)
                .containsExactly("2026-01-0004");
        assertThat(four.adjustedBook()).hasToString("5590.35").isEqualTo(four.adjustedBank());
        assertThat(four.isReconciled()).isTrue();
    }

    @Test
    void a_red_entry_cancels_what_it_takes_back_and_its_line_waits_again() {
        EntryNumber wrong = EntryNumber.parse("2026-01-0002");
        Reconciliation red = reconcile(List.of(row("a", "2026-01-05", "100.00", "5100.00", null)),
                List.of(OPENING, book("2026-01-0002", "2026-01-05", "100.00", false),
                        new BookRow(EntryNumber.parse("2026-01-0003"), END, "冲销",
                        Money.parse("-100.00"),
                                false, Optional.of(wrong))));

        assertThat(red.bookReceived()).isEmpty();
        assertThat(red.bookPaid()).isEmpty();
        assertThat(red.bankReceived()).hasSize(1);
        assertThat(red.isReconciled()).isTrue();
    }

    @Test
    void an_opening_that_differs_from_the_banks_stays_as_the_difference() {
        Reconciliation off = reconcile(List.of(row("a", "2026-01-05", "100.00", "5101.00",
                "2026-01-0002")),
                List.of(OPENING, book("2026-01-0002", "2026-01-05", "100.00", false)));

        assertThat(off.difference()).hasToString("-1.00");
        assertThat(off.isReconciled()).isFalse();
    }

    @Test
    void an_entry_of_another_amount_than_its_line_is_listed_with_the_rest() {
        Reconciliation rest = reconcile(List.of(row("a", "2026-01-05", "100.00", "5100.00",
                "2026-01-0002")),
                List.of(OPENING, book("2026-01-0002", "2026-01-05", "90.00", false)));

        assertThat(rest.bookPaid()).extracting(item -> item.amount() + " " + item.cause().chinese())
                .containsExactly("10.00 银行对账单的金额与凭证不同");
        assertThat(rest.difference().isZero()).isTrue();
    }

    @Test
    void the_banks_balance_is_found_before_after_and_without_lines() {
        List<BookRow> books = List.of(OPENING);
        assertThat(reconcile(List.of(row("a", "2026-02-05", "100.00", "5100.00", null)), books)
                .bankBalance())
                .hasToString("5000.00");
        assertThat(Reconciliation.of(ABC, END, Optional.of(Money.parse("5000.00")), List.of(),
                books)
                .isReconciled()).isTrue();
        Reconciliation none = reconcile(List.of(), books);
        assertThat(none.isBankStated()).isFalse();
        assertThat(none.isReconciled()).isFalse();
    }

    @RepeatedTest(40)
    void lines_in_any_order_give_the_same_and_all_is_explained(RepetitionInfo turn) {
        Random random = new Random(turn.getCurrentRepetition());
        List<CashRow> rows = new ArrayList<>();
        List<BookRow> books = new ArrayList<>(List.of(OPENING));
        Money balance = Money.parse("5000.00");
        for (int i = 2; i < 40; i++) {
            LocalDate date = LocalDate.of(2026, 1, 1).plusDays(i);
            Money amount = Money.cny(random.nextInt(100_000) - 50_000L);
            boolean isInBook = random.nextInt(4) > 0;
            if (random.nextInt(4) > 0) {
                balance = balance.plus(amount);
                rows.add(row("l" + i, date.toString(), amount.toString(), balance.toString(),
                        isInBook ? "2026-01-%04d".formatted(i) : null));
            }
            if (isInBook) {
                books.add(book("2026-01-%04d".formatted(i), date.minusDays(random.nextInt(2))
                        .toString(),
                        amount.toString(), false));
            }
        }
        Reconciliation wanted = reconcile(rows, books);
        Collections.shuffle(rows, random);
        Collections.shuffle(books, random);
        assertThat(reconcile(rows, books)).isEqualTo(wanted);
        assertThat(wanted.difference().isZero()).isTrue();
    }

    @Test
    void the_sheet_has_the_forms_layout_formulas_that_agree_and_no_text_that_is_a_formula(
            @TempDir Path folder) throws IOException {
        Reconciliation four = reconcile(List.of(
                new CashRow("b", new StatementLine(2, LocalDate.of(2025, 12, 20), "",
                Money.parse("0.35"),
                        Optional.of(Money.parse("5000.35")), "=HYPERLINK(\"http://x\")", "",
                        "+1\u0000", "@SUM", ""),
                        Optional.empty()),
                row("c", "2026-01-21", "-10.00", "4990.35", null)),
                List.of(OPENING, book("2026-01-0003", "2026-01-31", "800.00", false),
                        book("2026-01-0004", "2026-01-31", "-300.00", false)));
        Path file = folder.resolve("r.xlsx");
        ReconciliationSheet.write(four, new ReconciliationSheet.Title("=杭州清禾", "中国农业银行", "-1904",
                "@王芳", Optional.of(LocalDate.of(2026, 2, 1))), file);

        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile().getPath())) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("余额调节表");
            assertThat(text(sheet, 0, 0)).isEqualTo("银行存款余额调节表");
            assertThat(text(sheet, 1, 0)).isEqualTo("单位：=杭州清禾");
            assertThat(text(sheet, 5, 0)).isEqualTo("企业银行存款日记账余额");
            assertThat(text(sheet, 5, 2)).isEqualTo("银行对账单余额");
            assertThat(raw(sheet, 5, 1)).isEqualTo("5500.00");
            assertThat(raw(sheet, 5, 3)).isEqualTo("4990.35");
            assertThat(sheet.getRow(8).getCell(1).getCellFormula()).isEqualTo("B6+B7-B8");
            assertThat(sheet.getRow(8).getCell(1).getNumericCellValue()).isEqualTo(5490.35);
            assertThat(sheet.getRow(8).getCell(3).getNumericCellValue()).isEqualTo(5490.35);
            assertThat(sheet.getRow(9).getCell(1).getNumericCellValue()).isZero();
            assertThat(text(sheet, 9, 3)).isEqualTo("调节后相符");
            assertThat(text(sheet, 13, 0)).isEqualTo("编制人：@王芳");
            assertNoForeignFormula(sheet);
        }
    }

    private static void assertNoForeignFormula(XSSFSheet sheet) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA) {
                    assertThat(cell.getCellFormula())
                            .matches("[BD][0-9]+([+-][BD][0-9]+)*|SUM\\(D[0-9]+:D[0-9]+\\)|0");
                } else if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().matches("[=+@-].*")) {
                    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                }
            }
        }
    }

    private static String text(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column).getStringCellValue();
    }

    private static String raw(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column).getRawValue();
    }

    private static Reconciliation reconcile(List<CashRow> rows, List<BookRow> books) {
        return Reconciliation.of(ABC, END, Optional.empty(), rows, books);
    }

    private static CashRow row(String id, String date, String amount, String balance,
            String entry) {
        return new CashRow(id, new StatementLine(1, LocalDate.parse(date), "", Money.parse(amount),
                Optional.of(Money.parse(balance)), "某单位", "", "货款", "S" + id, ""),
                Optional.ofNullable(entry).map(EntryNumber::parse));
    }

    private static BookRow book(String entry, String date, String amount, boolean isOpening) {
        return new BookRow(EntryNumber.parse(entry), LocalDate.parse(date), "摘要",
                Money.parse(amount),
                isOpening, Optional.empty());
    }
}
