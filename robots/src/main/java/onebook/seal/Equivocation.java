package onebook.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two histories of one book, each signed: there is none that does not prove what it says, for
 * nothing else can be made. Whoever has it can show it to anybody.
 *
 * @param prefixRoot of a FORK: the root that the second log has at the size of the first
 * @param proof of a FORK: that the second log goes on from that root
 */
public record Equivocation(Kind kind, Shown first, Shown second, byte[] prefixRoot,
        List<byte[]> proof) {
    private static final String FORMAT = "onebook-equivocation/1";
    private static final Set<String> KEYS = Set.of("first", "format", "kind", "prefix_root",
            "proof", "second");
    private static final int LONGEST = 1 << 18;

    /**
     * How two heads contradict one another: one size and two roots; a log that is no beginning of
     * its later self; two logs of the statutory book of one legal entity.
     */
    public enum Kind { SAME_SIZE, FORK, TWO_LOGS }

    /** A signed head and the key that signed it. */
    public record Shown(String vkey, String note) {
        /** Throws {@link MalformedException} where the key did not sign a head of its log. */
        public Checkpoint head() {
            Checkpoint head = Verifier.parse(vkey).open(note).map(Checkpoint::parse)
                    .orElseThrow(() -> new MalformedException("a head is not signed by its key"));
            if (!head.origin().equals(Verifier.parse(vkey).name())) {
                throw new MalformedException("a head is of another log than its key");
            }
            return head;
        }
    }

    /** Throws {@link MalformedException} where it proves nothing. */
    public Equivocation {
        prefixRoot = prefixRoot.clone();
        proof = List.copyOf(proof);
        Checkpoint one = first.head();
        Checkpoint two = second.head();
        boolean isSameLog = first.vkey().equals(second.vkey());
        boolean holds = switch (kind) {
            case SAME_SIZE -> isSameLog && one.size() == two.size()
                    && !Arrays.equals(one.root(), two.root());
            case FORK -> isSameLog && one.size() > 0 && one.size() < two.size()
                    && !Arrays.equals(one.root(), prefixRoot)
                    && MerkleLog.verifyConsistency(one.size(), prefixRoot, two.size(),
                            two.root(), proof);
            case TWO_LOGS -> !isSameLog && statutory(one).isPresent()
                    && statutory(one).equals(statutory(two));
        };
        if (!holds || kind != Kind.FORK && (prefixRoot.length > 0 || !proof.isEmpty())) {
            throw new MalformedException("these heads do not contradict one another");
        }
    }

    private static Optional<String> statutory(Checkpoint head) {
        return LegalEntity.of(head.origin()).filter(LegalEntity::isStatutory)
                .map(LegalEntity::key);
    }

    /** Of two heads alone; empty where they prove nothing by themselves. */
    public static Optional<Equivocation> of(Shown first, Shown second) {
        for (Kind kind : List.of(Kind.SAME_SIZE, Kind.TWO_LOGS)) {
            try {
                return Optional.of(new Equivocation(kind, first, second, new byte[0], List.of()));
            } catch (MalformedException not) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** Of a head and the whole later log; empty where the log goes on from it. */
    public static Optional<Equivocation> of(Shown first, Shown second, MerkleLog later) {
        long size = first.head().size();
        if (!first.vkey().equals(second.vkey()) || size == 0 || size >= second.head().size()
                || Arrays.equals(later.rootAt(size), first.head().root())) {
            return of(first, second);
        }
        return Optional.of(new Equivocation(Kind.FORK, first, second, later.rootAt(size),
                later.consistency(size, second.head().size())));
    }

    /** Canonical JSON, one line. */
    public String text() {
        Map<String, Object> json = new TreeMap<>();
        json.put("format", FORMAT);
        json.put("kind", kind.name().toLowerCase(Locale.ROOT));
        json.put("first", Map.of("note", first.note(), "vkey", first.vkey()));
        json.put("second", Map.of("note", second.note(), "vkey", second.vkey()));
        json.put("prefix_root", Note.base64(prefixRoot));
        json.put("proof", proof.stream().map(Note::base64).toList());
        return new String(CanonicalJson.write(json), StandardCharsets.UTF_8) + "\n";
    }

    /** Throws {@link MalformedException} where it is no proof, or proves nothing. */
    public static Equivocation parse(String text) {
        if (text.length() > LONGEST || !text.endsWith("\n")) {
            throw new MalformedException("not a proof of equivocation");
        }
        Object json = CanonicalJson.parse(CanonicalJson.utf8(
                text.substring(0, text.length() - 1)));
        if (!(json instanceof Map<?, ?> map) || !map.keySet().equals(KEYS)
                || !FORMAT.equals(map.get("format")) || !(map.get("proof") instanceof List<?> list)
                || list.size() > Long.SIZE) {
            throw new MalformedException("not a proof of equivocation");
        }
        return new Equivocation(kind(text(map, "kind")), shown(map.get("first")),
                shown(map.get("second")), Note.unbase64(text(map, "prefix_root")),
                list.stream().map(one -> Note.unbase64(String.valueOf(one))).toList());
    }

    private static Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElseThrow(() -> new MalformedException("no kind of equivocation: " + name));
    }

    private static Shown shown(Object value) {
        if (value instanceof Map<?, ?> map && map.keySet().equals(Set.of("note", "vkey"))) {
            return new Shown(text(map, "vkey"), text(map, "note"));
        }
        throw new MalformedException("not a head that was shown");
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new MalformedException("no text: " + key);
    }
}
