package onebook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.cli.bench.Bench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Figures for those who doubt them: measured here and now, next to a peer or the floor. */
@Command(name = "bench", description = "measured figures as JSON, each with a peer or the floor")
final class BenchCommand implements Callable<Integer> {
    private final Clock clock;
    @Parameters(paramLabel = "NAME", description = "ledger")
    private String name;
    @Option(names = "--entries", description = "how many entries; 100000 where not said")
    private Optional<Integer> entries;
    @Option(names = "--keep", paramLabel = "DIR", description = "leave the files there")
    private Optional<Path> keep;

    BenchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        if (!Bench.NAMES.contains(name) || entries.map(many -> many < 1).orElse(false)) {
            System.err.println("There is no bench of that name and size; there is: "
                    + String.join(", ", Bench.NAMES));
            return Main.USAGE;
        }
        Path folder = keep.isPresent() ? Files.createDirectories(keep.get())
                : Files.createTempDirectory("onebook-bench");
        try {
            Bench.run(name, folder, entries.orElse(100_000), clock, System.out::println);
        } finally {
            if (keep.isEmpty()) {
                delete(folder);
            }
        }
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (var files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
