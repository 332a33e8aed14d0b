package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import onebook.ledger.Balances;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import onebook.words.Sentence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobotRunTest {
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-02-20T12:00");
    private Firm firm;
    private Desk desk;

    @BeforeEach
    void open() {
        firm = Firm.first(folder).begin(clock);
        firm.sells(1, "2026-01-05", 1000);
        firm.sells(2, "2026-02-06", 2050);
        firm.buys(3, "2026-01-07", 300);
        firm.getsForeign(4, "2026-01-08", 99);
        desk = Desk.open(firm.book(), clock);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private RunReport run(String robot) {
        return desk.run(robot, false, "王芳", RunReport.Progress.SILENT);
    }

    private RunReport dryRun(String robot) {
        return desk.run(robot, true, "王芳", RunReport.Progress.SILENT);
    }

    @Test
    void a_dry_run_tells_the_bytes_that_the_run_after_it_tells() {
        RunReport dry = dryRun("daily");
        assertThat(desk.entries(EntryFilter.ALL)).isEmpty();
        assertThat(desk.documents()).isEmpty();
        assertThat(desk.runs()).isEmpty();
        RunReport real = run("daily");
        assertThat(bytes(dry)).isEqualTo(bytes(real));
        assertThat(real.entries()).hasSize(3).isEqualTo(dry.entries());
        assertThat(real.waiting()).isEqualTo(1).isEqualTo(dry.waiting());
        assertThat(dry.id()).isEmpty();
        assertThat(dry.isDryRun()).isTrue();
        assertThat(real.id()).isEqualTo("R0001");
    }

    @Test
    void a_dry_run_leaves_the_book_as_it_was() {
        run("daily");
        List<JournalEntry> entries = desk.entries(EntryFilter.ALL);
        String head = desk.checkpoint().orElseThrow();
        firm.sells(5, "2026-02-10", 700);
        dryRun("daily");
        clock.set("2026-03-06T12:00");
        dryRun("close-month");
        assertThat(desk.entries(EntryFilter.ALL)).isEqualTo(entries);
        assertThat(desk.checkpoint()).contains(head);
        assertThat(desk.lastClosed()).isEmpty();
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void closing_a_month_dry_tells_what_closing_it_does() {
        firm.inbox().resolve("foreign-4.xml").toFile().delete();
        run("daily");
        clock.set("2026-03-06T12:00");
        RunReport dry = dryRun("close-month");
        RunReport real = run("close-month");
        assertThat(bytes(dry)).isEqualTo(bytes(real));
        assertThat(desk.lastClosed()).contains(Period.parse("2026-02"));
        assertThat(real.diff()).contains("+ closed 2026-01", "+ closed 2026-02");
    }

    @Test
    void a_second_run_adds_nothing() {
        run("daily");
        List<JournalEntry> entries = desk.entries(EntryFilter.ALL);
        String head = desk.checkpoint().orElseThrow();
        RunReport second = run("daily");
        assertThat(second.entries()).isEmpty();
        assertThat(second.id()).isEmpty();
        assertThat(second.diff()).allMatch(line -> line.startsWith("?"));
        assertThat(desk.entries(EntryFilter.ALL)).isEqualTo(entries);
        assertThat(desk.checkpoint()).contains(head);
        assertThat(desk.runs()).hasSize(1);
    }

    @Test
    void the_same_bytes_under_another_name_are_the_same_document() throws Exception {
        run("daily");
        byte[] paper = Files.readAllBytes(firm.inbox().resolve("sale-1.xml"));
        firm.put("copy of sale.xml", paper);
        assertThat(run("daily").entries()).isEmpty();
        assertThat(desk.documents()).hasSize(4);
    }

    @Test
    void undo_restores_every_balance_and_only_adds() {
        firm.put("later.txt", "");
        RunReport first = run("capture");
        List<JournalEntry> before = desk.entries(EntryFilter.ALL);
        var balances = balances();
        firm.sells(5, "2026-02-10", 700);
        firm.buys(6, "2026-01-31", 41);
        RunReport second = run("daily");
        assertThat(second.entries()).hasSize(2);
        List<JournalEntry> between = desk.entries(EntryFilter.ALL);
        RunReport undo = desk.undo(second.id(), "王芳");
        List<JournalEntry> after = desk.entries(EntryFilter.ALL);
        assertThat(balances()).isEqualTo(balances);
        assertThat(after).containsAll(between).hasSize(before.size() + 4);
        assertThat(after).filteredOn(entry -> !between.contains(entry))
                .extracting(JournalEntry::corrects)
                .extracting(java.util.Optional::get)
                .containsExactlyInAnyOrderElementsOf(second.entries());
        assertThat(undo.entries()).hasSize(2);
        assertThat(desk.runs()).extracting(RunReport::id)
                .containsExactly("R0001", "R0002", "R0003");
        assertThat(desk.runs().get(1).undoneBy()).isEqualTo("R0003");
        assertThat(desk.runs().get(0).undoneBy()).isEmpty();
        assertThat(first.id()).isEqualTo("R0001");
        assertThat(desk.audit()).isEmpty();
    }

    /** Balance of every account, zero balances left out. */
    private List<String> balances() {
        return Balances.of(desk.entries(EntryFilter.ALL)).byAccount().entrySet().stream()
                .filter(sum -> !sum.getValue().balance().isZero())
                .map(sum -> sum.getKey() + " " + sum.getValue().balance()).toList();
    }

    @Test
    void what_was_undone_waits_for_a_person_and_is_not_booked_again_by_a_robot() {
        RunReport run = run("daily");
        desk.undo(run.id(), "王芳");
        RunReport again = run("daily");
        assertThat(again.entries()).isEmpty();
        assertThat(desk.waiting().stream().filter(one ->
                one.reason() == Refusal.ENTRY_WAS_TAKEN_BACK)).hasSize(3);
        WaitingItem item = desk.waiting().stream()
                .filter(one -> one.source().equals("sale-1.xml")).findFirst().orElseThrow();
        Outcome outcome = desk.accept(item.id(), LocalDate.parse("2026-02-19"), "重新入账",
                item.draft().orElseThrow().postings(), "王芳");
        assertThat(outcome).isInstanceOf(Outcome.Posted.class);
        assertThat(((Outcome.Posted) outcome).entry().total()).isEqualTo(Money.parse("1010.00"));
    }

    @Test
    void a_run_of_a_closed_period_cannot_be_undone_and_nothing_of_it_is() {
        firm.inbox().resolve("foreign-4.xml").toFile().delete();
        RunReport run = run("daily");
        desk.close(Period.parse("2026-01"), "王芳");
        List<JournalEntry> before = desk.entries(EntryFilter.ALL);
        assertRefused(() -> desk.undo(run.id(), "王芳"), Refusal.RUN_CANNOT_BE_UNDONE);
        assertThat(desk.entries(EntryFilter.ALL)).isEqualTo(before);
        assertThat(desk.runs()).noneMatch(one -> one.robot().startsWith("undo"));
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void undo_takes_back_what_still_stands_and_tells_what_was_taken_back_before() {
        RunReport run = run("daily");
        EntryNumber byHand = run.entries().get(1);
        Outcome.Posted red = (Outcome.Posted) desk.correct(byHand, LocalDate.parse("2026-02-19"),
                "金额有误", "王芳");
        RunReport undo = desk.undo(run.id(), "王芳");
        assertThat(undo.entries()).hasSize(2);
        assertThat(undo.diff()).hasSize(3).contains("! %s ENTRY_ALREADY_CORRECTED: %s was taken "
                .formatted(byHand, byHand) + "back by " + red.entry().number());
        assertThat(desk.said(undo)).extracting(Sentence::chinese).contains(
                "! %s ENTRY_ALREADY_CORRECTED: %s 已由 %s 冲销"
                        .formatted(byHand, byHand, red.entry().number()));
        assertThat(balances()).isEmpty();
        assertThat(desk.runs().get(0).undoneBy()).isEqualTo(undo.id());
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void a_run_of_which_nothing_stands_is_not_undone() {
        RunReport run = run("daily");
        run.entries().forEach(number -> desk.correct(number, LocalDate.parse("2026-02-19"),
                "金额有误", "王芳"));
        List<JournalEntry> before = desk.entries(EntryFilter.ALL);
        assertRefused(() -> desk.undo(run.id(), "王芳"), Refusal.NOTHING_TO_DO);
        assertThat(desk.entries(EntryFilter.ALL)).isEqualTo(before);
        assertThat(desk.runs()).hasSize(1);
    }

    @Test
    void a_run_is_undone_once_and_an_undo_never() {
        RunReport run = run("daily");
        RunReport undo = desk.undo(run.id(), "王芳");
        assertRefused(() -> desk.undo(run.id(), "王芳"), Refusal.RUN_CANNOT_BE_UNDONE);
        assertRefused(() -> desk.undo(undo.id(), "王芳"), Refusal.RUN_CANNOT_BE_UNDONE);
        assertRefused(() -> desk.undo("R0099", "王芳"), Refusal.RUN_IS_UNKNOWN);
        assertRefused(() -> desk.undo("daily", "王芳"), Refusal.RUN_IS_UNKNOWN);
    }

    @Test
    void an_inbox_that_is_a_link_to_a_folder_is_that_folder() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(firm.inbox(), elsewhere);
        Files.createSymbolicLink(firm.inbox(), elsewhere);
        assertThat(run("daily").entries()).hasSize(3);
    }

    @Test
    void an_unknown_robot_is_refused() {
        assertRefused(() -> run("dreams"), Refusal.ROBOT_IS_UNKNOWN);
        assertRefused(() -> run("../daily"), Refusal.ROBOT_IS_UNKNOWN);
    }

    @Test
    void a_run_that_is_stopped_keeps_nothing() {
        for (int stopAt = 1; stopAt <= 7; stopAt++) {
            int[] left = {stopAt};
            RunReport.Progress stop = (step, done, total) -> --left[0] > 0;
            assertRefused(() -> desk.run("daily", false, "王芳", stop), Refusal.RUN_WAS_STOPPED);
            assertThat(desk.entries(EntryFilter.ALL)).isEmpty();
            assertThat(desk.documents()).isEmpty();
            assertThat(desk.checkpoint()).isEmpty();
        }
        assertThat(run("daily").entries()).hasSize(3);
    }

    @Test
    void a_reader_of_the_same_book_runs_nothing() {
        try (Desk reader = Desk.open(firm.book(), clock)) {
            assertThat(reader.isReadOnly()).isTrue();
            assertRefused(() -> reader.run("daily", false, "王芳", RunReport.Progress.SILENT),
                    Refusal.BOOK_IS_READ_ONLY);
            assertRefused(() -> reader.undo("R0001", "王芳"), Refusal.BOOK_IS_READ_ONLY);
            assertRefused(() -> reader.correct(EntryNumber.parse("2026-01-0001"),
                    LocalDate.parse("2026-01-31"), "x", "王芳"), Refusal.BOOK_IS_READ_ONLY);
        }
    }

    @Test
    void every_run_is_one_signed_head() {
        run("daily");
        String first = desk.checkpoint().orElseThrow();
        firm.sells(5, "2026-02-10", 700);
        run("daily");
        assertThat(desk.checkpoint().orElseThrow()).isNotEqualTo(first);
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void every_robot_has_a_name_steps_and_a_schedule_that_reads() {
        assertThat(Desk.robots()).isNotEmpty().allSatisfy(robot -> {
            assertThat(robot.title()).containsKeys("zh", "en");
            assertThat(robot.steps()).isNotEmpty();
            if (!robot.schedule().isEmpty()) {
                assertThat(onebook.schedule.Schedule.parse(robot.schedule()))
                        .hasToString(robot.schedule());
            }
        });
        assertThat(Stream.of("daily", "close-month")).allMatch(name ->
                Desk.robots().stream().anyMatch(robot -> robot.name().equals(name)));
    }

    private static byte[] bytes(RunReport report) {
        return String.join("\n", report.diff()).getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(Runnable command, Refusal refusal) {
        assertThatThrownBy(command::run).isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).refusal()).isEqualTo(refusal);
    }
}
