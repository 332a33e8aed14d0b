package onebook.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onebook.lender.PackageVerifier;
import onebook.lender.Policy;
import onebook.lender.Verdict;
import onebook.lender.VerdictText;
import onebook.seal.MalformedException;

/**
 * onebook-verify.jar: {@code X.obk [--policy FILE] [--seen FILE] [--format json]}. Needs a JRE and
 * nothing else; exit codes are those of {@link Verdict}, 3 for a file that cannot be read, 64 for
 * wrong usage.
 */
public final class VerifyMain {
    private static final int USAGE = 64;
    private static final long LARGEST_TEXT = 1 << 20;
    private static final String HELP =
            "onebook-verify X.obk [--policy FILE] [--seen CHECKPOINT] [--format text|json]";

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
        try {
            Policy policy = options.containsKey("--policy")
                    ? Policy.parse(read(options.get("--policy"))) : Policy.none();
            Optional<String> seen = options.containsKey("--seen")
                    ? Optional.of(read(options.get("--seen"))) : Optional.empty();
            Verdict verdict = PackageVerifier.verify(Path.of(options.get("")), policy, seen);
            boolean json = options.getOrDefault("--format", "text").equals("json");
            text.println(json ? VerdictText.json(verdict) : VerdictText.of(verdict));
            return verdict.exitCode();
        } catch (IOException | MalformedException unreadable) {
            errors.println("FILE_IS_BROKEN: " + unreadable.getMessage());
            return Verdict.MALFORMED;
        }
    }

    /** The package under the empty name; an empty map where the words make no sense. */
    private static Map<String, String> options(List<String> args) {
        Map<String, String> options = new HashMap<>();
        Set<String> known = Set.of("--policy", "--seen", "--format");
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

    private static String read(String file) throws IOException {
        Path path = Path.of(file);
        if (Files.size(path) > LARGEST_TEXT) {
            throw new MalformedException(file + " is too large");
        }
        return Files.readString(path);
    }
}
