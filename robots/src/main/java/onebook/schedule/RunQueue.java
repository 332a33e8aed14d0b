package onebook.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Calls the work of each plan at its due times. A due time is worked once or named as missed, also
 * across restarts. Nothing happens between calls of {@link #runDue}; there is no thread.
 *
 * <p>The engine's row of a plan holds its next due time; while the work runs the row is marked, and
 * a mark found at the start is a run that broke off.
 */
public final class RunQueue {
    /** The table the engine keeps its rows in; made by {@code store}. */
    public static final String TABLE = "planned_run";
    private static final String TASK = "robot";

    /** What a plan is for. */
    public interface Work {
        /** May throw: the run counts as failed, and the next due time stands. */
        void run(String company, String robot, Instant due);
    }

    /** A run that came to its end; {@code failure} is empty where it went well. */
    public record Ended(String company, String robot, Instant due, Optional<Throwable> failure) { }

    private final Clock clock;
    private final MissedRunPolicy policy;
    private final ManualScheduler engine;
    private final List<Ended> ended = new ArrayList<>();

    /** Requires that no other process works on these tables. Names the runs that broke off. */
    public RunQueue(DataSource tables, Clock clock, MissedRunPolicy policy, Work work) {
        this.clock = clock;
        this.policy = policy;
        CustomTask<PlanState> task = Tasks.custom(TASK, PlanState.class)
                .onFailure(this::goOn)
                .onDeadExecution(this::nameBrokenOff)
                .execute((instance, context) -> {
                    TaskInstanceId plan = context.getExecution();
                    work.run(company(plan), robot(plan), context.getExecution().executionTime);
                    return this::goOn;
                });
        TestHelper.ManualSchedulerBuilder builder = TestHelper.createManualScheduler(tables, task)
                .clock(new SettableClock()).tableName(TABLE);
        builder.serializer(new PlanState.Text()).heartbeatInterval(Duration.ZERO);
        engine = builder.build();
        engine.setTime(clock.instant());
        engine.runDeadExecutionDetection();
    }

    /** These plans and no others. A plan that stands keeps its due time; a new one begins now. */
    public synchronized void plan(List<Plan> plans) {
        Set<String> ids = plans.stream().map(RunQueue::id).collect(Collectors.toSet());
        rows().stream().map(ScheduledExecution::getTaskInstance)
                .filter(known -> !ids.contains(known.getId())).forEach(engine::cancel);
        Instant now = clock.instant();
        for (Plan plan : plans) {
            String schedule = plan.schedule().toString();
            Optional<ScheduledExecution<PlanState>> row = row(id(plan));
            if (row.isPresent() && !row.get().getData().schedule().equals(schedule)) {
                engine.reschedule(row.get().getTaskInstance(), plan.schedule().next(now),
                        new PlanState(schedule, row.get().getData().missed()));
            } else if (row.isEmpty()) {
                engine.schedule(new TaskInstance<>(TASK, id(plan),
                        new PlanState(schedule, List.of())), plan.schedule().next(now));
            }
        }
    }

    /** Runs all that is due, in order of time, and gives the runs that ended. */
    public synchronized List<Ended> runDue() {
        Instant now = clock.instant();
        engine.setTime(now);
        engine.runDeadExecutionDetection();
        ended.clear();
        due().forEach(this::settle);
        while (!due().isEmpty()) {
            engine.runAnyDueExecutions();
        }
        return List.copyOf(ended);
    }

    private List<ScheduledExecution<PlanState>> due() {
        Instant now = engine.getClock().now();
        return rows().stream()
                .filter(row -> !row.isPicked() && !row.getExecutionTime().isAfter(now)).toList();
    }

    /** Writes down what was missed before anything runs. */
    private void settle(ScheduledExecution<PlanState> row) {
        PlanState state = row.getData();
        Schedule schedule = Schedule.parse(state.schedule());
        Instant now = engine.getClock().now();
        Backlog backlog = Backlog.of(schedule, row.getExecutionTime(), now, policy,
                PlanState.MOST_MISSED);
        engine.reschedule(row.getTaskInstance(), backlog.run().orElseGet(() -> schedule.next(now)),
                state.plus(backlog.missed(), MissedRun.Why.NOBODY_WAS_THERE));
    }

    private void goOn(ExecutionComplete done, ExecutionOperations<PlanState> row) {
        TaskInstanceId plan = done.getExecution();
        ended.add(new Ended(company(plan), robot(plan), done.getExecution().executionTime,
                done.getCause()));
        row.reschedule(done, next(done));
    }

    private void nameBrokenOff(ExecutionComplete dead, ExecutionOperations<PlanState> row) {
        row.reschedule(dead, next(dead), state(dead).plus(
                List.of(dead.getExecution().executionTime), MissedRun.Why.BROKEN_OFF));
    }

    private static Instant next(ExecutionComplete done) {
        return Schedule.parse(state(done).schedule()).next(done.getExecution().executionTime);
    }

    private static PlanState state(ExecutionComplete done) {
        return (PlanState) done.getExecution().taskInstance.getData();
    }

    /** Missed runs that nobody acknowledged, in order of time; of each plan the newest thousand. */
    public synchronized List<MissedRun> missed() {
        return rows().stream().flatMap(row -> row.getData().missed().stream()
                        .map(one -> new MissedRun(robot(row.getTaskInstance()),
                                company(row.getTaskInstance()), one.due(), one.why())))
                .sorted(Comparator.comparing(MissedRun::due).thenComparing(MissedRun::company)
                        .thenComparing(MissedRun::robot)).toList();
    }

    /** Somebody has seen what was missed. */
    public synchronized void acknowledge() {
        for (ScheduledExecution<PlanState> row : rows()) {
            engine.reschedule(row.getTaskInstance(), row.getExecutionTime(),
                    new PlanState(row.getData().schedule(), List.of()));
        }
    }

    /** When something is due next; empty where nothing is planned. */
    public synchronized Optional<Instant> nextDue() {
        return rows().stream().map(ScheduledExecution::getExecutionTime)
                .min(Comparator.naturalOrder());
    }

    private List<ScheduledExecution<PlanState>> rows() {
        return engine.getScheduledExecutionsForTask(TASK, PlanState.class);
    }

    private Optional<ScheduledExecution<PlanState>> row(String id) {
        return rows().stream().filter(row -> row.getTaskInstance().getId().equals(id)).findFirst();
    }

    // daily@杭州清禾办公设备有限公司
    private static String id(Plan plan) {
        return plan.robot() + "@" + plan.company();
    }

    private static String robot(TaskInstanceId plan) {
        return plan.getId().substring(0, plan.getId().indexOf('@'));
    }

    private static String company(TaskInstanceId plan) {
        return plan.getId().substring(plan.getId().indexOf('@') + 1);
    }
}
