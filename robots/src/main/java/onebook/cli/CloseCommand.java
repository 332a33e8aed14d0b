package onebook.cli;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.robot.Desk;
import onebook.robot.RefusedException;
import onebook.robot.RunReport;
import onebook.robot.WaitingItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "close", description = "month close: closing entries, then the seal")
final class CloseCommand implements Callable<Integer> {
    private static final Map<Refusal, String> WAYS = Map.of(
            Refusal.ITEMS_STILL_WAIT, "; --although-items-wait closes",
            Refusal.BANK_IS_NOT_RECONCILED, "; --although-bank-differs closes");

    private final Clock clock;
    @Mixin
    private BookOption book;
    @Option(names = "--period", required = true, paramLabel = "2026-03")
    private Period period;
    @Mixin
    private Speech speech;
    @Option(names = "--although-items-wait", description = "close knowing that items wait")
    private boolean mayWait;
    @Option(names = "--although-bank-differs",
            description = "close knowing that the bank does not agree with the book")
    private boolean mayDiffer;

    CloseCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Desk desk = book.open(clock)) {
            return close(desk, desk.waitingThrough(period));
        }
    }

    private int close(Desk desk, List<WaitingItem> waiting) {
        try {
            RunReport report = desk.close(period, accepted(), book.by());
            waiting.forEach(this::tell);
            desk.said(report).forEach(line -> System.out.println(speech.say(line)));
            desk.checkpoint().ifPresent(System.out::println);
            return 0;
        } catch (RefusedException refused) {
            if (refused.refusal() == Refusal.ITEMS_STILL_WAIT) {
                waiting.forEach(this::tell);
            }
            Main.refuse(refused.refusal(), refused.getMessage()
                    + WAYS.getOrDefault(refused.refusal(), ""));
            return Main.REFUSED;
        }
    }

    private void tell(WaitingItem item) {
        System.err.println("? " + item.source() + " " + item.reason() + " "
                + speech.say(item.text()));
    }

    private Set<Refusal> accepted() {
        Set<Refusal> accepted = EnumSet.noneOf(Refusal.class);
        if (mayWait) {
            accepted.add(Refusal.ITEMS_STILL_WAIT);
        }
        if (mayDiffer) {
            accepted.add(Refusal.BANK_IS_NOT_RECONCILED);
        }
        return accepted;
    }
}
