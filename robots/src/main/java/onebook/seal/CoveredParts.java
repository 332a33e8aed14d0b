package onebook.seal;

import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects what of one leaf is covered, in the order in which the line of the leaf names it: the
 * names, each once, and the texts.
 */
final class CoveredParts {
    static final String NAMES = "names";
    static final String TEXTS = "texts";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Veil veil;
    private final long leaf;
    private final Set<String> tags = new HashSet<>();
    private JsonBytes names;
    private JsonBytes texts;

    CoveredParts(Veil veil, long leaf) {
        this.veil = veil;
        this.leaf = leaf;
    }

    /** What stands in the line instead of the name. */
    String name(String name) {
        String tag = veil.tag(name);
        if (tags.add(tag)) {
            names = names == null ? begin(NAMES) : names;
            names.ascii(",").quoted(name);
        }
        return tag;
    }

    /** What stands in the line instead of the text. */
    String text(String text) {
        texts = texts == null ? begin(TEXTS) : texts;
        texts.ascii(",").quoted(text);
        return Veil.MARK;
    }

    private JsonBytes begin(String part) {
        return new JsonBytes().ascii("[").quoted(veil.salt(leaf, part));
    }

    /** Ends the parts; gives what the line says of each that there is. */
    Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        if (names != null) {
            digests.put(NAMES, closed(names));
        }
        if (texts != null) {
            digests.put(TEXTS, closed(texts));
        }
        return digests;
    }

    private String closed(JsonBytes part) {
        byte[] bytes = part.ascii("]").bytes();
        if (bytes.length > Leaf.LARGEST_BYTES) {
            throw new MalformedException("leaf %d covers %d bytes".formatted(leaf, bytes.length));
        }
        return digest(bytes);
    }

    static String digest(byte[] part) {
        return BASE64.encodeToString(Sha256.digest().digest(part));
    }

    /** The line and the parts. Requires {@link #digests} to have been asked. */
    CoveredLeaf below(byte[] line) {
        return new CoveredLeaf(line, Optional.ofNullable(names).map(JsonBytes::bytes),
                Optional.ofNullable(texts).map(JsonBytes::bytes));
    }
}
