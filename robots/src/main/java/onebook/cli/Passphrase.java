package onebook.cli;

import java.io.Console;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.robot.RefusedException;

/** Secrets come from the environment or are typed, never from an argument. */
final class Passphrase {
    /** Whoever signs on. */
    static final String PASSWORD = "ONEBOOK_PASSWORD";
    /** Somebody who is added or gets another one. */
    static final String NEW_PASSWORD = "ONEBOOK_NEW_PASSWORD";
    /** The log key. */
    private static final String VARIABLE = "ONEBOOK_PASSPHRASE";

    private Passphrase() { }

    static Optional<char[]> fromEnvironment() {
        return from(VARIABLE);
    }

    private static Optional<char[]> from(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(text -> !text.isEmpty())
                .map(String::toCharArray);
    }

    /** Out of a variable, else typed without being shown. */
    static char[] password(String variable, String prompt) {
        Optional<char[]> given = from(variable);
        if (given.isPresent()) {
            return given.get();
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s: ", prompt);
        if (typed == null) {
            throw new RefusedException(Refusal.NAME_OR_PASSWORD_IS_WRONG,
                    "no terminal to type it, and " + variable + " is not set");
        }
        return typed;
    }
}
