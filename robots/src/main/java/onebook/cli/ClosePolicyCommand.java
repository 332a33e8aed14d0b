package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.robot.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "close-policy",
        description = "what the company settled about its closes: income tax, reserve, owners")
final class ClosePolicyCommand implements Callable<Integer> {
    private final Clock clock;
    @Mixin
    private BookOption book;
    @Option(names = "--set", paramLabel = "FILE", converter = Arguments.Given.class,
            description = "a YAML as company.yaml has it under closing; it is sealed")
    private Optional<Path> file;

    ClosePolicyCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Desk desk = book.open(clock)) {
            file.ifPresent(path -> desk.closing().settle(TextFile.read(path), book.by()));
            System.out.println(desk.closing().policyText().stripTrailing());
            return 0;
        }
    }
}
