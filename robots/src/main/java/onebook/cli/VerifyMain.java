package onebook.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onebook.lender.PackageVerifier;
import onebook.lender.Policy;
import onebook.lender.SeenNote;
import onebook.lender.Verdict;
import onebook.lender.VerdictText;
import onebook.seal.MalformedException;
import onebook.seal.TimeStamp;

/**
 * onebook-verify.jar: {@code X.obk [--policy FILE] [--seen FILE] [--tsa-roots PEM] [--format
 * json]}. Needs a JRE and nothing else; exit codes are those of {@link Verdict}, 3 for a file that
 * cannot be read, 64 for wrong usage.
 */
public final class VerifyMain {
    private static final int USAGE = 64;
    private static final long LARGEST_TEXT = 1 << 20;
    private static final String HELP =
            "onebook-verify X.obk [--policy FILE] [--seen CHECKPOINT|RECEIPT] [--tsa-roots PEM]"
                    + " [--format text|json]";

    private VerifyMain() { }

    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out, System.err));
    }

    /** Gives the exit code. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        PrintStream text = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Map<String, String> options = options(args);
        if (options.isEmpty()) {
            errors.println(HELP);
            return USAGE;
        }
        Optional<String> missing = missing(options);
        if (missing.isPresent()) {
            errors.println("there is no file " + missing.get() + "; " + HELP);
            return USAGE;
        }
        try {
            Policy policy = policy(file(options, "--policy"), file(options, "--tsa-roots"));
            Optional<String> seen = seen(file(options, "--seen"));
            Verdict verdict = PackageVerifier.verify(Path.of(options.get("")), policy, seen);
            boolean json = options.getOrDefault("--format", "text").equals("json");
            text.println(json ? VerdictText.json(verdict) : VerdictText.of(verdict));
            return verdict.exitCode();
        } catch (InvalidPathException noName) {
            errors.println("X.obk is no name of a file: " + noName.getMessage());
            return USAGE;
        } catch (IOException | MalformedException unreadable) {
            errors.println("FILE_IS_BROKEN: " + unreadable.getMessage());
            return Verdict.MALFORMED;
        }
    }

    private static Optional<Path> file(Map<String, String> options, String name) {
        return Optional.ofNullable(options.get(name)).map(Path::of);
    }

    /** The keys and the authorities the reader was handed; none where there are none. */
    static Policy policy(Optional<Path> keys, Optional<Path> timeRoots) throws IOException {
        Policy policy = keys.isEmpty() ? Policy.none() : Policy.parse(read(keys.get()));
        return timeRoots.isEmpty() ? policy
                : policy.withTimeRoots(TimeStamp.roots(read(timeRoots.get())));
    }

    /** The head the reader kept, bare or in a receipt. */
    static Optional<String> seen(Optional<Path> kept) throws IOException {
        return kept.isEmpty() ? Optional.empty() : Optional.of(SeenNote.of(read(kept.get())));
    }

    /** The package under the empty name; an empty map where the words make no sense. */
    private static Map<String, String> options(List<String> args) {
        Map<String, String> options = new HashMap<>();
        Set<String> known = Set.of("--policy", "--seen", "--tsa-roots", "--format");
        for (int i = 0; i < args.size(); i++) {
            boolean isOption = known.contains(args.get(i));
            String name = isOption ? args.get(i) : "";
            String value = isOption ? i + 1 < args.size() ? args.get(++i) : null : args.get(i);
            if (value == null || value.startsWith("--") || options.put(name, value) != null) {
                return Map.of();
            }
        }
        boolean formatKnown = Set.of("text", "json")
                .contains(options.getOrDefault("--format", "text"));
        return options.containsKey("") && formatKnown ? options : Map.of();
    }

    /** A key file that is not there is a slip of the pen, not a word about the package. */
    private static Optional<String> missing(Map<String, String> options) {
        return Stream.of("--policy", "--seen", "--tsa-roots").map(options::get)
                .filter(Objects::nonNull).filter(name -> !new File(name).isFile()).findFirst();
    }

    static String read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_TEXT) {
            throw new MalformedException(file + " is too large");
        }
        return Files.readString(file);
    }
}
