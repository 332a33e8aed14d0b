package onebook.robot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onebook.exchange.ChartFile;
import onebook.exchange.ChartMapping;
import onebook.exchange.Layouts;
import onebook.exchange.OpeningSheet;
import onebook.exchange.Standards;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/**
 * A company comes from another program: its chart of accounts is brought to this one's, old code by
 * old code, and its balances open the book. Both files are kept as evidence; all of it or nothing.
 */
public final class Migration {
    /**
     * What to bring.
     *
     * @param byHand codes of this book by old codes, as a person decided
     */
    public record Order(Path chart, Path balances, Map<String, AccountCode> byHand,
            boolean isDryRun) { }

    /**
     * What became of it, or in a dry run would.
     *
     * @param mapped every account of the old chart
     * @param made details that this chart gets
     * @param opening the balances under the new codes, and all problems
     */
    public record Report(Standards.Standard standard, List<ChartMapping.Mapped> mapped,
            List<Account> made, OpeningBalances.Report opening) { }

    private final OpenBook open;
    private final Order order;
    private final String by;

    private Migration(OpenBook open, Order order, String by) {
        this.open = open;
        this.order = order;
        this.by = by;
    }

    public static Report run(Desk desk, Order order, String by) {
        synchronized (desk) {
            desk.book().mayWrite(Duty.POST, by);
            return new Migration(desk.book(), order, by).run();
        }
    }

    private Report run() {
        EvidenceFile chart = EvidenceFile.take(open, order.chart);
        try {
            EvidenceFile balances = EvidenceFile.take(open, order.balances);
            try {
                return report(chart, balances);
            } finally {
                balances.takeAwayUnlessSealed();
            }
        } finally {
            open.readChart();
            chart.takeAwayUnlessSealed();
        }
    }

    private Report report(EvidenceFile chartFile, EvidenceFile balances) {
        ChartFile chart = chartFile.reading(() -> ChartFile.read(chartFile.document().path(),
                Layouts.of("charts", Templates::text)));
        chart.faults().all().stream().findFirst().ifPresent(first -> {
            throw new RefusedException(first.name(), chartFile.document().name() + ", "
                    + first.path() + " " + first.text());
        });
        Standards standards = new Standards(Templates::text);
        Standards.Standard standard = standards.of(chart.names()).orElseThrow(() ->
                new RefusedException(Refusal.CHART_IS_NOT_KNOWN, chartFile.document().name()
                        + ": 4001 " + chart.names().getOrDefault("4001", "-") + ", 5001 "
                        + chart.names().getOrDefault("5001", "-")));
        ChartMapping mapping = new ChartMapping(chart.names(), standard, standards, open.chart(),
                order.byHand);
        ChartOfAccounts whole = open.chart().with(mapping.made());
        OpeningSheet sheet = balances.reading(() -> OpeningSheet.read(
                balances.document().path(), Layouts.of("balances", Templates::text), whole,
                mapping));
        for (Problem why : AccountChecks.judge(open, mapping.made())) {
            sheet.faults().add(why.name(), 0, why.text());
        }
        OpeningBalances.Report opening = DryRun.of(open.journal(), () -> {
            OpeningBalances.Report posted = posted(chartFile, balances, mapping, sheet);
            return new DryRun.Done<>(posted, !order.isDryRun && !posted.isRefused());
        });
        return new Report(standard, mapping.all(), mapping.made(), opening);
    }

    private OpeningBalances.Report posted(EvidenceFile chartFile, EvidenceFile balances,
            ChartMapping mapping, OpeningSheet sheet) {
        if (sheet.faults().isEmpty()) {
            chartFile.seal("chart");
            List<Account> made = new ArrayList<>(mapping.made());
            made.forEach(open.journal()::add);
            open.readChart();
            open.operation(by, "migrate the chart of " + chartFile.document().name() + ": "
                    + made.size() + " accounts made");
        }
        return OpeningBalances.posted(open, sheet, balances, by);
    }
}
