package onebook.lender;

import java.util.ArrayList;
import java.util.List;
import onebook.seal.MalformedException;
import onebook.seal.Verifier;

/**
 * What the reader knows from outside the package: a C2SP tlog-policy. Never taken from the package.
 *
 * @param logs the keys of the logs that are accepted; empty where none is known
 * @param needsWitnesses true where a quorum of witnesses is asked for, which no package carries yet
 * @param minimumSize the log must hold at least so many leaves
 */
public record Policy(List<Verifier> logs, boolean needsWitnesses, long minimumSize) {
    private static final int LONGEST = 1 << 20;

    public Policy {
        logs = List.copyOf(logs);
    }

    /** Nothing is known: no package can be verified with it. */
    public static Policy none() {
        return new Policy(List.of(), false, 0);
    }

    public static Policy ofLog(String vkey) {
        return new Policy(List.of(Verifier.parse(vkey)), false, 0);
    }

    public Policy withMinimumSize(long size) {
        return new Policy(logs, needsWitnesses, size);
    }

    /** Throws {@link MalformedException} where the text is no policy. */
    public static Policy parse(String text) {
        if (text.length() > LONGEST || text.chars()
                .anyMatch(c -> c < 0x20 && c != '\n' && c != '\t')) {
            throw new MalformedException("not a policy");
        }
        List<Verifier> logs = new ArrayList<>();
        List<String> quorums = new ArrayList<>();
        for (String line : text.split("\n")) {
            List<String> words = words(line);
            if (!words.isEmpty()) {
                read(words, logs, quorums);
            }
        }
        if (quorums.size() > 1) {
            throw new MalformedException("a policy has one quorum line");
        }
        return new Policy(logs, quorums.stream().anyMatch(name -> !name.equals("none")), 0);
    }

    // log books.example/cn/9133…/statutory+ccf7abe3+AcEo3iyzAZyMQ… https://books.example/
    private static void read(List<String> words, List<Verifier> logs, List<String> quorums) {
        switch (words.get(0)) {
            case "log" -> logs.add(log(words, logs));
            case "quorum" -> quorums.add(operand(words, 2, 2));
            case "witness" -> operand(words, 3, 4);
            case "group" -> operand(words, 4, Integer.MAX_VALUE);
            default -> throw new MalformedException("not a line of a policy: " + words.get(0));
        }
    }

    private static Verifier log(List<String> words, List<Verifier> before) {
        Verifier log = Verifier.parse(operand(words, 2, 3));
        if (before.stream().anyMatch(other -> other.hasKeyOf(log))) {
            throw new MalformedException("a policy names each log key once");
        }
        return log;
    }

    private static String operand(List<String> words, int least, int most) {
        if (words.size() < least || words.size() > most) {
            throw new MalformedException("a policy line of %d words".formatted(words.size()));
        }
        return words.get(1);
    }

    private static List<String> words(String line) {
        String stripped = line.replace('\t', ' ').strip();
        return stripped.isEmpty() || stripped.startsWith("#") ? List.of()
                : List.of(stripped.split(" +"));
    }
}
