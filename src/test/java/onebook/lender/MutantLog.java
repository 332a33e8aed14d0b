package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import onebook.lender.finding.AnswerTables;
import onebook.seal.CanonicalJson;
import onebook.seal.ChartJson;
import onebook.seal.Checkpoint;
import onebook.seal.CoveredLeaf;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.MerkleLog;
import onebook.seal.Sha256;

/** The log of a book written anew by an owner who holds the key: root, tiles and tables agree. */
final class MutantLog {
    private final SmallBook book;
    private final List<CoveredLeaf> leaves = new ArrayList<>();

    /** What the lender gets of the book's leaves. */
    MutantLog(SmallBook book) {
        this.book = book;
        Redaction.of(book.pack()).leaves().forEach(kept -> leaves.add(CoveredLeaf.of(kept)));
    }

    /** Places of leaves that are so. */
    List<Integer> places(IntPredicate which) {
        return IntStream.range(0, leaves.size()).filter(which).boxed().toList();
    }

    boolean isOf(int at, String kind) {
        return new String(line(at), UTF_8).contains("\"t\":\"" + kind + "\"");
    }

    boolean isCovered(int at) {
        return leaves.get(at).names().isPresent() || leaves.get(at).texts().isPresent();
    }

    byte[] line(int at) {
        return leaves.get(at).line();
    }

    void put(int at, byte[] line) {
        leaves.set(at, new CoveredLeaf(line, leaves.get(at).names(), leaves.get(at).texts()));
    }

    /** Changes a part that is shown, and the hash by which the line covers it. */
    void cover(int at, boolean names, UnaryOperator<Object> change) {
        CoveredLeaf leaf = leaves.get(at);
        String key = names && leaf.names().isPresent() || leaf.texts().isEmpty() ? "names"
                : "texts";
        byte[] part = (key.equals("names") ? leaf.names() : leaf.texts()).orElseThrow();
        byte[] changed = written(change.apply(CanonicalJson.parse(part)), part);
        Map<Object, Object> line = new TreeMap<>((Map<?, ?>) CanonicalJson.parse(leaf.line()));
        Map<Object, Object> covered = new TreeMap<>((Map<?, ?>) line.get("sd"));
        covered.put(key, Base64.getUrlEncoder().withoutPadding().encodeToString(
                Sha256.digest().digest(changed)));
        line.put("sd", covered);
        boolean isNames = key.equals("names");
        leaves.set(at, new CoveredLeaf(CanonicalJson.write(line),
                isNames ? Optional.of(changed) : leaf.names(),
                isNames ? leaf.texts() : Optional.of(changed)));
    }

    private static byte[] written(Object value, byte[] otherwise) {
        try {
            return CanonicalJson.write(value);
        } catch (MalformedException tooFar) {
            return otherwise;
        }
    }

    /** The members of the old log with those that follow from the new one. */
    Map<String, byte[]> members(Map<String, byte[]> old) {
        Map<String, byte[]> members = new TreeMap<>(old);
        MerkleLog log = new MerkleLog();
        leaves.forEach(leaf -> log.append(leaf.line()));
        members.keySet().removeIf(name -> name.startsWith(PackageFiles.TILES));
        Tiles.of(log).forEach((path, tile) -> members.put(PackageFiles.TILES + path, tile));
        members.put(PackageFiles.ENTRIES, packed((leaf, index, out) -> {
            out.write((index + "\t").getBytes(UTF_8));
            out.write(leaf.line());
            out.write('\n');
        }));
        members.computeIfPresent(PackageFiles.DISCLOSURES,
                (name, before) -> packed(Disclosures::write));
        members.put(PackageFiles.CHECKPOINT, book.pack().signer().sign(
                Checkpoint.of(SmallBook.ORIGIN, log).body()).getBytes(UTF_8));
        follow(members);
        return members;
    }

    private interface Line {
        void of(CoveredLeaf leaf, long index, OutputStream out) throws IOException;
    }

    private byte[] packed(Line line) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < leaves.size(); i++) {
                line.of(leaves.get(i), i, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** What follows from the leaves, where it can, so that their laws are all that is broken. */
    private void follow(Map<String, byte[]> members) {
        try {
            Replay replay = new Replay(ChartJson.parse(members.get(PackageFiles.CHART)));
            Anchors anchors = new Anchors();
            for (CoveredLeaf covered : leaves) {
                Leaf leaf = covered.leaf();
                replay.add(leaf);
                anchors.add(leaf);
            }
            BookTables.of(replay.entries(), replay.chart(), SmallBook.JANUARY, SmallBook.JANUARY)
                    .forEach((name, table) -> members.put(name, table.bytes()));
            members.putAll(AnswerTables.of(replay.answers(book.scope())));
            members.keySet().removeIf(name -> name.startsWith(PackageFiles.ANCHORS));
            members.putAll(anchors.members());
        } catch (RuntimeException none) {
            // the old ones stay
        }
    }
}
