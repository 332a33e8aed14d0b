package onebook.seal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import onebook.ledger.JournalEntry;

/**
 * One fact of the book, as it is hashed: a line of canonical JSON. templates/lender/leaf-format.md
 * says what each kind holds.
 *
 * @param kind genesis, doc, bankstmt, bank, entry, rule, recon, close, op, filing …
 * @param index its place in the log; the first is 0
 * @param at when the program says it was written; only a claim
 * @param entity id of the legal entity (its tax number)
 * @param book which of its books ("statutory")
 * @param period "2026-03", or empty where the fact belongs to no month
 * @param body what the kind holds, in values of vb-jcs-1
 * @param refs indexes of earlier leaves this one builds on
 * @param covered digests of what of the body is not here, by part ("names", "texts"); empty where
 *     the body is whole
 */
public record Leaf(String kind, long index, Instant at, String entity, String book, String period,
        Map<String, Object> body, List<Long> refs, Map<String, String> covered) {
    /** tlog-tiles gives an entry a length of two bytes. */
    public static final int LARGEST_BYTES = 65_535;
    private static final Pattern KIND = Pattern.compile("[a-z]{1,32}");
    private static final Pattern PERIOD = Pattern.compile("|[0-9]{4}-(0[1-9]|1[0-2])");
    private static final Set<String> KEYS = Set.of("b", "d", "e", "n", "p", "ref", "t", "ts", "v");
    private static final String COVERED = "sd";
    private static final Set<String> PARTS = Set.of(CoveredParts.NAMES, CoveredParts.TEXTS);
    private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{43}");

    public Leaf {
        if (!KIND.matcher(kind).matches() || !PERIOD.matcher(period).matches() || index < 0) {
            throw new MalformedException(
                    "leaf %d: kind %s, period %s".formatted(index, kind, period));
        }
        for (long ref : refs) {
            if (ref < 0 || ref >= index) {
                throw new MalformedException("leaf %d refers to %d".formatted(index, ref));
            }
        }
        body = object(CanonicalJson.copy(body));
        refs = List.copyOf(refs);
        covered = Map.copyOf(covered);
    }

    /** A leaf whose body is whole. */
    public Leaf(String kind, long index, Instant at, String entity, String book, String period,
            Map<String, Object> body, List<Long> refs) {
        this(kind, index, at, entity, book, period, body, refs, Map.of());
    }

    /** Where and when a leaf is written: what it says besides kind, period, body and refs. */
    public record Place(long index, Instant at, String entity, String book) { }

    /** The leaf of an entry as a book keeps it, as {@link #kept} of it would be. */
    public static byte[] kept(JournalEntry entry, Place place, List<Long> refs,
            Optional<Veil> veil) {
        return EntryLine.write(entry, place, refs, veil);
    }

    /** As a book keeps it: with a veil the line and what it covers, else the line alone. */
    public byte[] kept(Optional<Veil> veil) {
        return veil.map(one -> CoveredLeaf.cover(this, one)).orElseGet(this::bytes);
    }

    /** The same fact with other words in its body, and what is covered of it. */
    Leaf covered(Map<String, Object> otherBody, Map<String, String> digests) {
        return new Leaf(kind, index, at, entity, book, period, otherBody, refs, digests);
    }

    /** The hash of the line of a leaf that a book keeps. */
    public static byte[] hash(byte[] kept) {
        return MerkleLog.leafHash(kept, CoveredLeaf.lineLength(kept));
    }

    /** The canonical line that is hashed, without a newline. */
    public byte[] bytes() {
        Map<String, Object> line = new TreeMap<>();
        line.put("v", 1L);
        line.put("t", kind);
        line.put("n", index);
        line.put("ts", at.toString());
        line.put("e", entity);
        line.put("b", book);
        line.put("p", period);
        line.put("ref", refs);
        line.put("d", body);
        if (!covered.isEmpty()) {
            line.put(COVERED, covered);
        }
        byte[] bytes = CanonicalJson.write(line);
        if (bytes.length > LARGEST_BYTES) {
            throw new MalformedException("leaf %d has %d bytes".formatted(index, bytes.length));
        }
        return bytes;
    }

    /**
     * The whole leaf out of what a book keeps. Throws {@link MalformedException} on anything that
     * {@link #kept} would not write.
     */
    public static Leaf parse(byte[] kept) {
        Leaf leaf = CoveredLeaf.of(kept).leaf();
        if (!leaf.covered.isEmpty()) {
            throw new MalformedException("leaf %d lacks what it covers".formatted(leaf.index));
        }
        return leaf;
    }

    /** The line that is hashed; what it covers stays covered. */
    static Leaf line(byte[] bytes) {
        if (bytes.length > LARGEST_BYTES) {
            throw new MalformedException("a leaf of %d bytes".formatted(bytes.length));
        }
        Map<String, Object> line = object(CanonicalJson.parse(bytes));
        boolean isCovered = line.containsKey(COVERED);
        if (line.size() != KEYS.size() + (isCovered ? 1 : 0)
                || !line.keySet().containsAll(KEYS) || !line.get("v").equals(1L)) {
            throw new MalformedException("not a leaf of version 1");
        }
        return new Leaf(text(line, "t"), number(line.get("n")), instant(text(line, "ts")),
                text(line, "e"), text(line, "b"), text(line, "p"), object(line.get("d")),
                numbers(line.get("ref")), isCovered ? digests(line.get(COVERED)) : Map.of());
    }

    private static Map<String, String> digests(Object value) {
        Map<String, String> digests = new TreeMap<>();
        object(value).forEach((part, digest) -> {
            if (!PARTS.contains(part) || !(digest instanceof String text)
                    || !DIGEST.matcher(text).matches()) {
                throw new MalformedException("not what a leaf covers: " + part);
            }
            digests.put(part, (String) digest);
        });
        if (digests.isEmpty()) {
            throw new MalformedException("a leaf that covers nothing says nothing of it");
        }
        return digests;
    }

    /** The body of an entry's leaf. */
    public static Map<String, Object> bodyOf(JournalEntry entry) {
        return EntryBody.write(entry);
    }

    /** The entry of a leaf of kind "entry", every field as it was. */
    public static JournalEntry entryOf(Leaf leaf) {
        if (!leaf.kind.equals("entry")) {
            throw new MalformedException("leaf %d is no entry".formatted(leaf.index));
        }
        return EntryBody.read(leaf.body);
    }

    private static Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.toString().equals(text)) {
                return instant;
            }
        } catch (DateTimeParseException wrong) {
            throw new MalformedException("not a time: " + text, wrong);
        }
        throw new MalformedException("not a time in canonical form: " + text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        throw new MalformedException("not an object: " + value);
    }

    private static String text(Map<String, Object> line, String key) {
        if (line.get(key) instanceof String text) {
            return text;
        }
        throw new MalformedException("not a string: " + key);
    }

    private static long number(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw new MalformedException("not a number: " + value);
    }

    private static List<Long> numbers(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Leaf::number).toList();
        }
        throw new MalformedException("not a list: " + value);
    }
}
