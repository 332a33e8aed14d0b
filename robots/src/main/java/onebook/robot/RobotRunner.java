package onebook.robot;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.words.Sentence;

/**
 * Runs a robot's steps on one book, all of them in one transaction: a run is one act. A dry run
 * does the same and takes the transaction back, so its diff is the diff of the run after it.
 */
final class RobotRunner {
    /** Taken back on purpose; carries what the dry run found. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient RunReport report;

        TakenBack(RunReport report) {
            super("dry run", null, false, false);
            this.report = report;
        }
    }

    private final OpenBook open;
    private final Robot robot;
    private final String by;
    private final RunReport.Progress progress;
    private final Diff diff = new Diff();

    RobotRunner(OpenBook open, Robot robot, String by, RunReport.Progress progress) {
        this.open = open;
        this.robot = robot;
        this.by = by;
        this.progress = progress;
    }

    /** @param files what to take in; where the robot has no step "intake" they are left alone */
    RunReport run(List<Path> files, boolean isDryRun) {
        Instant started = open.clock().instant();
        Intake intake = new Intake(open, progress);
        List<Intake.Item> items = robot.steps().contains("intake") ? intake.read(files) : List.of();
        try {
            return open.journal().transaction(() -> {
                robot.steps().forEach(step -> step(step, intake, items));
                waiting().forEach(diff::waits);
                RunReport report = finished(started, isDryRun);
                if (isDryRun) {
                    throw new TakenBack(report);
                }
                return report;
            });
        } catch (TakenBack dry) {
            return dry.report;
        }
    }

    private void step(String step, Intake intake, List<Intake.Item> items) {
        switch (step) {
            case "intake" -> intake.add(items, diff);
            case "post" -> post(Drafting.of(open, new Library(open).papers()).proposals(), "post");
            case "settle" -> post(Settling.of(open).proposals(), "settle");
            case "close" -> close();
            default -> throw new IllegalArgumentException(
                    "robot " + robot.name() + ": step " + step);
        }
    }

    private void post(List<Proposal> proposals, String step) {
        int done = 0;
        for (Proposal proposal : proposals) {
            proceed(step, done++, proposals.size());
            Outcome outcome = open.post(proposal, "rule");
            if (outcome instanceof Outcome.Posted posted) {
                diff.entry(posted.entry());
            } else if (outcome instanceof Outcome.Refused refused) {
                diff.declined(proposal.summary(), refused.refusal(), refused.detail());
            }
        }
    }

    /** Every month that is over and still open, in order. */
    private void close() {
        Period current = Period.of(
                LocalDate.ofInstant(open.clock().instant(), ZoneId.of("Asia/Shanghai")));
        Period month = open.journal().lastClosed().map(Period::next).orElse(open.company().from());
        Period last = Optional.ofNullable(robot.settings().get("through")).map(Period::parse)
                .orElse(current.previous());
        while (month.compareTo(last) <= 0) {
            proceed("close " + month, 0, 1);
            Optional<Problem> why =
                    new CloseChecks(open, month).first(Robots.accepted(robot));
            if (why.isPresent()) {
                diff.declined("close " + month, why.get().name(), why.get().text());
                return;
            }
            new MonthClose(open, month).close(by, diff);
            month = month.next();
        }
    }

    private List<WaitingItem> waiting() {
        return Waiting.of(open);
    }

    private RunReport finished(Instant started, boolean isDryRun) {
        List<EntryNumber> numbers = diff.entries().stream().map(JournalEntry::number).toList();
        String id = isDryRun || diff.isEmpty() ? "" : nextId();
        RunReport report = new RunReport(id, robot.name(), started, open.clock().instant(),
                isDryRun, diff.lines(), numbers, diff.waiting(), "");
        if (!id.isEmpty()) {
            open.operation(by, "run " + id + " " + robot.name());
            open.journal().run(id, Json.write(report));
            open.checkpoint();
        }
        return report;
    }

    private String nextId() {
        return "R%04d".formatted(open.journal().runs().size() + 1);
    }

    private void proceed(String step, int done, int total) {
        if (!progress.at(step, done, total)) {
            throw new RefusedException(Refusal.RUN_WAS_STOPPED, robot.name());
        }
    }

    // ---- undo

    /**
     * Takes back in red what still stands of a run, the last first, all of it or nothing. What was
     * taken back before is told.
     */
    static RunReport undo(OpenBook open, RunReport run, String by) {
        Instant started = open.clock().instant();
        return open.journal().transaction(() -> {
            Diff diff = takenBack(open, run, by);
            if (diff.isEmpty()) {
                throw new RefusedException(Refusal.NOTHING_TO_DO,
                        run.id() + ": " + run.entries().size() + " entries, none stands");
            }
            String id = "R%04d".formatted(open.journal().runs().size() + 1);
            RunReport report = new RunReport(id, "undo " + run.id(), started,
                    open.clock().instant(), false, diff.lines(),
                    diff.entries().stream().map(JournalEntry::number).toList(),
                    Waiting.of(open).size(), "");
            open.operation(by, "undo " + run.id() + " by " + id);
            open.journal().run(id, Json.write(report));
            open.checkpoint();
            return report;
        });
    }

    private static Diff takenBack(OpenBook open, RunReport run, String by) {
        Diff diff = new Diff();
        List<EntryNumber> backwards = new ArrayList<>(run.entries());
        Collections.reverse(backwards);
        for (EntryNumber number : backwards) {
            JournalEntry wrong = open.journal().find(number).orElseThrow();
            Outcome outcome = open.write(open.book().correct(number, wrong.date(),
                    Sentence.of("entry.undo", run.id()).chinese(), by));
            if (outcome instanceof Outcome.Posted posted) {
                diff.entry(posted.entry());
            } else if (outcome instanceof Outcome.Refused refused) {
                if (refused.refusal() != Refusal.ENTRY_ALREADY_CORRECTED) {
                    throw new RefusedException(Refusal.RUN_CANNOT_BE_UNDONE,
                            number + ": " + refused.refusal() + " " + refused.detail());
                }
                diff.declined(number.toString(), refused.refusal(), refused.detail());
            }
        }
        return diff;
    }
}
