package onebook.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onebook.ledger.Money;
import onebook.print.Table.Column;
import onebook.print.Table.Kind;
import onebook.print.Table.Line;
import onebook.print.Table.Paper;
import onebook.print.Table.Row;
import onebook.print.Table.Style;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintoutTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 4, 1, 9, 30);
    private static final List<Column> COLUMNS = List.of(
            Column.of("date", "日期", Kind.DATE, 11), Column.of("summary", "摘要", Kind.TEXT, 34),
            Column.of("debit", "借方", Kind.MONEY, 17).under("本位币"),
            Column.of("credit", "贷方", Kind.MONEY, 17).under("本位币"),
            Column.of("count", "数量", Kind.NUMBER, 12));

    @Test
    void a_page_says_its_title_heads_texts_amounts_and_number() throws IOException {
        String text = text(pdf(table(List.of(line("收到货款", "1234567.8"))), 1), 1);
        assertThat(text).contains("银行存款日记账", "单位：南风商贸", "日期", "本位币", "收到货款",
                "1,234,567.80", "2026-03-05", "2.5", "会计主管：", "李会计  2026-04-01 09:30 打印",
                "第 1 页", "共 1 页");
    }

    @Test
    void each_page_repeats_the_heads_and_sums_are_carried_over() throws IOException {
        List<Row> rows = IntStream.rangeClosed(1, 100).mapToObj(i -> line("第" + i + "笔", "1.00")
                .carrying(caption -> List.of(Cell.BLANK, Cell.of(caption),
                        Cell.of(Money.cny(i * 100L))))).toList();
        byte[] pdf = pdf(table(rows), 1);
        assertThat(text(pdf, 1)).contains("摘要", "过次页", "共 3 页").doesNotContain("承前页");
        assertThat(text(pdf, 2)).contains("摘要", "第 2 页", "承前页", "过次页", "共 3 页");
        assertThat(text(pdf, 3)).contains("承前页", "第100笔").doesNotContain("过次页");
        String last = text(pdf, 1).lines().filter(one -> one.contains("过次页")).findFirst().get();
        assertThat(text(pdf, 2)).contains(last.replace("过次页", "承前页"));
    }

    @Test
    void a_text_of_ten_thousand_characters_is_printed_whole_over_pages() throws IOException {
        byte[] pdf = pdf(table(List.of(line("长".repeat(10_000), "1.00"), line("后", "2.00"))), 1);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String all = new PDFTextStripper().getText(document);
            assertThat(all.chars().filter(one -> one == '长').count()).isEqualTo(10_000);
            assertThat(document.getNumberOfPages()).isGreaterThan(8);
            assertThat(all).contains("2.00");
        }
    }

    @Test
    void what_the_font_lacks_is_marked_and_what_cannot_be_seen_goes() throws IOException {
        Table table = table(List.of(line("笑😀脸\u202Etxt\u0007\u0000 ok\ttab", "1")));
        assertThat(text(pdf(table, 1), 1)).contains("笑〓脸txt ok tab");
    }

    @Test
    void only_the_glyphs_used_are_embedded() throws IOException {
        byte[] pdf = pdf(table(List.of(line("收到货款", "1.00"))), 1);
        assertThat(pdf.length).isLessThan(100_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                PDType0Font font = (PDType0Font) resources.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC-Regular");
            }
        }
    }

    @Test
    void tables_lie_or_stand_as_they_wish_and_pages_count_through() throws IOException {
        byte[] pdf = pdf(table(List.of(line("一", "1"))), 2);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isLessThan(600);
            assertThat(document.getPage(1).getMediaBox().getWidth()).isGreaterThan(800);
        }
        assertThat(text(pdf, 2)).contains("第 2 页", "共 2 页");
    }

    @Test
    void the_same_print_gives_the_same_bytes() throws IOException {
        Table table = table(List.of(line("收到货款", "1.00")));
        assertThat(pdf(table, 1)).isEqualTo(pdf(table, 1));
    }

    @Test
    void a_table_without_rows_prints_its_heads() throws IOException {
        assertThat(text(pdf(table(List.of()), 1), 1)).contains("日期", "摘要", "会计主管：");
    }

    @Test
    void a_sheet_has_numbers_where_money_is_and_texts_where_texts_are() throws IOException {
        try (XSSFWorkbook book = sheets(table(List.of(line("=1+1", "-1234.5"))))) {
            XSSFSheet sheet = book.getSheet("日记账");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("银行存款日记账");
            assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("本位币");
            assertThat(sheet.getRow(3).getCell(3).getStringCellValue()).isEqualTo("贷方");
            XSSFCell day = sheet.getRow(4).getCell(0);
            assertThat(day.getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2026, 3, 5));
            XSSFCell text = sheet.getRow(4).getCell(1);
            assertThat(text.getCellType()).isEqualTo(CellType.STRING);
            assertThat(text.getStringCellValue()).isEqualTo("=1+1");
            assertThat(text.getCellStyle().getQuotePrefixed()).isTrue();
            XSSFCell money = sheet.getRow(4).getCell(2);
            assertThat(money.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(money.getRawValue()).isEqualTo("-1234.5");
            assertThat(money.getCellStyle().getDataFormatString()).startsWith("#,##0.00");
            assertThat(sheet.getRow(4).getCell(3).getCellType()).isEqualTo(CellType.BLANK);
            assertThat((int) sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo(4);
        }
    }

    @Test
    void an_amount_a_spreadsheet_cannot_hold_stays_exact_as_text() throws IOException {
        try (XSSFWorkbook book = sheets(table(List.of(line("大", "90071992547409.93"))))) {
            XSSFCell money = book.getSheetAt(0).getRow(4).getCell(2);
            assertThat(money.getCellType()).isEqualTo(CellType.STRING);
            assertThat(money.getStringCellValue()).isEqualTo("90071992547409.93");
        }
    }

    @Test
    void sheets_of_one_name_are_told_apart_and_odd_names_are_made_safe() throws IOException {
        Table table = table(List.of(line("一", "1")));
        Table odd = table.named("[2221]/应交税费:*?" + "长".repeat(40));
        try (XSSFWorkbook book = sheets(table, table, odd, odd)) {
            assertThat(book.getSheetName(1)).isEqualTo("日记账(2)");
            assertThat(book.getSheetName(2)).hasSizeLessThanOrEqualTo(31);
            assertThat(book.getSheetName(3)).endsWith("(2)");
        }
    }

    @Test
    void a_sheet_of_hostile_texts_can_be_opened() throws IOException {
        String hostile = "\u0000\uFFFE<x>&amp;😀\u202E" + "x".repeat(40_000);
        try (XSSFWorkbook book = sheets(table(List.of(line(hostile, "1"))))) {
            assertThat(book.getSheetAt(0).getRow(4).getCell(1).getStringCellValue())
                    .startsWith("<x>&amp;😀").hasSizeLessThan(32_767).endsWith("…");
        }
    }

    @Test
    void rows_are_drawn_as_they_come_and_their_stream_is_closed(@TempDir Path folder)
            throws IOException {
        AtomicInteger closed = new AtomicInteger();
        Table table = new Table("大", "大", List.of(), COLUMNS,
                () -> IntStream.range(0, 3000).mapToObj(i -> line("第" + i + "笔", "1.00"))
                        .onClose(closed::incrementAndGet), List.of(), Paper.PORTRAIT);
        Printout print = Printout.of(List.of(table), "李会计", NOW);
        print.write(folder.resolve("a.pdf"));
        print.write(folder.resolve("deeper/a.xlsx"));
        assertThat(closed).hasValue(2);
        assertThat(text(Files.readAllBytes(folder.resolve("a.pdf")), 1)).contains("第0笔");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(2);
        }
    }

    @Test
    void a_file_of_another_kind_is_not_written(@TempDir Path folder) {
        Printout print = Printout.of(List.of(table(List.of())), "李会计", NOW);
        assertThat(Printout.canWrite(folder.resolve("a.docx"))).isFalse();
        assertThatThrownBy(() -> print.write(folder.resolve("a.docx")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Row line(String summary, String debit) {
        return Row.of(Cell.of(LocalDate.of(2026, 3, 5)), Cell.of(summary),
                Cell.of(Money.parse(debit)), Cell.BLANK, Cell.of(new BigDecimal("2.500")));
    }

    private static Table table(List<Row> rows) {
        List<Row> all = new ArrayList<>(rows);
        if (!rows.isEmpty()) {
            all.add(Row.of(Style.TOTAL, Cell.BLANK, Cell.of("合计"), Cell.of(Money.ZERO)));
        }
        return Table.of("银行存款日记账", List.of(new Line("单位：南风商贸", "2026年3月", "单位：元")),
                COLUMNS, all).named("日记账").below(new Line("会计主管：", "", "制表："));
    }

    /** The table, and where two are wanted once more on a lying page. */
    private static byte[] pdf(Table table, int tables) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Table> all = tables == 1 ? List.of(table) : List.of(table, table.on(Paper.LANDSCAPE));
        Printout.of(all, "李会计", NOW).pdf(out);
        return out.toByteArray();
    }

    private static XSSFWorkbook sheets(Table... tables) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Printout.of(List.of(tables), "李会计", NOW).xlsx(out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static String text(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }
}
