package onebook.robot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.ledger.Refusal;
import onebook.seal.Leaf;
import onebook.seal.Sha256;

/**
 * What a company settled about its book, each text under a name: how it closes, closing rates, its
 * recurring entries. Every change is a leaf of kind "rule" with the whole text, so what a robot did
 * can be told from what stood there at the time, and nothing stands that is not sealed.
 */
final class SealedTexts {
    /** Fits a leaf of 65,535 bytes, whatever is escaped in it. */
    private static final int MOST_CHARACTERS = 10_000;

    private final OpenBook open;

    SealedTexts(OpenBook open) {
        this.open = open;
    }

    /** Those that stand now, by name. */
    SortedMap<String, String> all() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Leaf leaf : open.operations().ofRules()) {
            String id = (String) leaf.body().get("id");
            if (leaf.body().get("text") instanceof String text) {
                texts.put(id, text);
            } else if (!isAuthority(leaf)) {
                texts.remove(id);
            }
        }
        return texts;
    }

    /** True where the leaf settles no text but says who answers for a rule. */
    static boolean isAuthority(Leaf leaf) {
        return leaf.body().containsKey("text_sha256") && !leaf.body().containsKey("text");
    }

    Optional<String> find(String id) {
        return Optional.ofNullable(all().get(id));
    }

    /** Requires a transaction around it. */
    void put(String id, String text, String by) {
        if (text.length() > MOST_CHARACTERS) {
            throw new RefusedException(Refusal.FILE_IS_TOO_LARGE, id);
        }
        Map<String, Object> body = body(id, by);
        body.put("text", text);
        body.put("text_sha256", Sha256.hex(text));
        open.journal().leaf("rule", "", body, List.of());
        open.operation(by, "settle " + id);
    }

    /** It stands no longer. Requires a transaction around it. */
    void remove(String id, String by) {
        open.journal().leaf("rule", "", body(id, by), List.of());
        open.operation(by, "settle no more " + id);
    }

    private Map<String, Object> body(String id, String by) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("who", by);
        body.put("at", open.clock().instant().toString());
        return body;
    }
}
