package onebook.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.ledger.EntryNumber;
import onebook.ledger.Outcome;
import onebook.ledger.Refusal;
import onebook.robot.Corrections;
import onebook.robot.Desk;
import onebook.robot.Draft;
import onebook.robot.Voucher;
import onebook.robot.Vouchers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "correct", description = "takes an entry back in red")
final class CorrectCommand implements Callable<Integer> {
    private final Clock clock;
    @Option(names = "--entry", required = true, paramLabel = "2026-03-0007")
    private EntryNumber entry;
    @Option(names = "--why", required = true, paramLabel = "TEXT")
    private String why;
    @Option(names = "--blue", description = "keep the draft of the blue voucher that follows")
    private boolean isBlue;
    @Mixin
    private CorrectionDay day;
    @Mixin
    private BookOption book;
    @Mixin
    private Output out;

    CorrectCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Desk desk = book.open(clock)) {
            Corrections corrections = Corrections.of(desk);
            Optional<Draft> blue = isBlue ? Optional.of(corrections.blue(entry,
                    day.of(entry, corrections))) : Optional.empty();
            int exit = told(desk.correct(entry, day.of(entry, corrections), why, book.by()), out);
            if (exit == Main.REFUSED || blue.isEmpty()) {
                return exit;
            }
            Vouchers vouchers = Vouchers.of(desk);
            Voucher draft = vouchers.save(blue.get(), book.by());
            VoucherCommand.print(out, vouchers, draft);
            return Main.WAITS;
        }
    }

    /** Prints the entry, or what was refused; what waits for another person waits. */
    static int told(Outcome outcome, Output out) {
        if (outcome instanceof Outcome.Refused refused) {
            Main.refuse(refused.refusal(), refused.detail());
            return refused.refusal() == Refusal.VOUCHER_WAITS_FOR_REVIEW ? Main.WAITS
                    : Main.REFUSED;
        }
        out.print(EntryJson.printed(((Outcome.Posted) outcome).entry(), out));
        return 0;
    }
}
