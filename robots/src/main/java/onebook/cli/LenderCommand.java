package onebook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import onebook.lender.Hiding;
import onebook.lender.PackageVerifier;
import onebook.lender.Verdict;
import onebook.lender.VerdictText;
import onebook.lender.VerifierPage;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.robot.Anchoring;
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
    LenderCommand.Page.class, CompareCommand.class, SubmitCommand.class, ReceiveCommand.class,
    PledgeCommand.class, ProofCommands.Check.class})
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
        @Option(names = "--hide", paramLabel = "counterparties|memos|name:NAME|account:CODE",
                description = "what the lender does not get to read; may be given several times")
        private List<String> hide = List.of();
        @Option(names = "--out", required = true, paramLabel = "X.obk",
                converter = Arguments.Written.class)
        private Path out;
        @Option(names = "--witnessed", description = "let the witnesses of book anchor --keep see"
                + " the head of the package too")
        private boolean isWitnessed;
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
                        profile, from, to, lender, hiding());
                List<Problem> failures = new ArrayList<>();
                Deliverables files = new Deliverables(desk, out.toAbsolutePath().getParent());
                if (isWitnessed) {
                    Anchoring seen = desk.anchoring();
                    files.pack(order, out, () -> seen.cosigned(seen.places().witnesses(),
                            failures, book.by()));
                } else {
                    files.pack(order, out);
                }
                System.out.println(out);
                System.out.println(desk.policy());
                failures.forEach(one -> Main.refuse(one.name(), one.text()));
                return failures.isEmpty() ? 0 : Main.WAITS;
            }
        }

        private Hiding hiding() {
            Set<String> names = new TreeSet<>();
            Set<String> accounts = new TreeSet<>();
            for (String one : hide) {
                if (one.startsWith("name:") && !one.substring(5).isBlank()) {
                    names.add(one.substring(5));
                } else if (one.matches("account:[0-9][0-9.]*")) {
                    accounts.add(one.substring(8));
                } else if (!one.equals("counterparties") && !one.equals("memos")) {
                    throw Arguments.wrong(spec, "--hide is counterparties, memos, name:NAME or "
                            + "account:CODE, not " + one);
                }
            }
            return new Hiding(hide.contains("counterparties"), hide.contains("memos"), names,
                    accounts);
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
                description = "a head you have seen before, or the receipt it stands in")
        private Optional<Path> seen;
        @Option(names = "--tsa-roots", paramLabel = "PEM", converter = Arguments.Given.class,
                description = "time stamp authorities you rely on; one stamp of theirs is due")
        private Optional<Path> timeRoots;
        @Mixin
        private Output out;

        @Override
        public Integer call() {
            try {
                Verdict verdict = PackageVerifier.verify(file,
                        VerifyMain.policy(policy, timeRoots), VerifyMain.seen(seen));
                out.print(out.isJson() ? VerdictText.json(verdict) : VerdictText.of(verdict));
                return verdict.exitCode();
            } catch (IOException | MalformedException unreadable) {
                Main.refuse(Refusal.FILE_IS_BROKEN, unreadable.getMessage());
                return Verdict.MALFORMED;
            }
        }
    }

    @Command(name = "page", description = "writes verify.html: the verifier as one page")
    static final class Page implements Callable<Integer> {
        @Option(names = "--out", required = true, paramLabel = "verify.html",
                converter = Arguments.Written.class)
        private Path out;

        @Override
        public Integer call() throws IOException {
            Files.createDirectories(out.toAbsolutePath().getParent());
            Files.write(out, VerifierPage.html());
            System.out.println(out);
            return 0;
        }
    }
}
