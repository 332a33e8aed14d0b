package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.ledger.AccountCode;
import onebook.ledger.Period;
import onebook.reconcile.Reconciliation;
import onebook.robot.CashAccount;
import onebook.robot.Deliverables;
import onebook.robot.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "reconcile", description = "bank lines with their entries and reasons, then 余额调节表")
final class ReconcileCommand implements Callable<Integer> {
    private final Clock clock;
    @Mixin
    private BookOption book;
    @Option(names = "--account", required = true, paramLabel = "1002.01")
    private AccountCode account;
    @Option(names = "--period", required = true, paramLabel = "2026-03")
    private Period period;
    @Mixin
    private Speech speech;
    @Option(names = "--out", paramLabel = "X.xlsx", converter = Arguments.Written.class)
    private Optional<Path> out;
    @Spec
    private CommandSpec spec;

    ReconcileCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Desk desk = book.open(clock)) {
            check(desk.cashAccounts().stream().map(CashAccount::code).toList());
            for (CashAccount.Line line : desk.cashLines(account)) {
                if (period.contains(line.line().date())) {
                    System.out.printf("%s %14s  %-28s %s  %s%n", line.line().date(),
                            line.line().amount(), line.line().party(),
                            line.entry().map(Object::toString).orElse("—"),
                            speech.say(line.why()));
                }
            }
            Reconciliation reconciliation = desk.reconciliation(account, period);
            System.out.printf("book %s  bank %s  difference after adjustment %s%n",
                    reconciliation.bookBalance(), reconciliation.bankBalance(),
                    reconciliation.difference());
            out.ifPresent(path -> new Deliverables(desk, path.toAbsolutePath().getParent())
                    .reconciliation(reconciliation, path));
            return reconciliation.difference().isZero() ? 0 : Main.WAITS;
        }
    }

    private void check(List<AccountCode> own) {
        if (!own.contains(account)) {
            throw Arguments.wrong(spec, account + " is no bank account or wallet of this book"
                    + (own.isEmpty() ? "; it has none" : ", which has " + own));
        }
    }
}
