package onebook.lender.submit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import onebook.seal.CanonicalJson;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;

/**
 * What somebody asks of a registry.
 *
 * @param receivables for check and reserve
 * @param ids for finance and release
 * @param isReviewed a person looked at the matches
 * @param key of idempotency, 64 hex digits
 * @param sha256 of act and body: the same key with another is no repetition
 */
record Ask(Act act, List<Receivable> receivables, List<String> ids, boolean isReviewed, String key,
        String sha256) {
    static final int MOST = 40;

    /** What can be asked. */
    enum Act { CHECK, RESERVE, FINANCE, RELEASE }

    /** Throws {@link MalformedException} where the body is not in its form. */
    static Ask parse(Act act, String key, byte[] body) {
        if (!(CanonicalJson.parse(body) instanceof Map<?, ?> json)
                || !key.matches("[0-9a-f]{64}")) {
            throw new MalformedException("not a request to a registry");
        }
        String sha256 = Sha256.hex(act + "\n" + Sha256.hex(body));
        if (act == Act.CHECK || act == Act.RESERVE) {
            List<Receivable> all = list(json, Set.of("receivables"), "receivables").stream()
                    .map(Receivable::parse).toList();
            return new Ask(act, all, List.of(), false, key, sha256);
        }
        Set<String> keys = act == Act.FINANCE ? Set.of("ids", "reviewed") : Set.of("ids");
        List<String> ids = list(json, keys, "ids").stream().map(Ask::id).distinct().toList();
        boolean isReviewed = Boolean.TRUE.equals(json.get("reviewed"));
        return new Ask(act, List.of(), ids, isReviewed, key, sha256);
    }

    private static List<?> list(Map<?, ?> json, Set<String> keys, String name) {
        if (json.keySet().equals(keys) && json.get(name) instanceof List<?> list
                && !list.isEmpty() && list.size() <= MOST) {
            return list;
        }
        throw new MalformedException("needed are " + keys + ", one to " + MOST);
    }

    private static String id(Object value) {
        if (value instanceof String text && text.matches("[0-9a-f]{32}")) {
            return text;
        }
        throw new MalformedException("not an id");
    }
}
