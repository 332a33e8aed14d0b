package onebook.lender.submit;

import java.io.IOException;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.seal.MalformedException;
import onebook.seal.Verifier;

/**
 * The key that a lender's answers must be signed with.
 *
 * @param isOnItsWord true where nobody handed the key over: the server's own word was taken
 */
public record LenderKey(Verifier verifier, boolean isOnItsWord) {

    /** Refuses with LENDER_KEY_IS_ANOTHER where the text is no key. */
    public static Verifier parse(String vkey) {
        try {
            return Verifier.parse(vkey.strip());
        } catch (MalformedException wrong) {
            throw new SubmissionRefused(Refusal.LENDER_KEY_IS_ANOTHER,
                    wrong.getMessage() + ": " + vkey);
        }
    }

    /** Refuses where the server says another key than is given, or known of this address. */
    static LenderKey ask(Wire wire, LenderUrl url, Optional<Verifier> given, KnownLenders known)
            throws IOException {
        Verifier said = parse(wire.key(url));
        Optional<Verifier> demanded = given.isPresent() ? given : known.of(url);
        if (demanded.isPresent() && !demanded.get().vkey().equals(said.vkey())) {
            throw new SubmissionRefused(Refusal.LENDER_KEY_IS_ANOTHER, "the server at "
                    + url.text() + " says " + said.vkey() + ", expected "
                    + demanded.get().vkey());
        }
        return new LenderKey(said, demanded.isEmpty());
    }

    /** For the person who sends. */
    public String sentence() {
        return isOnItsWord ? "This is the first time with this address: the key " + verifier.vkey()
                + " was taken from the server itself. Compare it with the lender by another way;"
                + " from now on it is demanded."
                : "The lender's key is the one that is known: " + verifier.vkey();
    }
}
