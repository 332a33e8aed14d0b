package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import onebook.robot.Desk;
import picocli.CommandLine.Option;

/** Names the book a command works on. */
final class BookOption {
    @Option(names = "--book", required = true, paramLabel = "FILE", description = "the book")
    private Path file;
    @Option(names = "--by", paramLabel = "NAME", description = "who does it",
            defaultValue = "${user.name}")
    private String by;

    Path file() {
        return file;
    }

    String by() {
        return by;
    }

    Desk open(Clock clock) {
        return Passphrase.opening(secrets -> Desk.open(file, clock, secrets));
    }
}
