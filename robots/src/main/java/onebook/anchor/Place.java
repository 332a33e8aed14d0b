package onebook.anchor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.seal.MalformedException;
import onebook.seal.Witness;

/**
 * Where somebody outside is asked.
 *
 * @param url http or https; of a witness the prefix of its calls
 * @param witness its key where it is known; lines of any other key are then left aside
 */
public record Place(URI url, Optional<Witness> witness) {

    /**
     * @param text {@code URL} or, of a witness whose key is known, {@code VKEY URL}
     * @throws AnchorException where it is neither
     */
    public static Place parse(String text) throws AnchorException {
        String[] words = text.strip().split("[ \t]+");
        try {
            URI url = new URI(words[words.length - 1]);
            boolean isWeb = url.getHost() != null && url.getUserInfo() == null
                    && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
            if (words.length <= 2 && isWeb) {
                return new Place(url, words.length == 1 ? Optional.empty()
                        : Optional.of(Witness.parse(words[0])));
            }
        } catch (URISyntaxException | MalformedException wrong) {
            throw new AnchorException(Refusal.PLACES_ARE_MISSING,
                    text + ": " + wrong.getMessage());
        }
        throw new AnchorException(Refusal.PLACES_ARE_MISSING,
                "an address begins with http:// or https://, not " + text);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return witness.map(key -> key.vkey() + " ").orElse("") + url;
    }
}
