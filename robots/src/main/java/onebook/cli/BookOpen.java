package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import onebook.exchange.OpeningSheet;
import onebook.ledger.Account;
import onebook.robot.Desk;
import onebook.robot.OpeningBalances;
import onebook.words.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "open",
        description = "the balances a book begins with, and what is wrong with them")
final class BookOpen implements Callable<Integer> {
    private static final Map<Account.Kind, Sentence> CLASSES = Map.of(
            Account.Kind.ASSET, new Sentence("资产", "assets"),
            Account.Kind.LIABILITY, new Sentence("负债", "liabilities"),
            Account.Kind.EQUITY, new Sentence("权益", "equity"),
            Account.Kind.COST, new Sentence("成本", "cost"),
            Account.Kind.INCOME, new Sentence("收入", "income"),
            Account.Kind.EXPENSE, new Sentence("费用", "expenses"));

    private final Clock clock;
    @Mixin
    private BookOption book;
    @Mixin
    private Output out;
    @Mixin
    private Speech speech;
    @Parameters(paramLabel = "SHEET", converter = Arguments.Given.class,
            description = "科目编码, 科目名称, 往来单位, 借方余额, 贷方余额, as .xlsx, .xls or .csv")
    private Path sheet;
    @Option(names = "--dry-run", description = "report only")
    private boolean isDryRun;

    BookOpen(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Desk desk = book.open(clock)) {
            OpeningBalances.Report report =
                    OpeningBalances.post(desk, sheet, isDryRun, book.by());
            String name = sheet.getFileName().toString();
            report.problems().forEach(problem ->
                    Main.refuse(problem.name(), BookImport.place(name, problem)));
            if (out.isJson()) {
                out.json(json(name, report));
            } else {
                print(name, report);
            }
            return report.isRefused() ? Main.REFUSED : 0;
        }
    }

    private void print(String name, OpeningBalances.Report report) {
        out.print(speech.say("%s：%d 行（%s）", "%s: %d lines (%s)").formatted(name,
                report.lines(), report.layout()));
        report.byClass().forEach((kind, sums) -> print(speech.say(CLASSES.get(kind)), sums));
        print(speech.say("合计", "total"), report.sums());
        out.print(speech.say("差额 ", "difference ") + report.sums().difference());
        String done = report.entries().stream().map(one -> one.number().toString())
                .reduce((one, other) -> one + ", " + other).orElse("");
        out.print(report.isRefused() ? speech.say("未过账，不符之处：", "nothing posted, problems: ")
                + report.problems().size() : (isDryRun
                ? speech.say("试算，将过账为 ", "dry run, would be posted as ")
                : speech.say("已过账 ", "posted as ")) + done);
    }

    private void print(String name, OpeningSheet.Sums sums) {
        out.print("    %s  %s %s  %s %s".formatted(name, speech.say("借", "debit"),
                sums.debit(), speech.say("贷", "credit"), sums.credit()));
    }

    private Map<String, Object> json(String name, OpeningBalances.Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", name);
        json.put("layout", report.layout());
        json.put("lines", report.lines());
        json.put("debit", report.sums().debit().toString());
        json.put("credit", report.sums().credit().toString());
        json.put("difference", report.sums().difference().toString());
        Map<String, Object> classes = new LinkedHashMap<>();
        report.byClass().forEach((kind, sums) -> classes.put(kind.name().toLowerCase(Locale.ROOT),
                Map.of("debit", sums.debit().toString(), "credit", sums.credit().toString())));
        json.put("classes", classes);
        json.put("dryRun", isDryRun);
        json.put("entries", report.entries().stream()
                .map(one -> one.number().toString()).toList());
        json.put("problems", BookImport.problems(report.problems()));
        return json;
    }
}
