package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import onebook.seal.CanonicalJson;
import onebook.seal.MalformedException;

/** Changes to what only some books hold: keys, anchors, names and texts that are covered. */
final class MutantParts {
    private static final int KEY = 16;
    private static final int ANCHOR = 17;
    private static final int COVERED = 20;

    private final Random random;
    private final ByteEdits bytes;
    private final Map<Integer, List<SmallBook>> books = new HashMap<>();
    private String what = "";

    MutantParts(Random random, ByteEdits bytes, List<SmallBook> all) {
        this.random = random;
        this.bytes = bytes;
        books.put(KEY, with(all, log -> !log.places(at -> log.isOf(at, "key")).isEmpty()));
        books.put(ANCHOR, with(all, log -> !log.places(at -> log.isOf(at, Anchor.KIND))
                .isEmpty()));
        books.put(COVERED, with(all, log -> !log.places(log::isCovered).isEmpty()));
    }

    private static List<SmallBook> with(List<SmallBook> all, Predicate<MutantLog> which) {
        return all.stream().filter(book -> which.test(new MutantLog(book))).toList();
    }

    private <T> T one(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    String what() {
        return what;
    }

    /** A book that can be changed in that way. */
    SmallBook book(int kind) {
        return one(books.get(kind > ANCHOR ? COVERED : kind));
    }

    Map<String, byte[]> changed(int kind, SmallBook book, Map<String, byte[]> members) {
        return switch (kind) {
            case KEY -> outside("key", book, members);
            case ANCHOR -> outside(Anchor.KIND, book, members);
            case COVERED -> named(book, members);
            default -> disclosing(members);
        };
    }

    private Map<String, byte[]> outside(String kind, SmallBook book,
            Map<String, byte[]> members) {
        MutantLog log = new MutantLog(book);
        int at = one(log.places(place -> log.isOf(place, kind)));
        log.put(at, random.nextInt(3) == 0 ? bytes.edited(log.line(at)) : edited(log.line(at)));
        what = "leaf " + at + ": " + new String(log.line(at), UTF_8);
        return log.members(members);
    }

    private byte[] edited(byte[] leaf) {
        try {
            return CanonicalJson.write(LeafEdits.anywhere(CanonicalJson.parse(leaf), random));
        } catch (MalformedException tooFar) {
            return leaf;
        }
    }

    /** Names or texts under a hash that agrees, as only the owner can write them. */
    private Map<String, byte[]> named(SmallBook book, Map<String, byte[]> members) {
        MutantLog log = new MutantLog(book);
        int at = one(log.places(log::isCovered));
        log.cover(at, random.nextInt(4) > 0, part -> LeafEdits.anywhere(part, random));
        what = "covered " + at;
        return log.members(members);
    }

    /** What is shown, as it is packed or line by line. */
    private Map<String, byte[]> disclosing(Map<String, byte[]> members) {
        what = "disclosures";
        members.computeIfPresent(PackageFiles.DISCLOSURES, (name, packed) -> switch (
                random.nextInt(6)) {
            case 0 -> bytes.edited(packed);
            case 1 -> ByteEdits.joined(packed, Arrays.copyOf(packed,
                    random.nextInt(packed.length)));
            default -> HidingTest.gzip(moved(HidingTest.text(packed)));
        });
        return members;
    }

    private String moved(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            // nothing is wrong where less is shown
            case 0, 1 -> lines.remove(at);
            case 2 -> lines.add(random.nextInt(lines.size()), lines.get(at));
            case 3 -> lines.set(at, new String(bytes.edited(lines.get(at).getBytes(UTF_8)),
                    UTF_8));
            case 4 -> lines.add(lines.remove(at));
            default -> lines.add(one(List.of("", "99\tnames\t[]",
                    "0\ttexts\t[\"a\",\"b\"]")));
        }
        String all = String.join("\n", lines);
        return random.nextInt(8) == 0 ? all : all + "\n";
    }
}
