package onebook.robot;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import onebook.closing.CloseCheck;
import onebook.document.Document;
import java.util.Set;
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
    private Optional<List<WaitingItem>> waiting = Optional.empty();
    private Optional<Problem> openBecause = Optional.empty();
    private TokenSigning signing;
    private List<CloseCheck> checks = List.of();

    RobotRunner(OpenBook open, Robot robot, String by, RunReport.Progress progress) {
        this.open = open;
        this.robot = robot;
        this.by = by;
        this.progress = progress;
        this.signing = TokenSigning.of(open);
    }

    /** @param files what to take in; where the robot has no step "intake" they are left alone */
    RunReport run(List<Path> files, boolean isDryRun) {
        Instant started = open.clock().instant();
        Intake intake = new Intake(open, progress);
        List<Intake.Item> items = robot.steps().contains("intake") ? intake.read(files) : List.of();
        try {
            return open.journal().transaction(() -> {
                signing = isDryRun ? TokenSigning.rehearsal(open) : TokenSigning.of(open);
                robot.steps().forEach(step -> {
                    step(step, files, () -> intake.add(items, diff));
                    waiting = step.equals("close") ? waiting : Optional.empty();
                });
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

    /** What the run posted; a dry run's entries were taken back. */
    List<JournalEntry> entries() {
        return diff.entries();
    }

    /** What was found before the last month that was to be closed. */
    List<CloseCheck> checks() {
        return checks;
    }

    /** What kept a month open that the robot was to close. */
    Optional<Problem> openBecause() {
        return openBecause;
    }

    private void step(String step, List<Path> files, Runnable intake) {
        switch (step) {
            case "intake" -> intake.run();
            case "post" -> post(Drafting.of(open, new Library(open).papers()).proposals(), "post");
            case "settle" -> post(Settling.of(open).proposals(), "settle");
            case "recurring" -> recurring();
            case "wages" -> wages(files);
            case "close" -> close();
            default -> throw new IllegalArgumentException(
                    "robot " + robot.name() + ": step " + step);
        }
    }

    private void post(List<Proposal> proposals, String step) {
        int done = 0;
        Set<String> drafted = new Drafts(open).keys();
        for (Proposal proposal : proposals) {
            proceed(step, done++, proposals.size());
            if (proposal.keys().stream().anyMatch(drafted::contains)) {
                continue;
            }
            Outcome outcome = open.post(proposal, Session.RULE);
            if (outcome instanceof Outcome.Posted posted) {
                diff.entry(posted.entry());
            } else if (outcome instanceof Outcome.Refused refused) {
                diff.declined(proposal.summary(), refused.refusal(), refused.detail());
            }
        }
    }

    private void recurring() {
        for (Period month : months()) {
            RecurringEntries entries = new RecurringEntries(open);
            post(entries.due(month), "recurring");
            post(entries.due(month), "recurring"); // 固定资产清理 closes what was just removed
        }
    }

    private void wages(List<Path> files) {
        Period month = Period.parse(robot.settings().get("month"));
        Library library = new Library(open);
        for (Path file : files) {
            Document table = library.document(library.idOf(file)).orElseThrow(() ->
                    new RefusedException(Refusal.FILE_IS_BROKEN, file.toString()));
            post(List.of(RecurringEntries.wages(table, month)), "wages");
        }
    }

    /** Every month that is over and still open, in order; or the one the robot is set to. */
    private List<Period> months() {
        if (robot.settings().containsKey("month")) {
            return List.of(Period.parse(robot.settings().get("month")));
        }
        Period current = Period.of(
                LocalDate.ofInstant(open.clock().instant(), ZoneId.of("Asia/Shanghai")));
        Period month = open.journal().lastClosed().map(Period::next).orElse(open.company().from());
        Period last = Optional.ofNullable(robot.settings().get("through")).map(Period::parse)
                .orElse(current.previous());
        List<Period> months = new ArrayList<>();
        for (; month.compareTo(last) <= 0; month = month.next()) {
            months.add(month);
        }
        return months;
    }

    private void close() {
        for (Period month : months()) {
            proceed("close " + month, 0, 1);
            MonthClose closing = new MonthClose(open, Robots.order(robot, month));
            checks = closing.checklist(waiting());
            openBecause = closing.first(checks).or(() -> signing.isMissing(by)
                    ? Optional.of(new Problem(Refusal.TOKEN_IS_NEEDED, by, ""))
                    : Optional.empty());
            if (openBecause.isPresent()) {
                Problem why = openBecause.get();
                diff.declined("close " + month, why.name(), why.text());
                return;
            }
            closing.close(checks, by, diff, signing);
        }
    }

    /** All that waits; closing entries change nothing of it, other steps ask again. */
    private List<WaitingItem> waiting() {
        if (waiting.isEmpty()) {
            waiting = Optional.of(Waiting.of(open));
        }
        return waiting.get();
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
                    Sentence.of("entry.undo", run.id()).chinese(),
                    open.session().handsOfRed(by)));
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
