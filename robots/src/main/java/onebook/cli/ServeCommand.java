package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import onebook.ledger.Problem;
import onebook.robot.Desk;
import onebook.robot.Office;
import onebook.robot.OfficeReport;
import onebook.robot.RunReport;
import onebook.schedule.MissedRun;
import onebook.schedule.Schedule;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "runs the robots of a book or an office at their times")
final class ServeCommand implements Callable<Integer> {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    private final Clock clock;
    @ArgGroup(multiplicity = "1")
    private What what;
    @Option(names = "--once",
            description = "run what is due now, then end; for a scheduler of your own")
    private boolean isOnce;
    @Mixin
    private Output out;
    @Mixin
    private Speech speech;

    static final class What {
        @Option(names = "--book", required = true, paramLabel = "FILE", description = "one book")
        private Path book;
        @Option(names = "--office", required = true, paramLabel = "FILE",
                description = "an office.yaml with several companies")
        private Path office;
    }

    ServeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Office office = what.book != null ? Office.ofBook(what.book, clock, this::open)
                : Office.open(what.office, clock, this::open)) {
            int code = round(office);
            while (!isOnce && office.nextDue().isPresent()) {
                Thread.sleep(untilNext(office.nextDue().get()).toMillis());
                round(office);
            }
            return code;
        }
    }

    private Duration untilNext(Instant due) {
        Duration left = Duration.between(clock.instant(), due).plusMillis(1);
        return left.isNegative() ? Duration.ZERO
                : left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN;
    }

    private Desk open(Path book) {
        return Passphrase.opening(secrets -> Desk.open(book, clock, secrets));
    }

    /** Prints what became of all that was due; missed runs are told once. */
    private int round(Office office) {
        OfficeReport report = office.runDue();
        tellMissed(report.missed());
        office.acknowledge();
        int code = 0;
        for (OfficeReport.Company company : report.companies()) {
            company.runs().forEach(run -> tell(company.name(), run));
            for (Problem refusal : company.refusals()) {
                Main.refuse(refusal.name(),
                        company.name() + " " + refusal.path() + ": " + refusal.text());
            }
            code = Math.max(code, !company.refusals().isEmpty() ? Main.REFUSED
                    : company.waiting() > 0 ? Main.WAITS : 0);
        }
        return code;
    }

    private void tellMissed(List<MissedRun> missed) {
        for (MissedRun one : missed) {
            System.err.println("missed: " + one.company() + " " + one.robot() + " "
                    + LocalDateTime.ofInstant(one.due(), Schedule.ZONE) + " " + one.why());
        }
    }

    private void tell(String company, RunReport run) {
        LocalDateTime when = LocalDateTime.ofInstant(run.started(), Schedule.ZONE)
                .truncatedTo(ChronoUnit.SECONDS);
        out.print(when + " " + company + " " + run.robot()
                + (run.id().isEmpty() ? "" : " " + run.id()) + ": " + run.entries().size()
                + " entries, " + run.waiting() + " wait");
        run.said().forEach(line -> out.print("  " + speech.say(line)));
    }
}
