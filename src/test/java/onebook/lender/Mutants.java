package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import onebook.lender.finding.AnswerTables;
import onebook.seal.CanonicalJson;
import onebook.seal.Checkpoint;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.MerkleLog;
import onebook.seal.Sha256;
import onebook.seal.Signer;

/**
 * Packages that went wrong in many ways: bytes flipped, members changed by an owner who signs again
 * or by a stranger who cannot, other keys, other policies, other histories. The same seed gives the
 * same changes.
 */
final class Mutants {
    private static final Signer STRANGER = Signer.create(SmallBook.ORIGIN);
    private static final List<Signer> WITNESSES = MutantBooks.WITNESSES;
    private static final List<String> TABLES = List.of(PackageFiles.JOURNAL,
            PackageFiles.TRIAL_BALANCE, PackageFiles.STATEMENTS, AnswerTables.SCORE,
            AnswerTables.RATIOS, AnswerTables.TIE_OUT, AnswerTables.PROFILE);

    private final Random random;
    private final ByteEdits bytes;
    private final List<SmallBook> books;
    private final MutantParts parts;
    private final Map<SmallBook, Map<String, byte[]>> packed = new IdentityHashMap<>();
    private String policy = "log " + SmallBook.SIGNER.vkey() + "\n";
    private String seen;
    private String what = "";

    Mutants(long seed, List<SmallBook> books) {
        this.random = new Random(seed);
        this.bytes = new ByteEdits(random);
        this.books = books;
        this.parts = new MutantParts(random, bytes, books);
    }

    Forgery.Judged next() {
        policy = "log " + SmallBook.SIGNER.vkey() + "\n";
        seen = null;
        SmallBook book = one(books);
        int kind = random.nextInt(22);
        byte[] made = made(kind, book);
        return new Forgery.Judged(made, policy, seen, kind + " " + what);
    }

    private byte[] made(int kind, SmallBook book) {
        return switch (kind) {
            case 0 -> bytes.flipped(packed(book, this::nothing));
            case 1 -> bytes.cut(packed(book, this::nothing));
            case 2 -> packed(book, this::editText);
            case 3 -> packed(book, this::editTable);
            case 4 -> packed(book, this::dropOrAdd);
            case 5 -> packed(book, this::editPacked);
            case 6 -> packed(book, STRANGER, this::nothing);
            case 7 -> unsigned(book);
            case 8, 9 -> relogged(book, this::editedBytes);
            case 10, 11, 12 -> relogged(book, this::editedValue);
            case 13 -> ofSeen(book);
            case 14, 15 -> ofPolicy(book);
            case 16, 17, 18, 19, 20 -> later(kind);
            default -> headed(book);
        };
    }

    /** What came into the log later: keys, anchors, names and texts that are covered. */
    private byte[] later(int kind) {
        SmallBook book = parts.book(kind);
        Map<String, byte[]> changed = parts.changed(kind, book, members(book));
        what = parts.what();
        return resigned(changed, book.pack().signer(), none -> { });
    }

    private <T> T one(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    private interface Change {
        void to(Map<String, byte[]> members);
    }

    private void nothing(Map<String, byte[]> members) {
        what = "signed again";
    }

    private Map<String, byte[]> members(SmallBook book) {
        return new TreeMap<>(packed.computeIfAbsent(book, one ->
                PackageWriter.members(one.pack())));
    }

    private byte[] packed(SmallBook book, Change change) {
        return packed(book, book.pack().signer(), change);
    }

    /** Changes members and signs the manifest with the key. */
    private byte[] packed(SmallBook book, Signer signer, Change change) {
        Map<String, byte[]> members = members(book);
        return resigned(members, signer, change);
    }

    private static byte[] resigned(Map<String, byte[]> members, Signer signer, Change change) {
        members.remove(PackageFiles.MANIFEST);
        members.remove(PackageFiles.MANIFEST_NOTE);
        change.to(members);
        if (!members.containsKey(PackageFiles.CHECKPOINT)) {
            members.put(PackageFiles.MANIFEST, "{}".getBytes(UTF_8));
            return zipped(members);
        }
        LenderPackage pack = new LenderPackage(List.of(), "", signer, Map.of(), new byte[0],
                "invoice-loan", SmallBook.JANUARY, SmallBook.JANUARY, "杭州银行 & Co", List.of());
        PackageWriter.sign(pack, members);
        return zipped(members);
    }

    private static byte[] zipped(Map<String, byte[]> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            StrictZipWriter.write(members, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Any member, a few bytes of it, and a manifest that agrees. */
    private void editText(Map<String, byte[]> members) {
        String name = one(List.copyOf(members.keySet()));
        members.put(name, bytes.edited(members.get(name)));
        what = name;
    }

    private void editTable(Map<String, byte[]> members) {
        String name = one(TABLES);
        members.put(name, bytes.edited(members.get(name)));
        what = name;
    }

    private void editPacked(Map<String, byte[]> members) {
        byte[] packed = members.get(PackageFiles.ENTRIES);
        members.put(PackageFiles.ENTRIES, random.nextInt(4) == 0
                ? ByteEdits.joined(packed, Arrays.copyOf(packed, random.nextInt(packed.length)))
                : bytes.edited(packed));
        what = "gzip";
    }

    private void dropOrAdd(Map<String, byte[]> members) {
        String name = one(List.copyOf(members.keySet()));
        byte[] content = ("x" + random.nextInt(9)).getBytes(UTF_8);
        String hash = Sha256.hex(content);
        switch (random.nextInt(4)) {
            case 0, 1 -> members.remove(name);
            case 2 -> {
                name = one(List.of("docs/readme", "docs/" + hash + ".pdf", "docs/" + hash + ".PDF",
                        "log/tile/0/001.p/1", "log/tile/x", "books/extra.csv", "zzz",
                        "log/anchors/7.note", "a/b/c-d_e.f"));
                members.put(name, content);
            }
            default -> members.put(name, members.get(one(List.copyOf(members.keySet()))));
        }
        what = name;
    }

    private byte[] unsigned(SmallBook book) {
        Map<String, byte[]> members = members(book);
        String name = one(List.of(PackageFiles.MANIFEST, PackageFiles.MANIFEST_NOTE,
                PackageFiles.CHECKPOINT, PackageFiles.JOURNAL, PackageFiles.REPORT));
        members.put(name, bytes.edited(members.get(name)));
        what = name;
        return zipped(members);
    }

    // ---- the log written anew by an owner who holds the key

    private interface LeafChange {
        byte[] of(byte[] leaf);
    }

    private byte[] relogged(SmallBook book, LeafChange change) {
        MutantLog log = new MutantLog(book);
        int at = one(log.places(place -> true));
        log.put(at, change.of(log.line(at)));
        what = "leaf " + at + ": " + new String(log.line(at), UTF_8);
        return resigned(log.members(members(book)), book.pack().signer(), none -> { });
    }

    private byte[] editedBytes(byte[] leaf) {
        return bytes.edited(leaf);
    }

    /** One value somewhere in the leaf becomes another, in canonical form. */
    private byte[] editedValue(byte[] leaf) {
        Object changed = LeafEdits.anywhere(CanonicalJson.parse(leaf), random);
        try {
            return CanonicalJson.write(changed);
        } catch (MalformedException tooFar) {
            return leaf;
        }
    }

    private String edited(String text) {
        return new String(bytes.edited(text.getBytes(UTF_8)), UTF_8);
    }

    // ---- what the reader knows

    private byte[] ofSeen(SmallBook book) {
        MerkleLog log = new MerkleLog();
        SmallBook other = random.nextBoolean() ? book : one(books);
        other.leaves.forEach(leaf -> log.appendHash(Leaf.hash(leaf)));
        long size = random.nextInt((int) log.size() + 1);
        String origin = random.nextInt(5) == 0 ? "books.example/else" : SmallBook.ORIGIN;
        Checkpoint head = new Checkpoint(origin, size + (random.nextInt(4) == 0 ? 90 : 0),
                log.rootAt(size));
        Signer signer = one(List.of(SmallBook.SIGNER, SmallBook.SIGNER, SmallBook.SIGNER,
                book.pack().signer(), STRANGER));
        String note = signer.sign(random.nextInt(6) == 0 ? "I owe you\n" : head.body());
        seen = random.nextInt(4) == 0 ? edited(note) : note;
        seen = random.nextInt(3) == 0 ? receipt(seen) : seen;
        what = "seen " + size;
        return packed(book, one -> { });
    }

    private String receipt(String note) {
        String text = SeenNote.RECEIPT + "\n\n" + SeenNote.BEGIN + "\n" + note + SeenNote.END
                + "\n" + (random.nextInt(5) == 0 ? SeenNote.END + "\n" : "");
        String sent = random.nextBoolean() ? text : text.replace("\n", "\r\n");
        return random.nextInt(4) == 0 ? edited(sent) : sent;
    }

    private byte[] ofPolicy(SmallBook book) {
        String witnesses = "";
        for (int i = 0; i < WITNESSES.size(); i++) {
            witnesses += "witness w%d %s\n".formatted(i, WITNESSES.get(i).witnessKey());
        }
        String own = "log " + SmallBook.SIGNER.vkey() + "\n";
        policy = one(new ArrayList<>(Arrays.asList(null, "", "# nothing\n\n",
                "log " + STRANGER.vkey() + "\n", own + "log " + STRANGER.vkey() + "\n" + own,
                "log " + STRANGER.vkey() + "\n" + own, own + "quorum none\n",
                own + witnesses + "quorum w1\n", own + witnesses + "group g 2 w0 w1 w2\nquorum g\n",
                own + witnesses + "group g any w0 w2\ngroup h all g w1\n\tquorum h\n",
                own + witnesses + "group g 4 w0 w1 w2\nquorum g\n")));
        what = "policy " + policy;
        if (policy != null && random.nextInt(3) == 0) {
            policy = edited(policy);
        }
        return packed(book, this::cosign);
    }

    private void cosign(Map<String, byte[]> members) {
        String note = new String(members.get(PackageFiles.CHECKPOINT), UTF_8);
        for (Signer witness : WITNESSES) {
            if (random.nextBoolean()) {
                note = witness.cosign(note, Instant.ofEpochSecond(random.nextInt(3) * 1_000_000L));
            }
        }
        members.put(PackageFiles.CHECKPOINT, note.getBytes(UTF_8));
    }

    private static MerkleLog log(SmallBook book) {
        MerkleLog log = new MerkleLog();
        book.leaves.forEach(leaf -> log.appendHash(Leaf.hash(leaf)));
        return log;
    }

    /** Another head, or the right one in another form, under a manifest that agrees. */
    private byte[] headed(SmallBook book) {
        MerkleLog log = log(book);
        String body = random.nextInt(3) > 0 ? Checkpoint.of(SmallBook.ORIGIN, log).body()
                : edited(Checkpoint.of(SmallBook.ORIGIN, log).body());
        String signed;
        try {
            signed = one(List.of(book.pack().signer(), SmallBook.SIGNER, STRANGER)).sign(body);
        } catch (MalformedException notSignable) {
            signed = body + "\n";
        }
        String note = random.nextInt(3) == 0 ? signed + signed.substring(signed.indexOf('—'))
                : random.nextBoolean() ? edited(signed) : signed;
        what = "head " + note;
        return packed(book, members ->
                members.put(PackageFiles.CHECKPOINT, note.getBytes(UTF_8)));
    }
}
