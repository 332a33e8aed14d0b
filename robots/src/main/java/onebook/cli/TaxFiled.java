package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import onebook.ledger.Money;
import onebook.report.Span;
import onebook.robot.Desk;
import onebook.robot.Populations;
import onebook.tax.TaxPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "filed", description = {
    "keeps in the log what was declared:",
    "the figures of a filled vat-small-scale workbook, or figures by line"})
final class TaxFiled implements Callable<Integer> {
    private static final int MOST_FIGURES = 200;

    private final Clock clock;
    @Mixin
    private BookOption book;
    @Mixin
    private Output out;
    @Option(names = "--form", required = true,
            paramLabel = "vat-small-scale|vat-general|cit-prepay|statements")
    private String form;
    @Option(names = "--period", required = true, paramLabel = "2026Q1|2026-03|2026")
    private Span period;
    @Option(names = "--file", paramLabel = "FILLED.xlsx", converter = Arguments.Given.class)
    private Optional<Path> file;
    @Option(names = "--figures", paramLabel = "l1=1000.00", arity = "1..*",
            description = "lines of the form; of statements bs30, is1 and so on")
    private List<String> figures = List.of();
    @Option(names = "--receipt", paramLabel = "FILE", converter = Arguments.Given.class,
            description = "the bureau's receipt")
    private Optional<Path> receipt;
    @Option(names = "--receipt-number", paramLabel = "NUMBER", defaultValue = "")
    private String receiptNumber;
    @Spec
    private CommandSpec spec;

    TaxFiled(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Arguments.oneOf(spec, "--form", form, "vat-small-scale", "vat-general", "cit-prepay",
                "statements");
        if (file.isPresent() == !figures.isEmpty()) {
            throw Arguments.wrong(spec, "give either --file or --figures");
        }
        if (file.isPresent() && !form.equals("vat-small-scale")) {
            throw Arguments.wrong(spec, "--file is of vat-small-scale; give --figures");
        }
        if (!receiptNumber.matches("[0-9A-Za-z-]{0,64}")) {
            throw Arguments.wrong(spec, "a receipt number has up to 64 digits and letters");
        }
        try (Desk desk = book.open(clock)) {
            Populations populations = Populations.of(desk);
            Map<String, Money> values = file.isPresent()
                    ? populations.figures(taxPeriod(), file.get()) : given();
            Populations.Logged logged = populations.file(new Populations.Filed(form, period,
                    values, receiptNumber), receipt, book.by());
            report(out, form + " " + period.from() + " – " + period.to(), logged);
            return 0;
        }
    }

    static void report(Output out, String what, Populations.Logged logged) {
        if (out.isJson()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("what", what);
            json.put("count", logged.count());
            json.put("leaves", logged.leaves());
            out.json(json);
        } else {
            out.print("%s: %d, %s".formatted(what, logged.count(), logged.leaves() == 0
                    ? "all there before, nothing was written"
                    : "written in " + logged.leaves() + " leaves"));
        }
    }

    private Map<String, Money> given() {
        Map<String, Money> values = new TreeMap<>();
        for (String one : figures) {
            String[] parts = one.split("=", -1);
            boolean isFigure = parts.length == 2 && parts[0].matches("(l|bs|is|cf)[0-9]{1,3}")
                    && parts[1].matches("-?(0|[1-9][0-9]{0,15})\\.[0-9]{2}");
            if (!isFigure || values.put(parts[0], Money.parse(parts[1])) != null
                    || values.size() > MOST_FIGURES) {
                throw Arguments.wrong(spec, "a figure is written l1=1000.00, once, not " + one);
            }
        }
        return values;
    }

    private TaxPeriod taxPeriod() {
        try {
            return new TaxPeriod(period.from(), period.to());
        } catch (IllegalArgumentException none) {
            throw Arguments.wrong(spec, none.getMessage());
        }
    }
}
