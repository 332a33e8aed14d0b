package onebook.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.lender.PackageVerifier;
import onebook.lender.Policy;
import onebook.lender.Verdict;
import onebook.lender.VerdictText;
import onebook.ledger.Period;
import onebook.robot.Deliverables;
import onebook.robot.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "lender", description = "verified books for a lender",
        subcommands = {LenderCommand.Pack.class, LenderCommand.Verify.class})
final class LenderCommand {

    @Command(name = "pack", description = "writes a package")
    static final class Pack implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Option(names = "--profile", required = true, paramLabel = "invoice-loan|tax-loan")
        private String profile;
        @Option(names = "--from", required = true, paramLabel = "2026-01")
        private String from;
        @Option(names = "--to", required = true, paramLabel = "2026-03")
        private String to;
        @Option(names = "--lender", paramLabel = "NAME", defaultValue = "")
        private String lender;
        @Option(names = "--out", required = true, paramLabel = "X.obk")
        private Path out;

        Pack(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            if (!profile.equals("invoice-loan") && !profile.equals("tax-loan")) {
                System.err.println("unknown profile " + profile + ": invoice-loan or tax-loan");
                return Main.USAGE;
            }
            try (Desk desk = book.open(clock)) {
                Deliverables.Order order = new Deliverables.Order(
                        profile, Period.parse(from), Period.parse(to), lender);
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
        @Option(names = "--policy", paramLabel = "FILE", description = "the keys you were handed")
        private Optional<Path> policy;
        @Option(names = "--seen", paramLabel = "CHECKPOINT",
                description = "a head you have seen before")
        private Optional<Path> seen;
        @Mixin
        private Output out;

        @Override
        public Integer call() throws IOException {
            Policy known = policy.isEmpty() ? Policy.none()
                    : Policy.parse(Files.readString(policy.get(), StandardCharsets.UTF_8));
            Optional<String> head = seen.isEmpty() ? Optional.empty()
                    : Optional.of(Files.readString(seen.get(), StandardCharsets.UTF_8));
            Verdict verdict = PackageVerifier.verify(file, known, head);
            out.print(out.isJson() ? VerdictText.json(verdict) : VerdictText.of(verdict));
            return verdict.exitCode();
        }
    }
}
