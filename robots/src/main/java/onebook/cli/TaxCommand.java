package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
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

@Command(name = "tax", description = "tax forms with traced cells",
        subcommands = TaxCommand.Fill.class)
final class TaxCommand {

    @Command(name = "fill", description = {
        "fills a form of the tax bureau:",
        "  vat-small-scale  the VAT return of a month or quarter",
        "  statements       会小企01, 02 and 03 of a month, a quarter or a year"})
    static final class Fill implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Option(names = "--form", required = true, paramLabel = "vat-small-scale|statements")
        private String form;
        @Option(names = "--period", required = true, paramLabel = "2026Q1|2026-03|2026")
        private String period;
        @Option(names = "--out", required = true, paramLabel = "X.xlsx|X.pdf",
                converter = Arguments.Written.class)
        private Path out;
        @Spec
        private CommandSpec spec;

        Fill(Clock clock) {
            this.clock = clock;
        }

        private interface Filling {
            void by(Deliverables files);
        }

        @Override
        public Integer call() {
            Arguments.oneOf(spec, "--form", form, "vat-small-scale", "statements");
            Filling filling;
            try {
                filling = filling();
            } catch (IllegalArgumentException wrong) {
                throw Arguments.wrong(spec, wrong.getMessage());
            }
            try (Desk desk = book.open(clock)) {
                filling.by(new Deliverables(desk, out.toAbsolutePath().getParent()));
                System.out.println(out);
                return 0;
            }
        }

        private Filling filling() {
            if (form.equals("statements")) {
                Span span = Span.parse(period);
                return files -> files.statements(span, out);
            }
            TaxPeriod months = TaxPeriod.parse(period);
            TaxRules.standard().in(months);
            return files -> files.vat(months, out);
        }
    }
}
