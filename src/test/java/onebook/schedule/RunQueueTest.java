package onebook.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onebook.store.ScheduleFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunQueueTest {
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-03-01T12:00");
    private final List<String> runs = new ArrayList<>();
    private RunQueue.Work work = (company, robot, due) -> runs.add(run(company, robot, due));
    private ScheduleFile file;
    private RunQueue queue;

    @BeforeEach
    void open() {
        start(MissedRunPolicy.CATCH_UP_ONCE);
    }

    @AfterEach
    void close() throws IOException {
        file.close();
    }

    private void start(MissedRunPolicy policy) {
        file = ScheduleFile.open(folder.resolve("office.schedule.db")).orElseThrow();
        queue = new RunQueue(file.tables(), clock, policy,
                (company, robot, due) -> work.run(company, robot, due));
    }

    private void restart(MissedRunPolicy policy) throws IOException {
        file.close();
        start(policy);
    }

    @Test
    void nothing_runs_before_its_time() {
        queue.plan(daily("甲"));
        assertThat(queue.runDue()).isEmpty();
        clock.set("2026-03-02T07:29");
        assertThat(queue.runDue()).isEmpty();
        assertThat(queue.nextDue()).contains(ScheduleTest.china("2026-03-02T07:30"));
    }

    @Test
    void a_due_time_runs_once() {
        queue.plan(daily("甲"));
        clock.set("2026-03-02T07:30");
        assertThat(queue.runDue()).hasSize(1);
        assertThat(queue.runDue()).isEmpty();
        assertThat(runs).containsExactly("甲 daily 2026-03-02T07:30");
        assertThat(queue.missed()).isEmpty();
    }

    @Test
    void plans_stand_across_a_restart() throws IOException {
        queue.plan(daily("甲"));
        restart(MissedRunPolicy.CATCH_UP_ONCE);
        clock.set("2026-03-02T08:00");
        queue.plan(daily("甲"));
        queue.runDue();
        assertThat(runs).containsExactly("甲 daily 2026-03-02T07:30");
    }

    @Test
    void of_missed_times_the_last_is_caught_up_and_the_others_are_named() {
        queue.plan(daily("甲"));
        clock.set("2026-03-04T20:00");
        queue.runDue();
        assertThat(runs).containsExactly("甲 daily 2026-03-04T07:30");
        assertThat(texts(queue.missed())).containsExactly(
                "甲 daily 2026-03-02T07:30 NOBODY_WAS_THERE",
                "甲 daily 2026-03-03T07:30 NOBODY_WAS_THERE");
    }

    @Test
    void where_missed_times_are_skipped_all_are_named() throws IOException {
        restart(MissedRunPolicy.SKIP);
        queue.plan(daily("甲"));
        clock.set("2026-03-03T20:00");
        assertThat(queue.runDue()).isEmpty();
        assertThat(texts(queue.missed())).containsExactly(
                "甲 daily 2026-03-02T07:30 NOBODY_WAS_THERE",
                "甲 daily 2026-03-03T07:30 NOBODY_WAS_THERE");
    }

    @Test
    void a_few_minutes_late_is_on_time() throws IOException {
        restart(MissedRunPolicy.SKIP);
        queue.plan(daily("甲"));
        clock.set("2026-03-03T07:40");
        queue.runDue();
        assertThat(runs).containsExactly("甲 daily 2026-03-03T07:30");
        assertThat(texts(queue.missed()))
                .containsExactly("甲 daily 2026-03-02T07:30 NOBODY_WAS_THERE");
    }

    @Test
    void a_run_that_broke_off_is_named_at_the_next_start_and_not_repeated() throws IOException {
        Path copy = folder.resolve("copy.schedule.db");
        queue.plan(daily("甲"));
        clock.set("2026-03-03T07:30");
        work = (company, robot, due) -> copyWhileRunning(copy);
        queue.runDue();
        file.close();
        file = ScheduleFile.open(copy).orElseThrow();
        RunQueue after = new RunQueue(file.tables(), clock, MissedRunPolicy.CATCH_UP_ONCE,
                (company, robot, due) -> runs.add(run(company, robot, due)));
        assertThat(texts(after.missed())).containsExactly(
                "甲 daily 2026-03-02T07:30 NOBODY_WAS_THERE",
                "甲 daily 2026-03-03T07:30 BROKEN_OFF");
        after.runDue();
        assertThat(runs).isEmpty();
        clock.set("2026-03-04T07:31");
        after.runDue();
        assertThat(runs).containsExactly("甲 daily 2026-03-04T07:30");
    }

    /** What a crash at this moment would leave behind. */
    private void copyWhileRunning(Path copy) {
        try {
            for (String end : List.of("", "-wal")) {
                Path source = folder.resolve("office.schedule.db" + end);
                if (Files.exists(source)) {
                    Files.copy(source, copy.resolveSibling(copy.getFileName() + end));
                }
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Test
    void a_failed_run_is_told_and_stops_no_other() {
        queue.plan(List.of(plan("甲", "daily", "daily 07:30"), plan("乙", "daily", "daily 07:30"),
                plan("丙", "daily", "daily 07:31")));
        work = (company, robot, due) -> {
            if (company.equals("甲")) {
                throw new IllegalStateException("the disk is gone");
            }
            if (company.equals("丙")) {
                throw new StackOverflowError();
            }
            runs.add(run(company, robot, due));
        };
        clock.set("2026-03-02T08:00");
        List<RunQueue.Ended> ended = queue.runDue();
        assertThat(runs).containsExactly("乙 daily 2026-03-02T07:30");
        assertThat(ended).hasSize(3).filteredOn(one -> one.failure().isPresent())
                .extracting(RunQueue.Ended::company).containsExactlyInAnyOrder("甲", "丙");
        clock.set("2026-03-03T08:00");
        work = (company, robot, due) -> runs.add(run(company, robot, due));
        queue.runDue();
        assertThat(runs).contains("甲 daily 2026-03-03T07:30", "丙 daily 2026-03-03T07:31")
                .hasSize(4);
    }

    @Test
    void a_changed_schedule_begins_anew_and_keeps_what_was_missed() {
        queue.plan(daily("甲"));
        clock.set("2026-03-03T08:00");
        queue.runDue();
        queue.plan(List.of(plan("甲", "daily", "daily 20:00")));
        clock.set("2026-03-03T20:00");
        queue.runDue();
        assertThat(runs).containsExactly("甲 daily 2026-03-03T07:30", "甲 daily 2026-03-03T20:00");
        assertThat(queue.missed()).hasSize(1);
    }

    @Test
    void a_plan_taken_out_runs_no_more() {
        queue.plan(daily("甲", "乙"));
        queue.plan(daily("乙"));
        clock.set("2026-03-02T08:00");
        queue.runDue();
        assertThat(runs).containsExactly("乙 daily 2026-03-02T07:30");
    }

    @Test
    void what_was_acknowledged_is_listed_no_more() {
        queue.plan(daily("甲"));
        clock.set("2026-03-03T08:00");
        queue.runDue();
        queue.acknowledge();
        assertThat(queue.missed()).isEmpty();
        assertThat(queue.nextDue()).contains(ScheduleTest.china("2026-03-04T07:30"));
    }

    @Test
    void a_clock_set_back_runs_nothing_twice() {
        queue.plan(daily("甲"));
        clock.set("2026-03-02T08:00");
        queue.runDue();
        clock.set("2026-03-01T08:00");
        queue.runDue();
        clock.set("2026-03-02T09:00");
        queue.runDue();
        assertThat(runs).containsExactly("甲 daily 2026-03-02T07:30");
    }

    @Test
    void a_hundred_plans_due_at_once_all_run() {
        queue.plan(daily(Stream.iterate(1, n -> n + 1).limit(100).map(n -> "公司" + n)
                .toArray(String[]::new)));
        clock.set("2026-03-02T07:30");
        assertThat(queue.runDue()).hasSize(100);
        assertThat(runs).doesNotHaveDuplicates().hasSize(100);
    }

    @Test
    void centuries_of_missed_hours_are_named_by_the_newest_thousand() {
        queue.plan(List.of(plan("甲", "hourly", "hourly")));
        clock.set("2926-03-02T07:30");
        queue.runDue();
        assertThat(runs).containsExactly("甲 hourly 2926-03-02T07:00");
        assertThat(queue.missed()).hasSize(1000).last()
                .extracting(one -> local(one.due())).isEqualTo("2926-03-02T06:00");
    }

    @Test
    void a_second_process_cannot_work_on_the_same_schedules() {
        assertThat(ScheduleFile.open(folder.resolve("office.schedule.db"))).isEmpty();
    }

    @Test
    void names_of_companies_may_hold_any_sign_and_names_of_robots_may_not() {
        queue.plan(List.of(plan("A@B/C 公司", "daily", "daily 07:30")));
        clock.set("2026-03-02T07:30");
        queue.runDue();
        assertThat(runs).containsExactly("A@B/C 公司 daily 2026-03-02T07:30");
        assertThatThrownBy(() -> plan("甲", "a@b", "hourly"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<Plan> daily(String... companies) {
        return Stream.of(companies).map(name -> plan(name, "daily", "daily 07:30")).toList();
    }

    static Plan plan(String company, String robot, String schedule) {
        return new Plan(company, robot, Schedule.parse(schedule));
    }

    static String run(String company, String robot, Instant due) {
        return company + " " + robot + " " + local(due);
    }

    static List<String> texts(List<MissedRun> missed) {
        return missed.stream()
                .map(one -> run(one.company(), one.robot(), one.due()) + " " + one.why()).toList();
    }

    static String local(Instant due) {
        return LocalDateTime.ofInstant(due, Schedule.ZONE).toString();
    }
}
