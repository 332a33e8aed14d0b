package onebook.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import onebook.store.ScheduleFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over many due times and restarts, each time runs once or is named as missed. */
class DueTimesTest {
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-03-01T12:00");
    private final List<String> runs = new ArrayList<>();
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
                (company, robot, due) -> runs.add(RunQueueTest.run(company, robot, due)));
    }

    private void restart(MissedRunPolicy policy) throws IOException {
        file.close();
        start(policy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CATCH_UP_ONCE", "SKIP"})
    void over_ten_due_times_with_a_restart_each_runs_once_or_is_named(String policy)
            throws IOException {
        restart(MissedRunPolicy.valueOf(policy));
        queue.plan(RunQueueTest.daily("甲", "乙"));
        for (String time : List.of("2026-03-02T07:31", "2026-03-03T07:31", "2026-03-06T10:00")) {
            clock.set(time);
            queue.runDue();
        }
        restart(MissedRunPolicy.valueOf(policy));
        for (String time : List.of("2026-03-07T07:30", "2026-03-11T07:45", "2026-03-11T07:46")) {
            clock.set(time);
            queue.runDue();
        }
        for (String company : List.of("甲", "乙")) {
            assertThat(dealtWith(company, "daily")).containsExactlyElementsOf(
                    Stream.iterate(2, day -> day + 1).limit(10)
                            .map(day -> "2026-03-%02dT07:30".formatted(day)).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void at_random_times_with_random_restarts_every_due_time_is_dealt_with_once(long seed)
            throws IOException {
        Random random = new Random(seed);
        MissedRunPolicy policy = MissedRunPolicy.values()[random.nextInt(2)];
        restart(policy);
        List<Plan> plans = List.of(RunQueueTest.plan("甲", "daily", "daily 07:30"),
                RunQueueTest.plan("乙", "hourly", "hourly"),
                RunQueueTest.plan("甲", "week", "weekly fri 18:00"),
                RunQueueTest.plan("乙", "close-month", "monthly 31 09:00"));
        queue.plan(plans);
        Instant start = clock.instant();
        for (int i = 0; i < 30; i++) {
            int step = random.nextInt(random.nextBoolean() ? 1000 : 200_000);
            clock.set(clock.instant().plusSeconds(step));
            if (random.nextInt(4) == 0) {
                restart(policy);
                queue.plan(plans);
            }
            queue.runDue();
        }
        for (Plan plan : plans) {
            List<String> expected = new ArrayList<>();
            Instant due = plan.schedule().next(start);
            while (!due.isAfter(clock.instant())) {
                expected.add(RunQueueTest.local(due));
                due = plan.schedule().next(due);
            }
            assertThat(dealtWith(plan.company(), plan.robot())).containsExactlyElementsOf(expected);
        }
    }

    private List<String> dealtWith(String company, String robot) {
        String start = company + " " + robot + " ";
        return Stream.concat(runs.stream(), RunQueueTest.texts(queue.missed()).stream())
                .filter(text -> text.startsWith(start)).map(text -> text.substring(start.length()))
                .map(text -> text.split(" ")[0]).sorted().toList();
    }
}
