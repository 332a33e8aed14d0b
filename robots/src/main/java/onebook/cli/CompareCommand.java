package onebook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.ledger.Refusal;
import onebook.lender.Comparison;
import onebook.lender.Verdict;
import onebook.seal.Equivocation;
import onebook.seal.MalformedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "compare", description = "two packages, receipts or heads of one company: do they"
        + " belong together? Exit code 0 they do, 1 they contradict one another, 2 cannot be told")
final class CompareCommand implements Callable<Integer> {
    @Parameters(paramLabel = "A B", arity = "0..2", converter = Arguments.Given.class)
    private List<Path> files = new ArrayList<>();
    @Option(names = "--policy", paramLabel = "FILE", converter = Arguments.Given.class,
            description = "the keys you were handed, for bare heads")
    private Optional<Path> policy;
    @Option(names = "--out", paramLabel = "PROOF", converter = Arguments.Written.class,
            description = "where the proof goes; else it is printed")
    private Optional<Path> out;
    @Option(names = "--check", paramLabel = "PROOF", converter = Arguments.Given.class,
            description = "look at a proof that somebody else made")
    private Optional<Path> proof;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (files.size() != (proof.isPresent() ? 0 : 2)) {
            throw Arguments.wrong(spec, "name two files, or one proof with --check");
        }
        try {
            return proof.isPresent() ? check(proof.get()) : compare();
        } catch (IOException | MalformedException unreadable) {
            Main.refuse(Refusal.FILE_IS_BROKEN, unreadable.getMessage());
            return Verdict.MALFORMED;
        }
    }

    private static int check(Path file) throws IOException {
        Equivocation proof = Equivocation.parse(VerifyMain.read(file));
        System.out.println(Comparison.sentence(proof));
        return Comparison.EQUIVOCATION;
    }

    private int compare() throws IOException {
        Comparison comparison = Comparison.of(files.get(0), files.get(1),
                VerifyMain.policy(policy, Optional.empty()));
        System.out.println(comparison.sentence());
        if (comparison.proof().isPresent()) {
            String text = comparison.proof().get().text();
            if (out.isPresent()) {
                Files.writeString(out.get(), text);
                System.out.println(out.get());
            } else {
                System.out.print(text);
            }
        }
        return comparison.outcome();
    }
}
