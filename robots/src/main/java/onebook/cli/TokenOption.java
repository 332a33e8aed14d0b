package onebook.cli;

import java.nio.file.Path;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.robot.Desk;
import onebook.robot.HeldToken;
import onebook.robot.Pkcs11Token;
import onebook.robot.RefusedException;
import onebook.robot.Tokens;
import picocli.CommandLine.Option;

/** Names the token (U盾, smart card) that signs; its PIN is typed or in the environment. */
final class TokenOption {
    @Option(names = {"--token", "--pkcs11"}, paramLabel = "LIB",
            description = "signs with a token, by its maker's PKCS#11 library; the PIN is typed or"
                    + " in " + Passphrase.TOKEN_PIN)
    private Optional<Path> library;
    @Option(names = "--slot", paramLabel = "N",
            description = "id of the token's slot; else the first slot")
    private Optional<Long> slot;
    @Option(names = "--label", paramLabel = "L",
            description = "which key of the token, where it holds several")
    private Optional<String> label;

    boolean isGiven() {
        return library.isPresent();
    }

    /** Unlocks the token. */
    HeldToken open() {
        Path file = library.orElseThrow(() -> new RefusedException(
                Refusal.TOKEN_LIBRARY_CANNOT_BE_LOADED, "--pkcs11 names none"));
        return Pkcs11Token.open(new Pkcs11Token.Place(file, slot, label),
                Passphrase.pin("PIN of the token"));
    }

    /** What is approved from here on is signed with the token, where one is named. */
    void hold(Desk desk) {
        if (isGiven()) {
            Tokens.of(desk).hold(open());
        }
    }
}
