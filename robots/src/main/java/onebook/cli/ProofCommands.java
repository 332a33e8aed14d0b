package onebook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.ledger.EntryNumber;
import onebook.ledger.Refusal;
import onebook.lender.LeafProof;
import onebook.lender.Policy;
import onebook.lender.Verdict;
import onebook.robot.Desk;
import onebook.robot.Proving;
import onebook.seal.MalformedException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One leaf of a book shown to stand in its log, and the check of that by a stranger. */
final class ProofCommands {
    private ProofCommands() { }

    @Command(name = "prove", description = "writes one leaf and the proof that it is in the log")
    static final class Prove implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @ArgGroup(multiplicity = "1")
        private Which which;
        @Option(names = "--out", required = true, paramLabel = "X.tlog-proof",
                converter = Arguments.Written.class,
                description = "the proof; the leaf goes beside it as X.leaf")
        private Path out;

        /** The leaf, by its place or by the entry it holds. */
        static final class Which {
            @Option(names = "--entry", required = true, paramLabel = "2026-03-0007")
            private EntryNumber entry;
            @Option(names = "--leaf", required = true, paramLabel = "I")
            private long leaf;
        }

        Prove(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                Proving proving = Proving.of(desk);
                proving.write(which.entry == null ? which.leaf : proving.leafOf(which.entry), out);
                System.out.println(out);
                System.out.println(Proving.leafFile(out));
                System.out.println(desk.policy());
            }
            return 0;
        }
    }

    @Command(name = "prove", description = "checks that a leaf is in a log you know the key of")
    static final class Check implements Callable<Integer> {
        private static final long LARGEST = 1 << 20;

        @Parameters(paramLabel = "X.tlog-proof", converter = Arguments.Given.class)
        private Path proof;
        @Option(names = "--leaf", required = true, paramLabel = "FILE",
                converter = Arguments.Given.class, description = "the bytes of the leaf")
        private Path leaf;
        @Option(names = "--policy", paramLabel = "FILE", converter = Arguments.Given.class,
                description = "the keys you were handed")
        private Optional<Path> policy;
        @Mixin
        private Output out;

        @Override
        public Integer call() {
            try {
                Policy known = policy.isEmpty() ? Policy.none()
                        : Policy.parse(VerifyMain.read(policy.get()));
                LeafProof verdict = LeafProof.verify(read(proof), read(leaf), known);
                out.print(out.isJson() ? verdict.json() : verdict.text());
                return verdict.exitCode();
            } catch (IOException | MalformedException unreadable) {
                Main.refuse(Refusal.FILE_IS_BROKEN, unreadable.getMessage());
                return Verdict.MALFORMED;
            }
        }

        private static byte[] read(Path file) throws IOException {
            if (Files.size(file) > LARGEST) {
                throw new MalformedException(file + " is too large");
            }
            return Files.readAllBytes(file);
        }
    }
}
