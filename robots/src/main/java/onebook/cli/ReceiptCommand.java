package onebook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import onebook.ledger.Period;
import onebook.robot.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "receipt",
        description = "a page that says what a closed month was, to be kept outside")
final class ReceiptCommand implements Callable<Integer> {
    private final Clock clock;
    @Mixin
    private BookOption book;
    @Option(names = "--period", required = true, paramLabel = "2026-03")
    private Period period;
    @Option(names = "--out", required = true, paramLabel = "X.pdf",
            converter = Arguments.Written.class, description = "the page; X.txt beside it")
    private Path file;
    @Spec
    private CommandSpec spec;

    ReceiptCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            throw Arguments.wrong(spec, "--out ends in .pdf, not " + file);
        }
        try (Desk desk = book.open(clock)) {
            desk.receipts().write(period, file, book.by()).forEach(System.out::println);
            return 0;
        }
    }
}
