package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.sample.SampleCompany;
import onebook.schedule.SettableClock;
import onebook.words.Sentence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dry run, run, second run and undo on a whole made-up quarter; scans are left out for time. */
class SampleRunTest {
    @TempDir
    private static Path made;
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-04-03T12:00");

    @BeforeAll
    static void make() throws IOException {
        SampleCompany.write(71, made);
    }

    @BeforeEach
    void fill() throws IOException {
        Path inputs = made.resolve("inputs");
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        try (Stream<Path> files = Files.walk(inputs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String place = inputs.relativize(file).toString();
                if (place.matches("(documents|bank).*") && !place.matches(".*\\.(jpg|png)")) {
                    Files.copy(file, inbox.resolve(file.getFileName()));
                }
            }
        }
    }

    private Desk company(String book) throws IOException {
        Desk desk = Desk.create(folder.resolve(book),
                Files.readString(made.resolve("inputs/company.yaml")), clock, Optional.empty());
        desk.openWith(made.resolve("inputs/opening-balances.xlsx"), "王芳");
        return desk;
    }

    private static RunReport run(Desk desk, String robot, boolean isDryRun) {
        return desk.run(robot, isDryRun, "王芳", RunReport.Progress.SILENT);
    }

    @Test
    void dry_run_run_and_undo_agree_on_a_whole_quarter() throws IOException {
        try (Desk desk = company("book.onebook")) {
            List<String> opening = balances(desk);
            RunReport dry = run(desk, "daily", true);
            assertThat(balances(desk)).isEqualTo(opening);
            RunReport real = run(desk, "daily", false);
            assertThat(real.diff()).isEqualTo(dry.diff());
            assertThat(real.entries()).hasSizeGreaterThan(60);
            List<JournalEntry> entries = desk.entries(EntryFilter.ALL);
            assertThat(run(desk, "daily", false).id()).isEmpty();
            assertThat(desk.entries(EntryFilter.ALL)).isEqualTo(entries);
            RunReport undo = desk.undo(real.id(), "王芳");
            assertThat(undo.entries()).hasSameSizeAs(real.entries());
            assertThat(balances(desk)).isEqualTo(opening);
            assertThat(desk.entries(EntryFilter.ALL))
                    .containsAll(entries)
                    .hasSize(entries.size() + real.entries().size());
            assertThat(run(desk, "daily", false).entries()).isEmpty();
            assertThat(desk.audit()).isEmpty();
        }
    }

    @Test
    void what_comes_day_by_day_ends_in_the_same_balances_as_all_at_once() throws IOException {
        try (Desk desk = company("daily.onebook")) {
            List<Path> files = Intake.filesIn(folder.resolve("inbox"));
            for (int from = 0; from < files.size(); from += 17) {
                desk.run("daily", files.subList(from, Math.min(from + 17, files.size())), false,
                        "王芳", RunReport.Progress.SILENT);
            }
            List<String> daily = balances(desk);
            try (Desk once = company("once.onebook")) {
                run(once, "daily", false);
                assertThat(waiting(once)).isEqualTo(waiting(desk));
                assertThat(balances(once)).isEqualTo(daily);
            }
        }
    }

    /** Which form of a doubled invoice waits depends on which came first. */
    private static List<String> waiting(Desk desk) {
        return desk.waiting().stream().map(one -> one.reason() + " "
                + one.source().replaceFirst("\\.(xml|pdf|ofd)$", "")).toList();
    }

    @Test
    void a_closed_quarter_is_not_undone() throws IOException {
        try (Desk desk = company("book.onebook")) {
            RunReport run = run(desk, "daily", false);
            desk.close(Period.parse("2026-01"), "王芳");
            desk.close(Period.parse("2026-02"), "王芳");
            desk.close(Period.parse("2026-03"), "王芳");
            List<JournalEntry> entries = desk.entries(EntryFilter.ALL);
            for (RunReport one : desk.runs()) {
                assertThatThrownBy(() -> desk.undo(one.id(), "王芳"))
                        .isInstanceOf(RefusedException.class)
                        .extracting(refused -> ((RefusedException) refused).refusal())
                        .isEqualTo(Refusal.RUN_CANNOT_BE_UNDONE);
            }
            assertThat(run.entries()).isNotEmpty();
            assertThat(desk.entries(EntryFilter.ALL)).isEqualTo(entries);
            assertThat(desk.audit()).isEmpty();
        }
    }

    @Test
    void whoever_reads_english_gets_every_reason_in_english() throws IOException {
        try (Desk desk = company("book.onebook")) {
            List<RunReport> reports = new ArrayList<>();
            reports.add(run(desk, "daily", false));
            for (String month : List.of("2026-01", "2026-02", "2026-03")) {
                reports.add(desk.close(Period.parse(month), "王芳"));
            }
            assertThat(desk.entries(EntryFilter.ALL)).hasSizeGreaterThan(60)
                    .allSatisfy(entry -> assertSaid(desk.reason(entry.why())));
            assertThat(desk.waiting()).isNotEmpty()
                    .allSatisfy(item -> assertSaid(item.text()));
            assertThat(reports).allSatisfy(report -> {
                assertThat(desk.said(report)).hasSameSizeAs(report.diff())
                        .allSatisfy(SampleRunTest::assertSaid);
            });
            assertThat(desk.said(reports.get(0))).extracting(Sentence::english)
                    .noneMatch(line -> line.contains(" 借 ") || line.contains(" 贷 "));
            assertThat(desk.cashLines(AccountCode.of("1002.01"))).filteredOn(line ->
                    line.entry().isPresent()).allSatisfy(line -> assertSaid(line.why()));
        }
    }

    /** The two languages differ, so the program knew what it says. */
    private static void assertSaid(Sentence sentence) {
        assertThat(sentence.english()).isNotEqualTo(sentence.chinese());
    }

    /** Balance of every account and party, zero balances left out. */
    private static List<String> balances(Desk desk) {
        Balances balances = Balances.of(desk.entries(EntryFilter.ALL));
        return balances.byAccount().keySet().stream().flatMap(account ->
                balances.byParty(account).entrySet().stream()
                        .map(party -> account + " " + party.getKey() + " " + party.getValue()))
                .toList();
    }
}
