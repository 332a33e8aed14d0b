package onebook.cli;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import onebook.ledger.Refusal;
import onebook.robot.Passphrases;
import onebook.robot.RefusedException;

/** Passphrases come from the environment or are typed unseen; no argument has one. */
final class Passphrase {
    static final Passphrase OF_KEY = new Passphrase("ONEBOOK_PASSPHRASE", "log key");
    static final Passphrase OF_BOOK = new Passphrase("ONEBOOK_BOOK_PASSPHRASE", "book");
    static final Passphrase OF_NEXT =
            new Passphrase("ONEBOOK_NEW_BOOK_PASSPHRASE", "book from now on");
    static final Passphrase OF_RECOVERY =
            new Passphrase("ONEBOOK_RECOVERY_PASSPHRASE", "recovery key");
    static final Passphrase OF_BACKUP = new Passphrase("ONEBOOK_BACKUP_PASSPHRASE", "backup");
    static final Passphrase OF_WITNESS =
            new Passphrase("ONEBOOK_WITNESS_PASSPHRASE", "witness's key");
    /** Whoever signs on. */
    static final String PASSWORD = "ONEBOOK_PASSWORD";
    /** Somebody who is added or gets another one. */
    static final String NEW_PASSWORD = "ONEBOOK_NEW_PASSWORD";
    /** Of the token that signs an approval. */
    static final String TOKEN_PIN = "ONEBOOK_TOKEN_PIN";

    private final String variable;
    private final String what;

    private Passphrase(String variable, String what) {
        this.variable = variable;
        this.what = what;
    }

    Optional<char[]> fromEnvironment() {
        return Optional.ofNullable(System.getenv(variable)).filter(text -> !text.isEmpty())
                .map(String::toCharArray);
    }

    /** Empty where there is neither the variable nor a terminal. */
    Optional<char[]> given() {
        return fromEnvironment().or(() -> typed("Passphrase of the " + what + ": "));
    }

    /** One that something is to be encrypted with: typed twice. */
    char[] chosen() {
        Optional<char[]> chosen = fromEnvironment();
        if (chosen.isEmpty()) {
            chosen = typed("New passphrase of the " + what + ": ");
            Optional<char[]> again = chosen.flatMap(first -> typed("Once more: "));
            if (chosen.isPresent() && !Arrays.equals(chosen.get(), again.orElse(null))) {
                throw new RefusedException(Refusal.PASSPHRASE_IS_WRONG,
                        "the two that were typed differ");
            }
        }
        return chosen.orElseThrow(this::missing);
    }

    /** The password of a person: out of a variable, else typed without being shown. */
    static char[] password(String variable, String prompt) {
        return new Passphrase(variable, "").fromEnvironment().or(() -> typed(prompt + ": "))
                .orElseThrow(() -> new RefusedException(Refusal.NAME_OR_PASSWORD_IS_WRONG,
                        "no terminal to type it, and " + variable + " is not set"));
    }

    /** The PIN of a token: out of the environment, else typed without being shown. */
    static char[] pin(String prompt) {
        return new Passphrase(TOKEN_PIN, "").fromEnvironment().or(() -> typed(prompt + ": "))
                .orElseThrow(() -> new RefusedException(Refusal.TOKEN_PIN_IS_WRONG,
                        "no terminal to type it, and " + TOKEN_PIN + " is not set"));
    }

    RefusedException missing() {
        return new RefusedException(Refusal.PASSPHRASE_IS_MISSING,
                "set " + variable + ", or run this on a terminal");
    }

    private static Optional<char[]> typed(String question) {
        Console terminal = System.console();
        return terminal == null ? Optional.empty()
                : Optional.ofNullable(terminal.readPassword("%s", question))
                        .filter(text -> text.length > 0);
    }

    /** Opens a book; the passphrase it may be encrypted with is asked for only where it is. */
    static <T> T opening(Function<Passphrases, T> open) {
        Passphrases known = new Passphrases(OF_KEY.fromEnvironment(), OF_BOOK.fromEnvironment());
        try {
            return open.apply(known);
        } catch (RefusedException refused) {
            if (refused.refusal() != Refusal.PASSPHRASE_IS_MISSING) {
                throw refused;
            }
            return open.apply(new Passphrases(known.key(), Optional.of(
                    OF_BOOK.given().orElseThrow(OF_BOOK::missing))));
        }
    }
}
