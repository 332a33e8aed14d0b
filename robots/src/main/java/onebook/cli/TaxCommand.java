package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import onebook.report.Span;
import onebook.robot.Deliverables;
import onebook.robot.Desk;
import onebook.tax.TaxPeriod;
import onebook.tax.TaxRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "tax", description = "tax forms with traced cells")
@Commands.Group({TaxCommand.Fill.class, TaxFiled.class, TaxInvoices.class})
final class TaxCommand {

    @Command(name = "fill", description = {
        "fills a form:",
        "vat-small-scale, the VAT return of a month or a quarter;",
        "statements, 会小企01, 02 and 03 of a month, a quarter or a year"})
    static final class Fill implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Option(names = "--form", required = true, paramLabel = "vat-small-scale|statements")
        private String form;
        @Option(names = "--period", required = true, paramLabel = "2026Q1|2026-03|2026")
        private Span period;
        @Option(names = "--out", required = true, paramLabel = "X.xlsx|X.pdf",
                converter = Arguments.Written.class)
        private Path out;
        @Spec
        private CommandSpec spec;

        Fill(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            Arguments.oneOf(spec, "--form", form, "vat-small-scale", "statements");
            requireEnding(form.equals("statements") ? List.of(".xlsx", ".pdf")
                    : List.of(".xlsx"));
            try (Desk desk = book.open(clock)) {
                Deliverables files = new Deliverables(desk, out.toAbsolutePath().getParent());
                if (form.equals("statements")) {
                    files.statements(period, out, book.by());
                } else {
                    files.vat(taxPeriod(), out);
                }
                System.out.println(out);
                return 0;
            }
        }

        private void requireEnding(List<String> endings) {
            String name = out.toString().toLowerCase(Locale.ROOT);
            if (endings.stream().noneMatch(name::endsWith)) {
                throw Arguments.wrong(spec, "--out ends in " + String.join(" or ", endings));
            }
        }

        private TaxPeriod taxPeriod() {
            try {
                TaxPeriod asked = new TaxPeriod(period.from(), period.to());
                TaxRules.standard().in(asked);
                return asked;
            } catch (IllegalArgumentException none) {
                throw Arguments.wrong(spec, none.getMessage());
            }
        }
    }
}
