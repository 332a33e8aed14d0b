package onebook.cli.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** The benches there are. */
public final class Bench {
    public static final List<String> NAMES = List.of("ledger");

    private Bench() { }

    /**
     * Runs one.
     *
     * @param folder an empty folder for what it makes
     * @param entries how large
     * @param out takes one JSON object for each figure
     */
    public static void run(String name, Path folder, int entries, Clock clock,
            Consumer<String> out) throws Exception {
        if (!name.equals("ledger")) {
            throw new IllegalArgumentException("no bench: " + name);
        }
        new LedgerBench(folder, entries, clock, out).run();
    }
}
