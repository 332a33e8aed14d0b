package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import onebook.robot.Deliverables;
import onebook.robot.Desk;
import onebook.tax.TaxPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "tax", description = "tax forms with traced cells",
        subcommands = TaxCommand.Fill.class)
final class TaxCommand {

    @Command(name = "fill", description = "fills a form: vat-small-scale or statements")
    static final class Fill implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Option(names = "--form", required = true, paramLabel = "vat-small-scale|statements")
        private String form;
        @Option(names = "--period", required = true, paramLabel = "2026Q1")
        private String period;
        @Option(names = "--out", required = true, paramLabel = "X.xlsx")
        private Path out;

        Fill(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                Deliverables files = new Deliverables(desk, out.toAbsolutePath().getParent());
                switch (form) {
                    case "vat-small-scale" -> files.vat(TaxPeriod.parse(period), out);
                    case "statements" -> {
                        TaxPeriod span = TaxPeriod.parse(period);
                        files.statements(span.from(), span.to(), out);
                    }
                    default -> {
                        System.err.println(
                                "unknown form " + form + ": vat-small-scale or statements");
                        return Main.USAGE;
                    }
                }
                System.out.println(out);
                return 0;
            } catch (java.time.format.DateTimeParseException wrong) {
                System.err.println("a period is written 2026Q1 or 2026-03");
                return Main.USAGE;
            }
        }
    }
}
