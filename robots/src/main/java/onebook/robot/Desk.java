package onebook.robot;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;

/**
 * One open book with its evidence: what {@link BookView} shows, and the commands a window sends.
 * Thread-safe by one lock; call it off the window's thread. Commands that cannot begin throw
 * {@link RefusedException}.
 */
public final class Desk extends BookView implements AutoCloseable {
    Desk(OpenBook open) {
        super(open);
    }

    /** Opens a book; read-only where another process holds it. */
    public static Desk open(Path book, Clock clock) {
        return open(book, clock, Passphrases.NONE);
    }

    public static Desk open(Path book, Clock clock, Passphrases passphrases) {
        return new Desk(BookOpening.open(book, clock, passphrases));
    }

    /** Makes a book for the company that {@code profile}, the text of a company.yaml, describes. */
    public static Desk create(Path book, String profile, Clock clock, Optional<char[]> passphrase) {
        return new Desk(NewBook.create(book, profile, clock,
                new Passphrases(passphrase, Optional.empty())));
    }

    /** The text of the shortest company.yaml: no bank accounts, no parties. */
    public static String profile(String name, String taxId, String taxpayer, String from) {
        Map<String, String> profile = new LinkedHashMap<>();
        profile.put("name", name);
        profile.put("taxId", taxId);
        profile.put("taxpayer", taxpayer);
        profile.put("from", from);
        return Json.write(profile);
    }

    // ---- commands

    /** Books what waits, with the lines a person settled on. */
    public synchronized Outcome accept(String waitingId, LocalDate date, String summary,
            List<Posting> postings, String by) {
        open.mayWrite(Duty.PREPARE, by);
        Optional<WaitingItem> item = Waiting.of(open).stream()
                .filter(one -> one.id().equals(waitingId)).findFirst();
        if (item.isEmpty()) {
            return new Outcome.Refused(Refusal.PROPOSAL_ALREADY_RESOLVED, waitingId);
        }
        return open.journal().transaction(() -> {
            Proposal draft = new Review(open).draft(item.get(), date, summary, postings);
            return new Drafts(open).postOrKeep(draft, "accept " + item.get().source(), by);
        });
    }

    /** The item will not be booked; the reason is kept in the log. */
    public synchronized Optional<Refusal> reject(String waitingId, String reason, String by) {
        open.mayWrite(Duty.PREPARE, by);
        if (Waiting.of(open).stream().noneMatch(one -> one.id().equals(waitingId))) {
            return Optional.of(Refusal.PROPOSAL_ALREADY_RESOLVED);
        }
        return open.journal().transaction(() -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("who", by);
            body.put("what", "reject " + waitingId + ": " + reason);
            body.put("at", open.clock().instant().toString());
            open.journal().reject(waitingId, reason, body);
            open.checkpoint();
            return Optional.empty();
        });
    }

    /** Posts the opening entries out of a sheet of balances, all or none. */
    public List<JournalEntry> openWith(Path sheet, String by) {
        OpeningBalances.Report report = OpeningBalances.post(this, sheet, false, by);
        report.problems().stream().findFirst().ifPresent(first -> {
            throw new RefusedException(first.name(),
                    ("opening balances, " + first.path() + " " + first.text()).strip());
        });
        return report.entries();
    }

    public synchronized Outcome correct(EntryNumber number, LocalDate date, String why, String by) {
        return Corrections.of(this).correct(number, date, why, by);
    }

    /** Closes the next open period, knowing that some items may wait. */
    public RunReport close(Period period, String by) {
        return close(period, Set.of(Refusal.ITEMS_STILL_WAIT), by);
    }

    /**
     * Closes the next open period.
     *
     * @param accepted what a person knows and closes with
     */
    public RunReport close(Period period, Set<Refusal> accepted, String by) {
        return closing().close(CloseOrder.of(period, accepted), by);
    }

    // ---- robots

    /** Runs a robot on the files of its inbox folder. */
    public RunReport run(String robot, boolean dryRun, String by, RunReport.Progress progress) {
        Robot known = Robots.find(robot);
        Path inbox = open.file().resolveSibling(known.settings().getOrDefault("inbox", "inbox"));
        return run(robot, Intake.filesIn(inbox), dryRun, by, progress);
    }

    /** Runs a robot on these files. */
    public synchronized RunReport run(String robot, List<Path> files, boolean dryRun, String by,
            RunReport.Progress progress) {
        open.mayWrite(Duty.RUN, by);
        return new RobotRunner(open, Robots.find(robot), by, progress).run(files, dryRun);
    }

    /** Takes back in red what a run posted. */
    public synchronized RunReport undo(String runId, String by) {
        open.mayWrite(Duty.REVIEW, by);
        open.mayWrite(Duty.POST, by);
        RunReport run = runs().stream().filter(one -> one.id().equals(runId)).findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.RUN_IS_UNKNOWN, runId));
        if (!run.undoneBy().isEmpty()) {
            throw new RefusedException(Refusal.RUN_CANNOT_BE_UNDONE, "undone by " + run.undoneBy());
        }
        return RobotRunner.undo(open, run, by);
    }

    /** Refuses where nothing may be written, or not by this person. */
    void mayWrite(Duty duty, String by) {
        open.mayWrite(duty, by);
    }

    @Override
    public synchronized void close() {
        open.close();
    }
}
