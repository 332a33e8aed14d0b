package onebook.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.schedule.MissedRun;
import onebook.schedule.RunQueue;
import onebook.seal.MalformedException;
import onebook.store.BookAudit;
import onebook.store.ScheduleFile;
import onebook.store.StoreException;

/**
 * An accountant's companies, each with its own book, whose robots run on schedule. A book is open
 * only while one of its robots runs; what goes wrong with one company stops no other.
 */
public final class Office implements AutoCloseable {
    /** Who acts where nobody pressed a button. */
    private static final String BY = "schedule";

    /** Opens a book with the passphrase its user keeps. */
    public interface Opener {
        Desk open(Path book);
    }

    private final OfficeFile file;
    private final Opener opener;
    private final ScheduleFile state;
    private final RunQueue queue;
    private final Map<String, List<RunReport>> runs = new HashMap<>();

    private Office(OfficeFile file, Path state, Clock clock, Opener opener) {
        this.file = file;
        this.opener = opener;
        this.state = ScheduleFile.open(state).orElseThrow(() ->
                new RefusedException(Refusal.SCHEDULE_IS_SERVED_ELSEWHERE, state.toString()));
        this.queue = new RunQueue(this.state.tables(), clock, file.missed(), this::run);
        queue.plan(file.companies().stream().flatMap(one -> one.plans().stream()).toList());
    }

    /** The office of an office.yaml; its schedules stand in a file beside it. */
    public static Office open(Path office, Clock clock, Opener opener) {
        return new Office(OfficeFile.read(office), state(office), clock, opener);
    }

    /** The office of one book. */
    public static Office ofBook(Path book, Clock clock, Opener opener) {
        if (!Files.isRegularFile(book)) {
            throw new RefusedException(Refusal.BOOK_NOT_FOUND, book.toString());
        }
        return new Office(OfficeFile.ofBook(book), state(book), clock, opener);
    }

    // office.yaml -> office.schedule.db
    private static Path state(Path of) {
        String name = of.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return of.toAbsolutePath().resolveSibling(name + ".schedule.db");
    }

    /** Runs every robot that is due, one after the other. */
    public synchronized OfficeReport runDue() {
        runs.clear();
        List<RunQueue.Ended> ended = queue.runDue();
        return new OfficeReport(file.companies().stream().map(one -> report(one, ended)).toList(),
                queue.missed());
    }

    private void run(String company, String robot, Instant due) {
        OfficeCompany one = file.companies().stream()
                .filter(known -> known.name().equals(company)).findFirst().orElseThrow();
        try (Desk desk = opener.open(one.book())) {
            desk.book().session().enterSchedule();
            List<BookAudit.Damage> damages = desk.audit();
            if (!damages.isEmpty()) {
                throw new RefusedException(Refusal.BOOK_IS_DAMAGED,
                        damages.get(0).subject() + ": " + damages.get(0).text());
            }
            RunReport report = desk.run(robot, Intake.filesIn(one.inbox()), false, BY,
                    RunReport.Progress.SILENT);
            runs.computeIfAbsent(company, name -> new ArrayList<>()).add(report);
        }
    }

    private OfficeReport.Company report(OfficeCompany company, List<RunQueue.Ended> ended) {
        List<RunReport> done = List.copyOf(runs.getOrDefault(company.name(), List.of()));
        List<Problem> refusals = new ArrayList<>(company.problems());
        ended.stream().filter(one -> one.company().equals(company.name()))
                .forEach(one -> one.failure().ifPresent(failure ->
                        refusals.add(problem(one.robot(), failure))));
        int waiting = done.isEmpty() ? 0 : done.get(done.size() - 1).waiting();
        return new OfficeReport.Company(company.name(), done, waiting, List.copyOf(refusals));
    }

    private static Problem problem(String robot, Throwable failure) {
        if (failure instanceof RefusedException refused) {
            return new Problem(refused.refusal(), robot, refused.getMessage());
        }
        Optional<Refusal> disk = failure instanceof StoreException store
                ? store.refusal() : Optional.empty();
        if (disk.isPresent()) {
            return new Problem(disk.get(), robot, ((StoreException) failure).detail());
        }
        boolean isDamaged =
                failure instanceof StoreException || failure instanceof MalformedException;
        return new Problem(isDamaged ? Refusal.BOOK_IS_DAMAGED : Refusal.RUN_WAS_STOPPED, robot,
                String.valueOf(failure));
    }

    /** Missed runs that nobody acknowledged. */
    public List<MissedRun> missed() {
        return queue.missed();
    }

    /** Somebody has read what was missed. */
    public void acknowledge() {
        queue.acknowledge();
    }

    /** Empty where no robot of any company has a schedule. */
    public Optional<Instant> nextDue() {
        return queue.nextDue();
    }

    @Override
    public void close() {
        try {
            state.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
