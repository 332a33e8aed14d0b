package onebook.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import onebook.ledger.EntryNumber;
import onebook.robot.Corrections;
import onebook.robot.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "supplement", description = "adds to an entry that was too small (补充登记)")
final class SupplementCommand implements Callable<Integer> {
    private final Clock clock;
    @Option(names = "--entry", required = true, paramLabel = "2026-03-0007")
    private EntryNumber entry;
    @Option(names = "--why", required = true, paramLabel = "TEXT")
    private String why;
    @Option(names = "--line", required = true, paramLabel = "'account=1001 credit=12.00'",
            description = "one line of the difference; give several")
    private List<String> lines;
    @Mixin
    private CorrectionDay day;
    @Mixin
    private BookOption book;
    @Mixin
    private Output out;

    SupplementCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Desk desk = book.open(clock)) {
            Corrections corrections = Corrections.of(desk);
            return CorrectCommand.told(corrections.supplement(entry, day.of(entry, corrections),
                    why, lines.stream().map(VoucherLine::parse).toList(), book.by()), out);
        }
    }
}
