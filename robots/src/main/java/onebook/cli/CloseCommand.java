package onebook.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.robot.Desk;
import onebook.robot.WaitingItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "close", description = "month close: closing entries, then the seal")
final class CloseCommand implements Callable<Integer> {
    private final Clock clock;
    @Mixin
    private BookOption book;
    @Option(names = "--period", required = true, paramLabel = "2026-03")
    private String period;
    @Option(names = "--although-items-wait", description = "close knowing that items wait")
    private boolean isKnowing;

    CloseCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Desk desk = book.open(clock)) {
            Period month = Period.parse(period);
            Optional<Refusal> blocked = desk.closeBlocked(month);
            if (blocked.isPresent()) {
                Main.refuse(blocked.get(), period);
                return Main.REFUSED;
            }
            long waiting = 0;
            for (WaitingItem item : desk.waitingThrough(month)) {
                System.err.println("? " + item.source() + " " + item.reason() + " " + item.text());
                waiting++;
            }
            if (waiting > 0 && !isKnowing) {
                Main.refuse(Refusal.ITEMS_STILL_WAIT, waiting + " items; --although-items-wait closes");
                return Main.REFUSED;
            }
            desk.close(month, book.by()).diff().forEach(System.out::println);
            desk.checkpoint().ifPresent(System.out::println);
            return 0;
        }
    }
}
