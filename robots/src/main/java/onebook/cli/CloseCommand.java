package onebook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.robot.CloseOrder;
import onebook.robot.Closing;
import onebook.robot.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "close",
        description = "month and year end: what is asked before, closing entries, then the seal")
final class CloseCommand implements Callable<Integer> {
    private final Clock clock;
    @Mixin
    private BookOption book;
    @Mixin
    private Output out;
    @Mixin
    private Speech speech;
    @Mixin
    private TokenOption token;
    @Option(names = "--period", required = true, paramLabel = "2026-03")
    private Period period;
    @Option(names = "--dry-run", description = "show the checklist and the entries, close nothing")
    private boolean isDryRun;
    @Option(names = {"--accept-waiting", "--although-items-wait"},
            description = "close knowing that items wait")
    private boolean mayWait;
    @Option(names = "--although-bank-differs",
            description = "close knowing that the bank does not agree with the book")
    private boolean mayDiffer;
    @Option(names = "--accept", split = ",", paramLabel = "REFUSAL",
            description = "close knowing this; it is sealed with the close")
    private List<Refusal> accepted = List.of();
    @Option(names = "--year-end", description = "close December as the end of the year")
    private boolean isYearEnd;
    @Option(names = "--distribute", paramLabel = "AMOUNT", defaultValue = "0.00",
            description = "profit the owners take out at the year's end")
    private Money distribution;
    @Option(names = "--rate", paramLabel = "USD=7.0288",
            description = "closing rate of a foreign currency")
    private Map<String, BigDecimal> rates = Map.of();

    CloseCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Desk desk = book.open(clock)) {
            if (!isDryRun) {
                token.hold(desk);
            }
            CloseOrder order = new CloseOrder(period, isYearEnd, distribution, accepted());
            Closing closing = desk.closing();
            rates.forEach((currency, rate) -> closing.rate(period, currency, rate, book.by()));
            Closing.Closed closed = isDryRun ? closing.preview(order, book.by())
                    : closing.attempt(order, book.by());
            closed.checks().forEach(check -> CloseText.print(check, out, speech));
            print(desk, closed);
            if (closed.openBecause().isPresent()) {
                refuse(closed.openBecause().get());
                return isDryRun ? Main.WAITS : Main.REFUSED;
            }
            if (!isDryRun) {
                closed(desk);
            }
            return 0;
        }
    }

    private void closed(Desk desk) {
        List<Path> receipt = receipt(desk);
        String note = desk.checkpoint().orElseThrow();
        if (out.isJson()) {
            out.print(CloseText.closed(period.toString(), note, receipt));
        } else {
            out.print(note);
            receipt.forEach(out::print);
        }
    }

    /** The month is closed whatever becomes of the page about it. */
    private List<Path> receipt(Desk desk) {
        try {
            return desk.receipts().afterClose(period, book.by());
        } catch (IOException | UncheckedIOException full) {
            System.err.println("The month is closed, but its receipt could not be written: "
                    + full.getMessage() + "; book receipt writes it.");
            return List.of();
        }
    }

    private void print(Desk desk, Closing.Closed closed) {
        if (out.isJson()) {
            closed.entries().forEach(entry -> out.print(EntryJson.of(entry)));
        } else {
            desk.said(closed.report()).stream().filter(line -> line.english().startsWith("+"))
                    .forEach(line -> out.print(speech.say(line)));
        }
    }

    private void refuse(Problem why) {
        boolean isKnowable = Closing.acceptable().contains(why.name());
        Main.refuse(why.name(), (why.path() + " " + why.text()).strip()
                + (isKnowable ? "; --accept " + why.name() + " closes knowing it" : ""));
    }

    private Set<Refusal> accepted() {
        Set<Refusal> all = new HashSet<>(accepted);
        if (mayWait) {
            all.add(Refusal.ITEMS_STILL_WAIT);
        }
        if (mayDiffer) {
            all.add(Refusal.BANK_IS_NOT_RECONCILED);
        }
        return all;
    }
}
