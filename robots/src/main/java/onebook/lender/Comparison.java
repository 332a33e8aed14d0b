package onebook.lender;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.seal.Equivocation;
import onebook.seal.LegalEntity;
import onebook.seal.MalformedException;

/**
 * Two things that two lenders, or one at two times, were shown of a book: packages, receipts or
 * heads.
 *
 * @param outcome an exit code, see the constants
 * @param sentence what it means
 * @param proof what to show to others, where they contradict one another
 */
public record Comparison(int outcome, String sentence, Optional<Equivocation> proof) {
    public static final int CONSISTENT = 0;
    public static final int EQUIVOCATION = 1;
    public static final int CANNOT_TELL = 2;

    /**
     * @param policy keys that may have signed a bare head; also from the other of the two
     * @throws MalformedException where one of them is nothing of the kind
     * @throws IOException where a file cannot be read
     */
    public static Comparison of(Path one, Path other, Policy policy) throws IOException {
        List<ShownLog> logs = read(one, other, policy);
        ShownLog first = logs.get(0);
        ShownLog second = logs.get(1);
        Optional<Equivocation> proof = second.tree().isPresent()
                ? Equivocation.of(first.shown(), second.shown(), second.tree().get())
                : Equivocation.of(first.shown(), second.shown());
        if (proof.isPresent()) {
            return new Comparison(EQUIVOCATION, sentence(proof.get()), proof);
        }
        if (!first.shown().vkey().equals(second.shown().vkey())) {
            return new Comparison(CANNOT_TELL, "DIFFERENT BOOKS: " + first.head().origin()
                    + " and " + second.head().origin(), Optional.empty());
        }
        if (first.head().size() != second.head().size() && second.tree().isEmpty()) {
            return new Comparison(CANNOT_TELL, "CANNOT TELL: heads of " + first.head().size()
                    + " and " + second.head().size() + " leaves; compare the smaller with a"
                    + " package that holds the larger", Optional.empty());
        }
        return new Comparison(CONSISTENT, "CONSISTENT: one log, of " + first.head().size()
                + " and of " + second.head().size() + " leaves", Optional.empty());
    }

    /** In order of size; a key that one of them brings may have signed the other. */
    private static List<ShownLog> read(Path one, Path other, Policy policy) throws IOException {
        List<ShownLog> logs;
        try {
            ShownLog first = ShownLog.of(one, policy.logs());
            logs = List.of(first, ShownLog.of(other, with(policy, first).logs()));
        } catch (MalformedException perhapsUnknown) {
            ShownLog second = ShownLog.of(other, policy.logs());
            logs = List.of(ShownLog.of(one, with(policy, second).logs()), second);
        }
        boolean isInOrder = logs.get(0).head().size() <= logs.get(1).head().size();
        return isInOrder ? logs : List.of(logs.get(1), logs.get(0));
    }

    private static Policy with(Policy policy, ShownLog log) {
        Policy own = Policy.ofLog(log.shown().vkey());
        return new Policy(Stream.concat(policy.logs().stream(), own.logs().stream()).toList(),
                policy.quorum(), 0, policy.witnesses(), policy.timeRoots());
    }

    /** What a proof says, whoever brings it. */
    public static String sentence(Equivocation proof) {
        String whose = LegalEntity.of(proof.first().head().origin()).map(LegalEntity::id)
                .orElse(proof.first().head().origin());
        long size = proof.first().head().size();
        return "EQUIVOCATION: " + switch (proof.kind()) {
            case SAME_SIZE -> "the key of " + whose + " signed two histories of " + size
                    + " leaves";
            case FORK -> "the key of " + whose + " signed " + size + " leaves that are not the"
                    + " beginning of the " + proof.second().head().size() + " it signed later";
            case TWO_LOGS -> "two keys signed statutory books of " + whose
                    + "; ask the company which is its own: " + proof.first().vkey() + " or "
                    + proof.second().vkey();
        };
    }
}
