package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.robot.Desk;
import onebook.robot.People;
import onebook.robot.RefusedException;
import onebook.robot.SignOn;
import picocli.CommandLine.Option;

/** Names the book a command works on, and who works on it. */
final class BookOption {
    @Option(names = "--book", required = true, paramLabel = "FILE", description = "the book")
    private Path file;
    @Option(names = "--by", paramLabel = "NAME", defaultValue = "${user.name}",
            description = "who does it, in a book of one user")
    private String by;
    @Option(names = "--user", paramLabel = "NAME",
            description = "signs on, with the password in " + Passphrase.PASSWORD)
    private Optional<String> user;
    @Option(names = "--key", paramLabel = "FILE", converter = Arguments.Given.class,
            description = "signs on with a key file, which the password opens")
    private Optional<Path> key;

    Path file() {
        return file;
    }

    String by() {
        return user.orElse(by);
    }

    Desk open(Clock clock) {
        Desk desk = Passphrase.opening(secrets -> Desk.open(file, clock, secrets));
        try {
            signOn(desk);
            return desk;
        } catch (RuntimeException refused) {
            desk.close();
            throw refused;
        }
    }

    private void signOn(Desk desk) {
        SignOn signOn = SignOn.to(desk);
        if (!signOn.isNeeded()) {
            People.of(desk).call(by());
            return;
        }
        String name = user.orElseThrow(() ->
                new RefusedException(Refusal.NOBODY_IS_SIGNED_ON, "--user NAME"));
        char[] password = Passphrase.password(Passphrase.PASSWORD, "Password of " + name);
        if (key.isPresent()) {
            signOn.withKey(name, key.get(), password);
        } else {
            signOn.withPassword(name, password);
        }
    }
}
