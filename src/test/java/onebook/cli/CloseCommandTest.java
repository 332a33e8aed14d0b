package onebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onebook.robot.Firm;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloseCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2027-01-10T12:00");
    private Firm firm;

    @BeforeEach
    void begin() {
        firm = Firm.first(folder).begin(clock);
        firm.sells(1, "2026-01-05", 1000);
        run("robot", "run", "daily", "--quiet");
    }

    private Spoken run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        int at = arguments[0].equals("robot") ? 3 : 1;
        if (arguments[0].equals("recurring")) {
            at = 2;
        }
        all.addAll(at, List.of("--book", firm.book().toString()));
        return Spoken.of(clock, all.toArray(String[]::new));
    }

    private static List<JsonNode> lines(Spoken spoken) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : spoken.out().split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void a_dry_run_tells_the_questions_and_the_entries_that_the_close_posts() {
        Spoken dry = run("close", "--period", "2026-01", "--dry-run", "--lang", "en");
        assertThat(dry.exit()).isZero();
        assertThat(dry.out()).contains("ok   0 captured documents that are not booked",
                "[profit-transfer]", "+ closed 2026-01").doesNotContain("—");
        Spoken real = run("close", "--period", "2026-01", "--lang", "en");
        assertThat(real.exit()).isZero();
        assertThat(real.out()).startsWith(dry.out());
        assertThat(run("close", "--period", "2026-01").err())
                .startsWith("PERIOD_ALREADY_CLOSED: ");
    }

    @Test
    void what_waits_keeps_the_month_open_until_somebody_takes_it_on() throws IOException {
        firm.getsForeign(4, "2026-01-08", 99);
        run("robot", "run", "daily", "--quiet");
        Spoken dry = run("close", "--period", "2026-01", "--dry-run", "--lang", "zh");
        assertThat(dry.exit()).isEqualTo(1);
        assertThat(dry.out()).contains("!!   1 未入账的单据", "foreign-4.xml INVOICE_IS_NOT_OURS");
        Spoken refused = run("close", "--period", "2026-01");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).startsWith("ITEMS_STILL_WAIT: ")
                .contains("--accept ITEMS_STILL_WAIT");
        for (String unknown : List.of("EVERYTHING", "")) {
            assertThat(run("close", "--period", "2026-01", "--accept", unknown).exit())
                    .isEqualTo(64);
        }
        Spoken closed = run("close", "--period", "2026-01", "--accept-waiting", "--format", "json");
        assertThat(closed.exit()).isZero();
        List<JsonNode> lines = lines(closed);
        assertThat(lines.get(0).path("check").asText()).isEqualTo("DOCUMENTS_WAIT");
        assertThat(lines.get(0).path("weight").asText()).isEqualTo("BLOCKS");
        assertThat(lines.get(0).path("found").asInt()).isEqualTo(1);
        assertThat(lines.get(0).at("/items/0/amount").asText()).isEqualTo("99.99");
        assertThat(lines.get(lines.size() - 2).path("rule").asText()).isEqualTo("profit-transfer");
        assertThat(lines.get(lines.size() - 1).path("closed").asText()).isEqualTo("2026-01");
        assertThat(lines.get(lines.size() - 1).path("checkpoint").asText()).contains("\n");
    }

    @Test
    void a_year_ends_when_it_is_asked_to() {
        for (int month = 1; month <= 11; month++) {
            assertThat(run("close", "--period", "2026-%02d".formatted(month)).exit()).isZero();
        }
        assertThat(run("close", "--period", "2026-12").err())
                .startsWith("YEAR_END_BELONGS_TO_DECEMBER: ");
        assertThat(run("close", "--period", "2026-12", "--year-end", "--distribute", "9999.99")
                .err()).startsWith("DISTRIBUTION_EXCEEDS_PROFIT: ");
        Spoken end = run("close", "--period", "2026-12", "--year-end", "--distribute", "10.00");
        assertThat(end.exit()).isZero();
        // revenue 1,000 and the exempt VAT of 10
        assertThat(end.out()).contains("3104.05 1010.00", "2232 10.00");
        assertThat(run("close", "--period", "2027-01", "--year-end").err())
                .startsWith("YEAR_END_BELONGS_TO_DECEMBER: ");
    }

    @Test
    void what_the_company_settles_is_kept_and_told() throws IOException {
        Path policy = Files.writeString(folder.resolve("closing.yaml"), "reserve: {}\n");
        assertThat(run("close-policy", "--set", policy.toString()).out())
                .isEqualTo("reserve: {}\n");
        assertThat(run("close-policy").out()).isEqualTo("reserve: {}\n");
        Files.writeString(policy, "reserv: {}\n");
        Spoken wrong = run("close-policy", "--set", policy.toString());
        assertThat(wrong.exit()).isEqualTo(3);
        assertThat(wrong.err()).startsWith("RULES_CANNOT_BE_USED: ");
        Files.write(policy, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(run("close-policy", "--set", policy.toString()).err())
                .startsWith("FILE_IS_NOT_A_KNOWN_FORMAT: ");
        Files.write(policy, new byte[1_000_001]);
        assertThat(run("close-policy", "--set", policy.toString()).err())
                .startsWith("FILE_IS_TOO_LARGE: ");
        assertThat(run("close-policy", "--set", folder.resolve("none").toString()).exit())
                .isEqualTo(64);
    }

    @Test
    void assets_are_added_run_disposed_of_and_removed() throws IOException {
        Path van = Files.writeString(folder.resolve("van.yaml"), """
                assets: [{id: FA-1, name: 货车, cost: 48000, life: vehicle, bought: 2025-12-20}]
                """);
        assertThat(run("recurring", "add", van.toString(), "--lang", "en").out())
                .startsWith("+ Card FA-1 货车: cost 48000.00");
        assertThat(run("recurring", "add", van.toString()).err())
                .startsWith("RECURRING_ENTRY_IS_WRONG: ");
        assertThat(run("close", "--period", "2026-01").err())
                .startsWith("RECURRING_ENTRIES_ARE_DUE: ");
        Spoken due = run("recurring", "list", "--period", "2026-01", "--lang", "zh");
        assertThat(due.out()).contains("资产卡片 FA-1", "due 2026-01-31 计提折旧 货车 950.00");
        Spoken dry = run("recurring", "run", "--period", "2026-01", "--dry-run");
        Spoken real = run("recurring", "run", "--period", "2026-01");
        assertThat(real.out()).isEqualTo(dry.out()).contains("1602 950.00");
        assertThat(run("recurring", "run", "--period", "2026-01").out()).isEmpty();
        assertThat(run("close", "--period", "2026-01").exit()).isZero();
        assertThat(run("recurring", "dispose", "FA-1", "--date", "2026-02-10", "--cleared",
                "2026-02").exit()).isZero();
        assertThat(run("recurring", "run", "--period", "2026-02").out())
                .contains("5711.08 46100.00");
        assertThat(run("recurring", "remove", "FA-1").exit()).isZero();
        assertThat(run("recurring", "list").out()).isEmpty();
        assertThat(run("recurring", "remove", "FA-1").exit()).isEqualTo(3);
    }

    @Test
    void wages_come_from_a_table() throws IOException {
        Path table = Files.writeString(folder.resolve("wages.csv"),
                "姓名,应发工资,个税\n王芳,8000,25.50\n");
        Spoken dry = run("recurring", "wages", table.toString(), "--period", "2026-01",
                "--dry-run");
        Spoken real = run("recurring", "wages", table.toString(), "--period", "2026-01");
        assertThat(real.exit()).isZero();
        assertThat(real.out()).isEqualTo(dry.out()).contains("2211.01 8000.00", "2221.15 25.50");
        Spoken again = run("recurring", "wages", table.toString(), "--period", "2026-01");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.out()).startsWith("!").contains("PROPOSAL_ALREADY_RESOLVED");
    }

    @Test
    void rates_are_given_with_the_close() {
        assertThat(run("close", "--period", "2026-01", "--rate", "USD=7.0288").exit()).isZero();
        assertThat(run("close", "--period", "2026-02", "--rate", "usd=7.0288").err())
                .startsWith("EXCHANGE_RATE_IS_MISSING: ");
        assertThat(run("close", "--period", "2026-02", "--rate", "USD=much").exit())
                .isEqualTo(64);
    }
}
