package onebook.lender;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import onebook.seal.MalformedException;
import onebook.seal.Verifier;
import onebook.seal.Witness;

/**
 * What the reader knows from outside the package: a C2SP tlog-policy. Never taken from the package.
 *
 * @param logs the keys of the logs that are accepted; empty where none is known
 * @param quorum the witnesses that must have seen the head of the log; empty where none is asked
 * @param minimumSize the log must hold at least so many leaves
 * @param witnesses those that are known, whether the quorum asks for them or not
 * @param timeRoots authorities of time stamps; where some are named, a stamp is asked for. They are
 *     named beside the policy, for tlog-policy has no line for them
 */
public record Policy(List<Verifier> logs, Optional<Quorum> quorum, long minimumSize,
        List<Witness> witnesses, List<X509Certificate> timeRoots) {
    private static final int LONGEST = 1 << 20;
    private static final String NONE = "none";

    public Policy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        timeRoots = List.copyOf(timeRoots);
    }

    /** Nothing is known: no package can be verified with it. */
    public static Policy none() {
        return of(List.of());
    }

    public static Policy ofLog(String vkey) {
        return of(List.of(Verifier.parse(vkey)));
    }

    private static Policy of(List<Verifier> logs) {
        return new Policy(logs, Optional.empty(), 0, List.of(), List.of());
    }

    public Policy withMinimumSize(long size) {
        return new Policy(logs, quorum, size, witnesses, timeRoots);
    }

    /** A time stamp by an authority below one of these is asked for. */
    public Policy withTimeRoots(List<X509Certificate> roots) {
        return new Policy(logs, quorum, minimumSize, witnesses, roots);
    }

    /** Whether those who cosigned are the quorum; without one, whether there is anybody. */
    boolean isEnough(Predicate<Witness> cosigned) {
        return quorum.map(asked -> asked.isMet(cosigned))
                .orElseGet(() -> witnesses.stream().anyMatch(cosigned));
    }

    /** Throws {@link MalformedException} where the text is no policy. */
    public static Policy parse(String text) {
        if (text.length() > LONGEST || text.chars()
                .anyMatch(c -> c < 0x20 && c != '\n' && c != '\t')) {
            throw new MalformedException("not a policy");
        }
        Reading reading = new Reading();
        for (String line : text.split("\n")) {
            List<String> words = words(line);
            if (!words.isEmpty()) {
                reading.read(words);
            }
        }
        return new Policy(reading.logs, reading.quorum, 0, reading.witnesses, List.of());
    }

    private static List<String> words(String line) {
        String stripped = line.replace('\t', ' ').strip();
        return stripped.isEmpty() || stripped.startsWith("#") ? List.of()
                : List.of(stripped.split(" +"));
    }

    /** A policy line by line; what a line names was defined in a line before. */
    private static final class Reading {
        private final List<Verifier> logs = new ArrayList<>();
        private final Map<String, Quorum> named = new HashMap<>();
        private final List<Witness> witnesses = new ArrayList<>();
        private final Set<String> grouped = new HashSet<>();
        private Optional<Quorum> quorum = Optional.empty();
        private boolean hasQuorum;

        // log books.example/cn/9133…/statutory+ccf7abe3+AcEo3iyzAZyMQ… https://books.example/
        void read(List<String> words) {
            switch (words.get(0)) {
                case "log" -> log(words);
                case "witness" -> witness(words);
                case "group" -> group(words);
                case "quorum" -> quorum(words);
                default -> throw new MalformedException("not a line of a policy: " + words.get(0));
            }
        }

        private void log(List<String> words) {
            require(words, 2, 3);
            Verifier log = Verifier.parse(words.get(1));
            if (logs.stream().anyMatch(other -> other.hasKeyOf(log))) {
                throw new MalformedException("a policy names each log key once");
            }
            logs.add(log);
        }

        private void witness(List<String> words) {
            require(words, 3, 4);
            Witness witness = Witness.parse(words.get(2));
            if (witnesses.stream().anyMatch(other -> other.hasKeyOf(witness))) {
                throw new MalformedException("a policy names each witness's key once");
            }
            witnesses.add(witness);
            define(words.get(1), Quorum.of(witness, words.get(1)));
        }

        private void group(List<String> words) {
            require(words, 4, Integer.MAX_VALUE);
            List<String> names = words.subList(3, words.size());
            List<Quorum> members = names.stream().map(this::defined).toList();
            for (String name : names) {
                if (!grouped.add(name)) {
                    throw new MalformedException(name + " is in a group already");
                }
            }
            define(words.get(1), Quorum.group(words.get(1), least(words.get(2), names.size()),
                    members));
        }

        private static int least(String word, int members) {
            int least = switch (word) {
                case "any" -> 1;
                case "all" -> members;
                default -> word.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(word) : 0;
            };
            if (least < 1 || least > members) {
                throw new MalformedException(word + " of " + members + " members");
            }
            return least;
        }

        private void quorum(List<String> words) {
            require(words, 2, 2);
            if (hasQuorum) {
                throw new MalformedException("a policy has one quorum line");
            }
            hasQuorum = true;
            quorum = words.get(1).equals(NONE) ? Optional.empty()
                    : Optional.of(defined(words.get(1)));
        }

        private void define(String name, Quorum one) {
            if (name.equals(NONE) || named.put(name, one) != null) {
                throw new MalformedException("a policy defines each name once: " + name);
            }
        }

        private Quorum defined(String name) {
            Quorum one = named.get(name);
            if (one == null) {
                throw new MalformedException("a policy defines a name before it uses it: " + name);
            }
            return one;
        }

        private static void require(List<String> words, int least, int most) {
            if (words.size() < least || words.size() > most) {
                throw new MalformedException("a policy line of %d words".formatted(words.size()));
            }
        }
    }
}
