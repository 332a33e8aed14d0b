package onebook.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import onebook.bank.Statement;
import onebook.bank.StatementJson;
import onebook.bank.StatementReader;
import onebook.document.Inbox;
import onebook.document.Reading;
import onebook.document.Taken;
import onebook.ledger.Problem;
import onebook.words.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "bank", description = "bank statements and wallet bills")
@Commands.Group({BankCommand.Read.class, BankAccounts.class})
final class BankCommand {

    @Command(name = "read", description = "reads statements of any known layout")
    static final class Read implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "FILE")
        private List<Path> files;
        @Mixin
        private Output out;
        @Mixin
        private Speech speech;

        @Override
        public Integer call() {
            StatementReader reader = new StatementReader();
            int exit = 0;
            for (Path file : files) {
                Taken taken = Inbox.look(file);
                if (taken instanceof Taken.Declined declined) {
                    Main.refuse(declined.refusal(), file + ", " + declined.detail());
                    exit = Main.REFUSED;
                } else if (taken instanceof Taken.Kept kept) {
                    exit = Math.max(exit, print(file, reader.read(kept.document())));
                }
            }
            return exit;
        }

        private int print(Path file, Reading<Statement> reading) {
            if (reading.value().isEmpty()) {
                for (Problem problem : reading.problems()) {
                    Main.refuse(problem.name(), file + ", " + problem.text());
                }
                return Main.REFUSED;
            }
            Statement statement = reading.value().get();
            if (out.isJson()) {
                out.print(StatementJson.of(file.getFileName().toString(), reading));
                return statement.proof() == Statement.Proof.BROKEN ? Main.WAITS : 0;
            }
            out.print("%s  %s %s, %d lines, %s".formatted(file.getFileName(), statement.layout(),
                    statement.account().number(), statement.lines().size(), statement.proof()));
            statement.lines().forEach(line -> out.print("  %s %-8s %14s %16s  %s  %s".formatted(
                    line.date(), line.time(), line.amount(),
                    line.balance().map(Object::toString).orElse(""), line.party(), line.memo())));
            statement.problems().forEach(problem -> out.print("  ! %s %s: %s".formatted(
                    problem.name(), problem.path(),
                    speech.say(Sentence.noted(problem.text())))));
            return statement.proof() == Statement.Proof.BROKEN ? Main.WAITS : 0;
        }
    }
}
