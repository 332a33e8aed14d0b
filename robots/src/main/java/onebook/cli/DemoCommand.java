package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import onebook.ledger.Money;
import onebook.robot.MainJob;
import onebook.robot.SampleCompany;
import onebook.robot.Summary;
import onebook.robot.WaitingItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "the whole main job on the sample company, or on --from")
final class DemoCommand implements Callable<Integer> {
    private final Clock clock;
    @Option(names = "--out", paramLabel = "DIR", defaultValue = "onebook-demo",
            converter = Arguments.Folder.class)
    private Path out;
    @Option(names = "--from", paramLabel = "DIR",
            description = "a company's inputs instead of the sample")
    private Path from;
    @Mixin
    private Output output;
    @Mixin
    private Speech speech;

    DemoCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Path inputs = from != null ? from : SampleCompany.copyTo(out.resolve("inputs"));
        Summary summary = new MainJob(inputs, out, clock, output.progress()).run();
        if (output.isJson()) {
            output.print(summary.json());
        } else {
            print(summary);
        }
        boolean isSound = summary.exit() == 0 || summary.exit() == 4;
        return isSound ? 0 : summary.exit();
    }

    private void print(Summary summary) {
        output.print("%s  %s – %s%n".formatted(summary.company(), summary.from(), summary.to()));
        output.print("读取票据 documents read     %d".formatted(
                summary.documentsBySource().values().stream().mapToInt(Integer::intValue).sum()));
        summary.documentsBySource().forEach((source, count) ->
                output.print("    %-20s %5d".formatted(source, count)));
        output.print("银行流水 bank lines         %d%n".formatted(summary.bankLines()));
        output.print("自动入账 entries posted     %d".formatted(
                summary.entriesByRule().values().stream().mapToInt(Integer::intValue).sum()));
        summary.entriesByRule().forEach((rule, count) ->
                output.print("    %-32s %5d".formatted(rule, count)));
        output.print("待人处理 waiting for you    %d".formatted(summary.waiting().size()));
        for (WaitingItem item : summary.waiting()) {
            output.print("    %s%n        %s %s".formatted(
                    item.source(), item.reason(), speech.say(item.text())));
        }
        summary.refused().forEach(line -> output.print("    not taken: " + line));
        output.print("自动化率 automation share   %s %%%n".formatted(summary.automation()));
        for (Map.Entry<String, Money> account : summary.bankDifference().entrySet()) {
            output.print("银行对账差额 bank difference %-34s %s".formatted(
                    account.getKey(), account.getValue()));
        }
        output.print("应补增值税 VAT payable      %s%n".formatted(summary.vatPayable()));
        summary.files().forEach((name, path) -> output.print("    %-28s %s".formatted(name, path)));
        output.print("%n贷款包验证 verdict          %s".formatted(summary.verdict()));
    }
}
