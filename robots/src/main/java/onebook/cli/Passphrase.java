package onebook.cli;

import java.util.Optional;

/** The passphrase of the log key comes from the environment, never from an argument. */
final class Passphrase {
    private static final String VARIABLE = "ONEBOOK_PASSPHRASE";

    private Passphrase() { }

    static Optional<char[]> fromEnvironment() {
        return Optional.ofNullable(System.getenv(VARIABLE)).filter(text -> !text.isEmpty())
                .map(String::toCharArray);
    }
}
