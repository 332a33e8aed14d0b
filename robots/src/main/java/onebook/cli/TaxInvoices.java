package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.report.Span;
import onebook.robot.Desk;
import onebook.robot.Populations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "invoices",
        description = "keeps in the log every invoice the tax bureau lists (全量发票查询导出)")
final class TaxInvoices implements Callable<Integer> {
    private final Clock clock;
    @Mixin
    private BookOption book;
    @Mixin
    private Output out;
    @Option(names = "--period", paramLabel = "2026Q1|2026-03|2026",
            description = "what the list covers, where that is more than its invoices show")
    private Optional<Span> period;
    @Parameters(paramLabel = "LIST", converter = Arguments.Given.class)
    private Path list;

    TaxInvoices(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Desk desk = book.open(clock)) {
            TaxFiled.report(out, list.getFileName().toString(),
                    Populations.of(desk).invoices(list, period, book.by()));
            return 0;
        }
    }
}
