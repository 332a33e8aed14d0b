package onebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onebook.robot.Firm;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vouchers from the command line, in a book of one user. */
class VoucherCommandTest {
    private static final SettableClock CLOCK = new SettableClock("2026-01-20T12:00");
    private static final List<String> PAPER = List.of("--date", "2026-01-15", "--summary", "办公用品",
            "--line", "account=5602.05 debit=1,200.00 memo=两箱 A4 纸=白",
            "--line", "account=1001 credit=1200", "--no-evidence", "收据遗失");
    @TempDir
    private Path folder;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final InputStream in = System.in;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private Firm firm;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        firm = Firm.first(folder).begin(CLOCK);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
        System.setIn(in);
    }

    private int run(List<String> words, String... more) {
        said.reset();
        complained.reset();
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(words);
        all.addAll(List.of("--book", firm.book().toString(), "--by", "王芳"));
        return Main.run(CLOCK, all.toArray(String[]::new));
    }

    private int voucher(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "voucher";
        System.arraycopy(words, 0, all, 1, words.length);
        return run(List.of(), all);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String complaint() {
        return complained.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_voucher_goes_from_a_draft_into_the_book_and_is_told_at_each_step() {
        assertThat(run(PAPER, "voucher", "new", "--format", "json")).isZero();
        assertThat(said()).contains("\"draft\":1", "\"state\":\"draft\"", "\"preparedBy\":\"王芳\"",
                "\"debit\":\"1200.00\"", "\"memo\":\"两箱 A4 纸=白\"", "\"sound\":true");
        assertThat(voucher("list")).as("something waits").isEqualTo(1);
        assertThat(voucher("post", "1")).isEqualTo(3);
        assertThat(complaint()).contains("VOUCHER_IS_NOT_REVIEWED");
        assertThat(voucher("review", "1")).isZero();
        assertThat(complaint()).as("a book of one user says so").contains("单用户模式");
        assertThat(voucher("edit", "1", "--summary", "x")).isEqualTo(3);
        assertThat(complaint()).startsWith("VOUCHER_IS_REVIEWED");
        assertThat(voucher("unreview", "1")).isZero();
        assertThat(voucher("edit", "1", "--summary", "打印纸", "--attachments", "2")).isZero();
        assertThat(said()).contains("打印纸", "1200.00");
        assertThat(voucher("review", "1")).isZero();
        assertThat(voucher("post", "--all")).isZero();
        assertThat(said()).startsWith("2026-01-0001  2026-01-15  打印纸");
        assertThat(voucher("show", "1", "--format", "json")).isZero();
        assertThat(said()).contains("\"entry\":\"2026-01-0001\"", "\"attachments\":2",
                "\"memo\":\"两箱 A4 纸=白\"");
        assertThat(voucher("list")).isZero();
    }

    @Test
    void several_steps_at_once_do_what_can_be_done_and_name_the_rest() {
        run(PAPER, "voucher", "new");
        voucher("new", "--summary", "不全");
        assertThat(voucher("review", "1", "2", "9")).isEqualTo(3);
        assertThat(complaint()).contains("FEWER_THAN_TWO_POSTINGS", "DRAFT_IS_UNKNOWN");
        assertThat(said()).contains("draft 1").doesNotContain("draft 2");
        assertThat(voucher("post", "--all")).isZero();
        assertThat(voucher("delete", "2")).isZero();
        assertThat(voucher("show", "2")).isEqualTo(3);
    }

    @Test
    void json_says_the_same_as_options_and_comes_from_a_file_or_from_standard_input()
            throws IOException {
        String json = """
                {"date":"2026-01-15","summary":"买设备","attachments":1,"noEvidence":"合同在档",
                 "lines":[{"account":"1601","debit":"700.00","currency":"USD","amount":"100",
                   "rate":"7","quantity":"2","price":"350","party":"某商行","department":"办公室"},
                  {"account":"1001","credit":"700.00","cash_flow":"12"}]}""";
        Path file = Files.writeString(folder.resolve("v.json"), json);
        assertThat(voucher("new", "--file", file.toString(), "--format", "json")).isZero();
        String first = said();
        assertThat(first).contains("\"currency\":\"USD\"", "\"amount\":\"100.00\"",
                "\"rate\":\"7\"", "\"quantity\":\"2\"", "\"department\":\"办公室\"",
                "\"cash_flow\":\"12\"");
        System.setIn(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(voucher("new", "--file", "-", "--format", "json")).isZero();
        assertThat(said().replaceFirst("\"draft\":2", "\"draft\":1")).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "{\"lines\":[{\"account\":\"1001\",\"debit\":\"1e9\"}]}",
        "{\"total\":1}", "{\"date\":\"yesterday\"}", "{\"attachments\":\"-1\"}",
        "{\"attachments\":99999999}", "{\"lines\":[{\"debit\":\"1.234\"}]}",
        "{\"lines\":[{\"debit\":\"99999999999999999999\"}]}", "{\"summary\":\"a\\nb\"}",
        "{\"lines\":[{\"currency\":\"ZZZ\",\"amount\":\"1\",\"rate\":\"1\"}]}",
        "{\"lines\":[{\"quantity\":\"1\"}]}", "{\"lines\":[{\"cash_flow\":\"-1\"}]}"})
    void hostile_json_is_refused_by_name_and_nothing_is_kept(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("v.json"), json);
        assertThat(voucher("new", "--file", file.toString())).isEqualTo(3);
        assertThat(complaint()).matches(
                "(?s)(VOUCHER_CANNOT_BE_READ|TEXT_CANNOT_BE_KEPT): .*");
        voucher("list");
        assertThat(said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"account=1001 debit=abc", "nonsense", "debit=1 debit=2",
        "account=1001 credit=1 rate=7", "account=1001 debit=1e3", "debit=--1"})
    void a_line_that_cannot_be_read_is_refused_by_name(String line) {
        assertThat(voucher("new", "--line", line)).isEqualTo(3);
        assertThat(complaint()).startsWith("VOUCHER_CANNOT_BE_READ");
    }

    @Test
    void a_check_tells_sums_and_problems_and_keeps_nothing() {
        assertThat(run(PAPER, "voucher", "check")).isZero();
        assertThat(said()).contains("借 1200.00  贷 1200.00");
        assertThat(voucher("check", "--line", "account=1001 debit=1", "--format", "json"))
                .isEqualTo(1);
        assertThat(said()).contains("\"debits\":\"1.00\"", "SUMMARY_IS_MISSING",
                "EVIDENCE_IS_MISSING");
        assertThat(voucher("list")).isZero();
    }

    @Test
    void a_paper_is_taken_in_and_a_file_that_is_none_is_named() throws IOException {
        firm.sells(1, "2026-01-05", 100);
        String paper = folder.resolve("inbox/sale-1.xml").toString();
        assertThat(run(PAPER, "voucher", "new", "--evidence", paper)).isZero();
        Files.write(folder.resolve("empty.pdf"), new byte[0]);
        assertThat(run(PAPER, "voucher", "new", "--evidence",
                folder.resolve("empty.pdf").toString())).isEqualTo(3);
        assertThat(complaint()).startsWith("FILE_IS_EMPTY");
        assertThat(run(PAPER, "voucher", "new", "--evidence", "ab".repeat(32))).isEqualTo(1);
        assertThat(said()).contains("DOCUMENT_IS_UNKNOWN");
    }

    @Test
    void an_entry_is_taken_back_in_a_month_of_choice_booked_again_and_shows_it() {
        run(PAPER, "voucher", "new");
        voucher("review", "1");
        voucher("post", "1");
        assertThat(run(List.of(), "book", "supplement", "--entry", "2026-01-0001", "--why", "少记",
                "--line", "account=5602.05 debit=1", "--line", "account=1001 credit=1")).isZero();
        assertThat(said()).startsWith("2026-01-0002  2026-01-15  补充2026年1月15日第1号凭证");
        assertThat(run(List.of(), "book", "correct", "--entry", "2026-01-0001", "--why", "错",
                "--period", "2026-02", "--blue")).as("the blue draft waits").isEqualTo(1);
        assertThat(said()).contains("2026-02-0001  2026-02-01  注销2026年1月15日第1号凭证",
                "draft 2  2026-02-01  订正2026年1月15日第1号凭证");
        assertThat(run(List.of(), "book", "entries", "--period", "2026-01")).isZero();
        assertThat(said()).contains("已被 2026-02-0001 注销");
        assertThat(run(List.of(), "book", "entries", "--period", "2026-01", "--format", "json"))
                .isZero();
        assertThat(said()).contains("\"takenBackBy\":\"2026-02-0001\"");
        assertThat(run(List.of(), "book", "correct", "--entry", "2026-01-0002", "--why", "错",
                "--period", "2026-02", "--date", "2026-02-01")).isEqualTo(64);
        assertThat(run(List.of(), "book", "correct", "--entry", "2026-01-0002", "--why",
                "a\u202eb")).isEqualTo(3);
        assertThat(complaint()).startsWith("TEXT_CANNOT_BE_KEPT");
    }

    @Test
    void the_log_and_the_rules_are_told_as_text_and_as_json() {
        assertThat(run(List.of(), "book", "rules", "authorise", "match")).isZero();
        assertThat(run(List.of(), "book", "rules", "list", "--format", "json")).isZero();
        assertThat(said()).contains("\"rule\":\"match\"", "\"author\":\"王芳\"",
                "\"rule\":\"sales-invoice\"");
        assertThat(run(List.of(), "book", "log", "--from", "2026-01-20", "--to", "2026-01-20",
                "--who", "王芳", "--format", "json")).isZero();
        assertThat(said()).contains("\"who\":\"王芳\",\"what\":\"authorise rules match\"");
        assertThat(run(List.of(), "book", "log", "--to", "2026-01-19")).isZero();
        assertThat(said()).isEmpty();
    }
}
