package onebook.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onebook.robot.Firm;
import onebook.schedule.SettableClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-04-01T12:00");
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private Firm firm;

    @BeforeEach
    void begin() {
        firm = Firm.first(folder).begin(clock);
        firm.sells(1, "2026-01-05", 1000);
        firm.sells(2, "2026-02-06", 2000);
        System.setOut(new PrintStream(said, true, UTF_8));
        System.setErr(new PrintStream(complained, true, UTF_8));
        Main.run(clock, "robot", "run", "daily", "--book", firm.book().toString(), "--quiet",
                folder.resolve("inbox/sale-1.xml").toString(),
                folder.resolve("inbox/sale-2.xml").toString());
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    private int ledger(String... arguments) {
        said.reset();
        complained.reset();
        List<String> all = new ArrayList<>(List.of("book", "ledger", "--book",
                firm.book().toString(), "--from", "2026-01", "--to", "2026-03"));
        all.addAll(List.of(arguments));
        return Main.run(clock, all.toArray(String[]::new));
    }

    private String said() {
        return said.toString(UTF_8);
    }

    @Test
    void a_ledger_is_shown_as_text() {
        assertThat(ledger("--kind", "detail", "--account", "1122")).isZero();
        assertThat(said()).contains("应收账款明细账", "编制单位：合肥天航照明科技有限公司", "本月合计",
                "1,010.00", "3,030.00");
    }

    @Test
    void a_program_gets_one_object_per_line_with_amounts_as_texts() throws IOException {
        assertThat(ledger("--kind", "detail", "--account", "1122", "--format", "json")).isZero();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : said().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        assertThat(lines).extracting(line -> line.get("row").asText()).containsExactly(
                "brought-forward", "entry", "month", "year", "entry", "month", "year");
        JsonNode entry = lines.get(1);
        assertThat(entry.get("date").asText()).isEqualTo("2026-01-05");
        assertThat(entry.get("entry").asText()).isEqualTo("2026-01-0001");
        assertThat(entry.get("debit").isTextual()).isTrue();
        assertThat(entry.get("debit").asText()).isEqualTo("1010.00");
        assertThat(entry.has("credit")).isFalse();
        assertThat(entry.get("contra").asText()).isEqualTo("5001 2221.01");
        assertThat(entry.get("direction").asText()).isEqualTo("debit");
        assertThat(lines.get(0).get("direction").asText()).isEqualTo("level");
    }

    @Test
    void other_kinds_and_filters_are_understood() {
        assertThat(ledger("--kind", "GENERAL")).isZero();
        assertThat(said()).contains("总分类账", "本年累计");
        assertThat(ledger("--kind", "balance", "--level", "1")).isZero();
        assertThat(said()).contains("应交税费").doesNotContain("2221.01");
        assertThat(ledger("--kind", "balance", "--dimension", "customer")).isZero();
        assertThat(said()).contains("辅助余额表（客户）", "安徽清升实业有限公司");
        assertThat(ledger("--kind", "detail", "--account", "1122", "--party", "无此公司")).isZero();
        assertThat(said()).doesNotContain("1,010.00");
        assertThat(ledger("--kind", "report", "--report", "admin-expenses")).isZero();
        assertThat(said()).contains("管理费用明细表", "2026年3月");
    }

    @Test
    void a_book_is_printed_where_out_says() throws IOException {
        Path paper = folder.resolve("ledger.pdf");
        assertThat(ledger("--kind", "detail", "--account", "1122", "--by", "王会计", "--out",
                paper.toString())).isZero();
        assertThat(said().strip()).isEqualTo(paper.toString());
        try (PDDocument document = Loader.loadPDF(paper.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("应收账款明细账",
                    "3,030.00", "王会计  2026-04-01 12:00 打印", "会计主管：");
        }
        Path sheet = folder.resolve("ledger.xlsx");
        assertThat(ledger("--kind", "detail", "--account", "1122", "--out", sheet.toString()))
                .isZero();
        try (XSSFWorkbook book = new XSSFWorkbook(sheet.toFile())) {
            assertThat(book.getSheet("1122 应收账款").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("应收账款明细账");
        } catch (InvalidFormatException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void what_the_book_refuses_is_named() {
        assertThat(ledger("--kind", "detail", "--account", "9999")).isEqualTo(3);
        assertThat(complained.toString(UTF_8)).startsWith("UNKNOWN_ACCOUNT: ");
        assertThat(ledger("--kind", "multi", "--account", "1122")).isEqualTo(3);
        assertThat(complained.toString(UTF_8)).startsWith("ACCOUNT_HAS_NO_DETAILS: ");
        assertThat(ledger("--kind", "foreign", "--account", "1122")).isEqualTo(3);
        assertThat(complained.toString(UTF_8)).startsWith("ACCOUNT_HAS_NO_CURRENCY: ");
        assertThat(ledger("--kind", "report", "--report", "none-such")).isEqualTo(3);
        assertThat(complained.toString(UTF_8)).startsWith("REPORT_CANNOT_BE_USED: ");
        assertThat(ledger("--kind", "quantity")).isEqualTo(3);
        assertThat(complained.toString(UTF_8)).startsWith("NOTHING_TO_DO: ");
        assertThat(ledger("--kind", "vouchers", "--entry", "2026-01-0099", "--out",
                folder.resolve("x.pdf").toString())).isEqualTo(3);
        assertThat(complained.toString(UTF_8)).startsWith("ENTRY_IS_UNKNOWN: ");
    }

    @Test
    void wrong_usage_is_usage() {
        assertThat(ledger("--kind", "diary")).isEqualTo(64);
        assertThat(ledger("--kind", "detail", "--account", "x")).isEqualTo(64);
        assertThat(ledger("--kind", "detail", "--out", "x.docx")).isEqualTo(64);
        assertThat(ledger("--kind", "vouchers", "--per-page", "3")).isEqualTo(64);
        assertThat(ledger("--kind", "report")).isEqualTo(64);
        assertThat(ledger("--kind", "multi")).isEqualTo(64);
        assertThat(ledger("--kind", "general", "--party", "甲")).isEqualTo(64);
        assertThat(ledger("--kind", "ageing", "--text", "甲")).isEqualTo(64);
        assertThat(ledger("--kind", "detail", "--dimension", "department")).isEqualTo(64);
        assertThat(Main.run(clock, "book", "ledger", "--book", firm.book().toString(), "--kind",
                "general", "--from", "2026-03", "--to", "2026-01")).isEqualTo(64);
    }
}
