package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import onebook.exchange.ChartMapping;
import onebook.exchange.Standards;
import onebook.ledger.AccountCode;
import onebook.robot.Desk;
import onebook.robot.Migration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "migrate", description = "a company of another program: its chart of accounts "
        + "brought to this one's, its balances as opening balances")
final class BookMigrate implements Callable<Integer> {
    private final Clock clock;
    @Mixin
    private BookOption book;
    @Mixin
    private Output out;
    @Mixin
    private Speech speech;
    @Option(names = "--from-chart", required = true, paramLabel = "FILE",
            converter = Arguments.Given.class, description = "科目编码, 科目名称 of the old program")
    private Path chart;
    @Option(names = "--balances", required = true, paramLabel = "FILE",
            converter = Arguments.Given.class, description = "its 科目余额表 at the changeover")
    private Path balances;
    @Option(names = "--map", paramLabel = "OLD=NEW",
            description = "an account that a person decided, as 1231=1122; may be repeated")
    private Map<String, AccountCode> byHand = Map.of();
    @Option(names = "--dry-run", description = "list what each account becomes")
    private boolean isDryRun;

    BookMigrate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Desk desk = book.open(clock)) {
            Migration.Report report = Migration.run(desk,
                    new Migration.Order(chart, balances, byHand, isDryRun), book.by());
            String name = balances.getFileName().toString();
            report.opening().problems().forEach(problem ->
                    Main.refuse(problem.name(), BookImport.place(name, problem)));
            if (out.isJson()) {
                report.mapped().forEach(one -> out.json(json(one)));
                out.json(total(report));
            } else {
                print(report);
            }
            return report.opening().isRefused() ? Main.REFUSED : 0;
        }
    }

    private void print(Migration.Report report) {
        out.print("%s (%s)".formatted(report.standard().title(), report.standard().system()));
        for (ChartMapping.Mapped one : report.mapped()) {
            out.print("%-10s %s -> %s  [%s] %s".formatted(one.old(), one.name(),
                    one.target().map(to -> to.code() + " " + to.name()
                            + (one.isNew() ? " +" : "")).orElse("?"),
                    certainty(one.certainty()), speech.say(one.rule())));
        }
        long open = report.mapped().stream().filter(one -> one.target().isEmpty()).count();
        out.print(speech.say("%d 个科目，新设 %d 个，%d 个没有对应科目；借 %s，贷 %s",
                "%d accounts, %d made, %d cannot be mapped; debit %s, credit %s").formatted(
                report.mapped().size(), report.made().size(), open,
                report.opening().sums().debit(), report.opening().sums().credit()));
        out.print(report.opening().isRefused()
                ? speech.say("未过账，不符之处：", "nothing posted, problems: ")
                + report.opening().problems().size()
                : (isDryRun ? speech.say("试算，将过账为 ", "dry run, would be posted as ")
                : speech.say("已过账 ", "posted as "))
                + report.opening().entries().get(0).number());
    }

    private String certainty(Standards.Certainty certainty) {
        return switch (certainty) {
            case CERTAIN -> speech.say("确定", "certain");
            case LIKELY -> speech.say("大致", "likely");
            case NONE -> speech.say("无", "none");
        };
    }

    private static Map<String, Object> json(ChartMapping.Mapped one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("old", one.old());
        json.put("name", one.name());
        one.target().ifPresent(to -> {
            json.put("account", to.code().toString());
            json.put("accountName", to.name());
        });
        json.put("certainty", one.certainty().name().toLowerCase(Locale.ROOT));
        json.put("rule", one.rule().chinese());
        json.put("new", one.isNew());
        return json;
    }

    private Map<String, Object> total(Migration.Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("system", report.standard().system());
        json.put("accounts", report.mapped().size());
        json.put("made", report.made().size());
        json.put("debit", report.opening().sums().debit().toString());
        json.put("credit", report.opening().sums().credit().toString());
        json.put("dryRun", isDryRun);
        json.put("entries", report.opening().entries().stream()
                .map(entry -> entry.number().toString()).toList());
        json.put("problems", BookImport.problems(report.opening().problems()));
        return json;
    }
}
