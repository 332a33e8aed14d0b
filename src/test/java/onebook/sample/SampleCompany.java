package onebook.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Makes a company's quarter: {@code --seed N --out DIR} writes DIR/inputs and, apart from it,
 * DIR/truth.
 */
public final class SampleCompany {
    private SampleCompany() { }

    public static void main(String[] args) throws IOException {
        System.exit(run(args));
    }

    private static int run(String[] args) throws IOException {
        long seed = 2026;
        Path out = null;
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : "";
            if (args[i].equals("--seed") && value.matches("-?\\d{1,18}")) {
                seed = Long.parseLong(value);
            } else if (args[i].equals("--out") && !value.isEmpty()) {
                out = Path.of(value);
            } else {
                System.err.println("usage: sample --seed N --out DIR");
                return 64;
            }
        }
        if (out == null) {
            System.err.println("usage: sample --seed N --out DIR");
            return 64;
        }
        if (holdsFiles(out.resolve("inputs")) || holdsFiles(out.resolve("truth"))) {
            System.err.println("There is a sample in " + out + " already; choose an empty folder.");
            return 3;
        }
        write(seed, out);
        return 0;
    }

    private static boolean holdsFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    /** Writes out/inputs and out/truth. */
    public static void write(long seed, Path out) throws IOException {
        Scenario scenario = Scenario.of(seed);
        new Inputs(scenario, out.resolve("inputs")).write();
        Truth.write(scenario, out.resolve("truth"));
    }
}
