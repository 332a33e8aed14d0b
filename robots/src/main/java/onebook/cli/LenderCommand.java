package onebook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.lender.PackageVerifier;
import onebook.lender.Policy;
import onebook.lender.Verdict;
import onebook.lender.VerdictText;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.robot.Deliverables;
import onebook.robot.Desk;
import onebook.seal.MalformedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "lender", description = "verified books for a lender")
@Commands.Group({LenderCommand.Pack.class, LenderCommand.Verify.class,
            ProofCommands.Check.class})
final class LenderCommand {

    @Command(name = "pack", description = "writes a package")
    static final class Pack implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Option(names = "--profile", required = true, paramLabel = "invoice-loan|tax-loan")
        private String profile;
        @Option(names = "--from", required = true, paramLabel = "2026-01")
        private Period from;
        @Option(names = "--to", required = true, paramLabel = "2026-03")
        private Period to;
        @Option(names = "--lender", paramLabel = "NAME", defaultValue = "")
        private String lender;
        @Option(names = "--out", required = true, paramLabel = "X.obk",
                converter = Arguments.Written.class)
        private Path out;
        @Spec
        private CommandSpec spec;

        Pack(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            Arguments.oneOf(spec, "--profile", profile, "invoice-loan", "tax-loan");
            if (from.compareTo(to) > 0) {
                throw Arguments.wrong(spec, "--from is not after --to");
            }
            try (Desk desk = book.open(clock)) {
                Deliverables.Order order = new Deliverables.Order(
                        profile, from, to, lender);
                new Deliverables(desk, out.toAbsolutePath().getParent()).pack(order, out);
                System.out.println(out);
                System.out.println(desk.policy());
                return 0;
            }
        }
    }

    @Command(name = "verify", description = "checks a package without trusting its owner")
    static final class Verify implements Callable<Integer> {
        @Parameters(paramLabel = "X.obk")
        private Path file;
        @Option(names = "--policy", paramLabel = "FILE", converter = Arguments.Given.class,
                description = "the keys you were handed")
        private Optional<Path> policy;
        @Option(names = "--seen", paramLabel = "CHECKPOINT", converter = Arguments.Given.class,
                description = "a head you have seen before")
        private Optional<Path> seen;
        @Mixin
        private Output out;

        @Override
        public Integer call() {
            try {
                Policy known = policy.isEmpty() ? Policy.none()
                        : Policy.parse(VerifyMain.read(policy.get()));
                Optional<String> head = seen.isEmpty() ? Optional.empty()
                        : Optional.of(VerifyMain.read(seen.get()));
                Verdict verdict = PackageVerifier.verify(file, known, head);
                out.print(out.isJson() ? VerdictText.json(verdict) : VerdictText.of(verdict));
                return verdict.exitCode();
            } catch (IOException | MalformedException unreadable) {
                Main.refuse(Refusal.FILE_IS_BROKEN, unreadable.getMessage());
                return Verdict.MALFORMED;
            }
        }
    }
}
