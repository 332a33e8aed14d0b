package onebook.cli.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * What one piece of work took.
 *
 * @param seconds from its start to its end, by the wall clock
 * @param peakMegabytes the most memory a process held; 0 for work within this process
 */
record Timed(double seconds, long peakMegabytes) {
    /** Slower than whatever is measured. */
    static final Timed NEVER = new Timed(Double.MAX_VALUE, 0);
    private static final long LONGEST_MINUTES = 30;

    Timed orFaster(Timed other) {
        return other.seconds < seconds ? other : this;
    }

    /** Runs a command to its end. Throws where it fails, with what it said. */
    static Timed process(List<String> command) throws IOException, InterruptedException {
        File said = File.createTempFile("bench", ".txt");
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(said).start();
            long peak = 0;
            while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peak(process.pid()));
                if (seconds(start) > LONGEST_MINUTES * 60) {
                    process.destroyForcibly();
                }
            }
            double seconds = seconds(start);
            if (process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " ended with "
                        + process.exitValue() + ": " + tail(said.toPath()));
            }
            return new Timed(seconds, peak >> 10);
        } finally {
            Files.deleteIfExists(said.toPath());
        }
    }

    /** The median of several runs within this process, after as many to warm up. */
    static Timed within(int runs, Callable<?> work) throws Exception {
        return byTurns(runs, List.of(work)).get(0);
    }

    /** The same of several works that take turns, so that each meets the machine alike. */
    static List<Timed> byTurns(int runs, List<Callable<?>> works) throws Exception {
        double[][] seconds = new double[works.size()][runs];
        for (int i = -runs; i < runs; i++) {
            for (int work = 0; work < works.size(); work++) {
                long start = System.nanoTime();
                works.get(work).call();
                seconds[work][Math.max(i, 0)] = seconds(start);
            }
        }
        List<Timed> medians = new ArrayList<>();
        for (double[] one : seconds) {
            Arrays.sort(one);
            medians.add(new Timed(one[runs / 2], 0));
        }
        return medians;
    }

    /** A command of this product in a process of its own, as the launcher starts it. */
    static List<String> onebook(String heap, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-Xmx" + heap, "-cp", System.getProperty("java.class.path"),
                "onebook.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Where a program is on the path; empty where it is not installed. */
    static Optional<String> installed(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program)).filter(Files::isExecutable)
                .map(Path::toString).findFirst();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** In KiB, as Linux tells it; 0 elsewhere. */
    private static long peak(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("[^0-9]", "")).mapToLong(Long::parseLong)
                    .findFirst().orElse(0);
        } catch (IOException | RuntimeException gone) {
            return 0;
        }
    }

    private static String tail(Path said) throws IOException {
        String text = Files.readString(said);
        return text.substring(Math.max(0, text.length() - 2000));
    }
}
