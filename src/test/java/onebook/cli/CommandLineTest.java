package onebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import onebook.robot.Firm;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed wrong ends as wrong usage with a sentence; what is refused has its name. */
class CommandLineTest {
    private static final SettableClock CLOCK = new SettableClock("2026-03-06T12:00");
    @TempDir
    private Path folder;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private Firm firm;

    @BeforeEach
    void listen() throws IOException {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        firm = Firm.first(folder).begin(CLOCK);
        Files.writeString(folder.resolve("a-file"), "x");
        Files.createDirectories(folder.resolve("a-folder"));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    /** Runs a line in which B is the book, DIR the test's folder and NUL no character of a name. */
    private int run(String line) {
        said.reset();
        complained.reset();
        return Main.run(CLOCK, Stream.of(line.split(" "))
                .map(word -> word.equals("B") ? firm.book().toString()
                        : word.replace("DIR", folder.toString()).replace("NUL", "\0"))
                .toArray(String[]::new));
    }

    private String complaint() {
        return complained.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "wrong-usage.csv", delimiter = '|')
    void a_bad_word_is_wrong_usage_and_says_how_it_is_written(String line, String sentence) {
        int exit = run(line);
        assertThat(complaint()).contains(sentence).contains("Usage:")
                .doesNotContain("Exception", "Internal error");
        assertThat(exit).isEqualTo(64);
        assertThat(said.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "book balance --book DIR/none | BOOK_NOT_FOUND",
        "book balance --book DIR/a-folder | BOOK_NOT_FOUND",
        "book balance --book DIR/a-file | BOOK_IS_DAMAGED",
        "book create --book B --company A --tax-id 1 --taxpayer general --from 2026-01 "
            + "| BOOK_EXISTS",
        "book correct --book B --entry 2026-01-0001 --date 2026-01-31 --why x | ENTRY_IS_UNKNOWN",
        "close --book B --period 2025-12 | PERIOD_BEFORE_THE_BOOK",
        "close --book B --period 2026-02 | PERIODS_CLOSE_IN_ORDER",
        "robot run dreams --book B | ROBOT_IS_UNKNOWN",
        "robot undo R0007 --book B | RUN_IS_UNKNOWN",
        "robot serve --once --office DIR/none | OFFICE_FILE_IS_WRONG",
        "document read DIR/none.pdf | FILE_IS_BROKEN",
        "bank read DIR/a-folder | FILE_IS_BROKEN",
        "lender verify DIR/none.obk | FILE_IS_BROKEN",
        "lender verify B --policy DIR/a-file | FILE_IS_BROKEN",
        "demo --from DIR/a-folder --out DIR/x | INPUTS_ARE_INCOMPLETE",
        "demo --from DIR/a-file --out DIR/x | INPUTS_ARE_INCOMPLETE"})
    void what_is_refused_is_named(String line, String refusal) {
        assertThat(run(line)).isEqualTo(3);
        assertThat(complaint()).startsWith(refusal + ": ").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"book balance --book B --period 9999-12",
        "book balance --book B --period 0000-01", "book entries --book B --account 9999",
        "tax fill --book B --form statements --period 9999Q4 --out DIR/new/x.xlsx",
        "tax fill --book B --form statements --period 1999 --out DIR/new/x.pdf",
        "lender pack --book B --profile tax-loan --from 1900-01 --to 9999-12 --out DIR/p.obk",
        "robot list --lang ZH"})
    void what_is_far_away_but_well_formed_is_answered(String line) {
        assertThat(run(line)).as(complaint()).isZero();
    }

    @Test
    void a_profile_that_is_no_text_is_refused() throws IOException {
        Files.write(folder.resolve("a-folder/company.yaml"), new byte[] {(byte) 0xff, 1, 2});
        assertThat(run("demo --from DIR/a-folder --out DIR/x")).isEqualTo(3);
        assertThat(complaint()).startsWith("PROFILE_IS_INCOMPLETE");
    }

    @Test
    void a_month_closes_over_what_waits_only_when_told_so() {
        firm.getsForeign(1, "2026-01-08", 99);
        assertThat(run("robot run daily --book B --lang en")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(
                "? foreign-1.xml INVOICE_IS_NOT_OURS · Buyer 合肥远和供电有限公司, seller");
        assertThat(run("close --book B --period 2026-01 --lang zh")).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("购买方 合肥远和供电有限公司，销售方");
        assertThat(complaint()).contains("ITEMS_STILL_WAIT: ", "--accept ITEMS_STILL_WAIT");
        assertThat(run("close --book B --period 2026-01 --although-items-wait --lang zh"))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("+ 结账 2026-01");
        assertThat(run("close --book B --period 2026-01")).isEqualTo(3);
        assertThat(complaint()).startsWith("PERIOD_ALREADY_CLOSED");
    }

    @Test
    void the_page_of_the_verifier_is_written_and_is_the_same_each_time() throws IOException {
        assertThat(run("lender page --out DIR/new/verify.html")).isZero();
        assertThat(run("lender page --out DIR/again.html")).isZero();
        assertThat(folder.resolve("new/verify.html")).hasSameBinaryContentAs(
                folder.resolve("again.html")).content().startsWith("<!DOCTYPE html>");
        assertThat(run("lender page")).isEqualTo(64);
        assertThat(run("lender page --out DIR/a-folder")).isEqualTo(64);
    }
}
