package onebook.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.robot.RefusedException;
import onebook.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code onebook}: everything that works without a screen. */
@Command(name = "onebook", mixinStandardHelpOptions = true, version = "OneBook 一本账 0.1.0",
        description = "One set of books, checked by strangers. 一本账")
@Commands.Group({DemoCommand.class, DocumentCommand.class, BankCommand.class,
            BookCommand.class, VoucherCommand.class, RobotCommand.class, ReconcileCommand.class,
            CloseCommand.class, ClosePolicyCommand.class, RecurringCommand.class,
            TaxCommand.class, LenderCommand.class, WitnessCommand.class, BenchCommand.class})
public final class Main implements Runnable {
    static final int WAITS = 1;
    static final int REFUSED = 3;
    static final int USAGE = 64;
    static final int INTERNAL = 70;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(run(Clock.systemDefaultZone(), args));
    }

    /** Runs one command; gives its exit code. */
    public static int run(Clock clock, String... args) {
        quiet();
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        CommandLine line = new Commands(clock).line(Main.class, List.of(args));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        Arguments.understoodBy(line);
        line.setExecutionExceptionHandler((failed, command, parsed) -> Main.failed(failed));
        line.setParameterExceptionHandler((wrong, given) -> {
            System.err.println(wrong.getMessage());
            wrong.getCommandLine().usage(System.err);
            return USAGE;
        });
        return line.execute(args);
    }

    private static int failed(Exception failed) {
        if (failed instanceof RefusedException refused) {
            refuse(refused.refusal(), refused.getMessage());
            return REFUSED;
        }
        Optional<Refusal> disk = failed instanceof StoreException store
                ? store.refusal() : Optional.empty();
        if (disk.isPresent()) {
            refuse(disk.get(), ((StoreException) failed).detail());
            return REFUSED;
        }
        System.err.println("Internal error; nothing was half written. " + failed);
        if (Boolean.getBoolean("onebook.debug")) {
            for (Throwable why = failed; why != null; why = why.getCause()) {
                System.err.println(why);
                Arrays.stream(why.getStackTrace())
                        .forEach(at -> System.err.println("    at " + at));
            }
        }
        return INTERNAL;
    }

    static void refuse(Refusal refusal, String detail) {
        System.err.println(refusal + ": " + refusal.advice()
                + (detail.isBlank() ? "" : " (" + detail + ")"));
    }

    /** Libraries that chatter are silenced; nothing of them reaches standard error. */
    private static void quiet() {
        System.setProperty("java.awt.headless", "true");
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
