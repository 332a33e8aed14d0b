package onebook.cli;

import java.time.LocalDate;
import java.util.Optional;
import onebook.ledger.EntryNumber;
import onebook.ledger.Period;
import onebook.robot.Corrections;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** On which day a correction stands: a day, a month, or the first that is open. */
final class CorrectionDay {
    @Option(names = "--date", paramLabel = "2026-03-31")
    private Optional<LocalDate> date;
    @Option(names = "--period", paramLabel = "2026-04",
            description = "the month of it; else that of the entry, or the first open one")
    private Optional<Period> period;
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** The day of the entry where it lies in the month that was asked for. */
    LocalDate of(EntryNumber entry, Corrections corrections) {
        if (date.isPresent() && period.isPresent()) {
            throw Arguments.wrong(spec, "give --date or --period, not both");
        }
        LocalDate day = corrections.openDay(entry);
        return date.orElseGet(() -> period.filter(month -> !month.contains(day))
                .map(Period::firstDay).orElse(day));
    }
}
