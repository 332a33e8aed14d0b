package onebook.seal;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A leaf as it is kept: the line that is hashed and, each on a line of its own, the names and the
 * texts that the line covers. Any of them may be missing; the line says by a digest what they must
 * be, so nothing else can be put in their place. The arrays are not copied.
 */
public record CoveredLeaf(byte[] line, Optional<byte[]> names, Optional<byte[]> texts) {

    /** Cuts what a book keeps of a leaf. */
    public static CoveredLeaf of(byte[] kept) {
        int end = lineLength(kept);
        if (end == kept.length) {
            return new CoveredLeaf(kept, Optional.empty(), Optional.empty());
        }
        int second = end + 1;
        while (second < kept.length && kept[second] != '\n') {
            second++;
        }
        if (second == kept.length) {
            throw new MalformedException("a leaf of two lines");
        }
        return new CoveredLeaf(Arrays.copyOf(kept, end), part(kept, end + 1, second),
                part(kept, second + 1, kept.length));
    }

    private static Optional<byte[]> part(byte[] kept, int from, int to) {
        return from == to ? Optional.empty() : Optional.of(Arrays.copyOfRange(kept, from, to));
    }

    /** As a book keeps it: the line alone, or the line, the names and the texts, a line each. */
    public byte[] kept() {
        if (names.isEmpty() && texts.isEmpty()) {
            return line;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(line);
        out.write('\n');
        names.ifPresent(out::writeBytes);
        out.write('\n');
        texts.ifPresent(out::writeBytes);
        return out.toByteArray();
    }

    /** The kept form of a leaf by what the veil covers of it. */
    static byte[] cover(Leaf leaf, Veil veil) {
        CoveredParts parts = new CoveredParts(veil, leaf.index());
        Map<String, Object> body = CoverRules.cover(leaf, parts);
        return parts.below(leaf.covered(body, parts.digests()).bytes()).kept();
    }

    /** The length of the line that is hashed, within what a book keeps. */
    static int lineLength(byte[] kept) {
        for (int i = 0; i < kept.length; i++) {
            if (kept[i] == '\n') {
                return i;
            }
        }
        return kept.length;
    }

    /**
     * The leaf, each part that is here put where the line covers it. Throws
     * {@link MalformedException} where a part is not what the line says.
     */
    public Leaf leaf() {
        return leaf((tag, name) -> { });
    }

    /** As {@link #leaf()}; tells each tag with the name it stands for. */
    public Leaf leaf(BiConsumer<String, String> taker) {
        Leaf leaf = Leaf.line(line);
        if (names.isEmpty() && texts.isEmpty()) {
            return leaf;
        }
        Map<String, String> left = new TreeMap<>(leaf.covered());
        Uncovering uncovering = new Uncovering(
                names.map(part -> values(part, left.remove(CoveredParts.NAMES))),
                texts.map(part -> values(part, left.remove(CoveredParts.TEXTS))));
        Map<String, Object> body = uncovering.body(leaf.body());
        uncovering.known.forEach(taker);
        return leaf.covered(body, left);
    }

    /** The names that are here, each once. */
    public List<String> namesOf() {
        return names.map(part -> values(part).stream().map(String.class::cast).toList())
                .orElse(List.of());
    }

    private static List<?> values(byte[] part, String digest) {
        if (part.length > Leaf.LARGEST_BYTES || !CoveredParts.digest(part).equals(digest)) {
            throw new MalformedException("a part that the leaf does not cover");
        }
        return values(part);
    }

    private static List<?> values(byte[] part) {
        if (CanonicalJson.parse(part) instanceof List<?> list && list.size() > 1
                && list.stream().allMatch(String.class::isInstance)) {
            return list.subList(1, list.size());
        }
        throw new MalformedException("a part is a salt and what is covered");
    }

    /** Puts names and texts back, in the order in which the line marks them. */
    private static final class Uncovering {
        private final Optional<Iterator<?>> names;
        private final Optional<Iterator<?>> texts;
        private final Map<String, String> known = new LinkedHashMap<>();

        Uncovering(Optional<List<?>> names, Optional<List<?>> texts) {
            this.names = names.map(List::iterator);
            this.texts = texts.map(List::iterator);
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> body(Map<String, Object> covered) {
            Map<String, Object> body = (Map<String, Object>) value(covered);
            if (names.map(Iterator::hasNext).orElse(false)
                    || texts.map(Iterator::hasNext).orElse(false)) {
                throw new MalformedException("a part says more than the leaf covers");
            }
            return body;
        }

        private Object value(Object value) {
            if (value instanceof Map<?, ?> map) {
                Map<Object, Object> plain = new LinkedHashMap<>();
                map.forEach((key, inner) -> plain.put(key, value(inner)));
                return plain;
            }
            if (value instanceof List<?> list) {
                return list.stream().map(this::value).toList();
            }
            return value instanceof String text && text.startsWith(Veil.MARK) ? string(text)
                    : value;
        }

        private String string(String mark) {
            if (mark.equals(Veil.MARK)) {
                return texts.map(Uncovering::next).orElse(mark);
            }
            if (!Veil.isTag(mark)) {
                throw new MalformedException("not a tag: " + mark);
            }
            return names.map(given -> known.computeIfAbsent(mark, tag -> next(given)))
                    .orElse(mark);
        }

        private static String next(Iterator<?> given) {
            if (!given.hasNext()) {
                throw new MalformedException("a part says less than the leaf covers");
            }
            return (String) given.next();
        }
    }
}
