package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import onebook.robot.Desk;
import onebook.robot.Populations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "accounts",
        description = "keeps in the log the list of opened accounts (已开立银行结算账户清单)")
final class BankAccounts implements Callable<Integer> {
    private final Clock clock;
    @Mixin
    private BookOption book;
    @Mixin
    private Output out;
    @Option(names = "--private", description = "accounts of owners, as they declare them")
    private boolean isPrivate;
    @Parameters(paramLabel = "LIST", converter = Arguments.Given.class)
    private Path list;

    BankAccounts(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Desk desk = book.open(clock)) {
            TaxFiled.report(out, list.getFileName().toString(),
                    Populations.of(desk).accounts(list, isPrivate, book.by()));
            return 0;
        }
    }
}
