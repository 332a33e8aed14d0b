package onebook.lender;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import onebook.ledger.Evidence;
import onebook.ledger.Refusal;
import onebook.seal.ChartJson;
import onebook.seal.CoveredLeaf;
import onebook.seal.Leaf;

/**
 * Applies a {@link Hiding} to what goes into a package: leaves keep their line and lose what is
 * hidden, and a document goes only where every leaf that speaks of it is shown whole.
 */
final class Redaction {
    private final LenderPackage whole;
    private final Set<String> names;
    private final NameSearch search;
    private final Set<String> withheld = new HashSet<>();
    private final Set<String> shown = new HashSet<>();

    private Redaction(LenderPackage whole) {
        this.whole = whole;
        this.names = whole.hiding().isEveryName() ? everyName() : whole.hiding().names();
        this.search = NameSearch.of(names);
    }

    /** What the lender gets of it. */
    static LenderPackage of(LenderPackage whole) {
        return whole.hiding().isNothing() ? whole : new Redaction(whole).pack();
    }

    private LenderPackage pack() {
        requireKnown();
        List<byte[]> leaves = new ArrayList<>(whole.leaves().size());
        for (byte[] kept : whole.leaves()) {
            byte[] left = whole.hiding().shown(kept, search);
            leaves.add(left);
            documents(CoveredLeaf.of(kept).leaf(), left == kept || left.length == kept.length);
        }
        leaves.replaceAll(this::withoutName);
        Map<String, byte[]> documents = new TreeMap<>(whole.documents());
        documents.keySet().removeIf(name -> !isShown(sha256(name))
                || search.isIn(whole.documents().get(name)));
        return new LenderPackage(leaves, whole.checkpointNote(), whole.signer(), documents,
                whole.statementsXlsx(), whole.profile(), whole.from(), whole.to(), whole.lender(),
                whole.chart(), whole.hiding());
    }

    /** A file that stays at home keeps its name too, by which the reader sees that it does. */
    private byte[] withoutName(byte[] left) {
        CoveredLeaf leaf = CoveredLeaf.of(left);
        if (leaf.texts().isEmpty()) {
            return left;
        }
        Leaf shown = leaf.leaf();
        boolean goes = !shown.kind().equals("doc")
                || isShown(String.valueOf(shown.body().get("sha256")));
        return goes ? left : new CoveredLeaf(leaf.line(), leaf.names(), Optional.empty()).kept();
    }

    /** A name that was mistyped would be shown after all. */
    private void requireKnown() {
        Map<String, NameSearch> unknown = new TreeMap<>();
        whole.hiding().names().forEach(name -> unknown.put(name, NameSearch.of(Set.of(name))));
        for (byte[] kept : unknown.isEmpty() ? List.<byte[]>of() : whole.leaves()) {
            CoveredLeaf leaf = CoveredLeaf.of(kept);
            unknown.values().removeIf(name -> leaf.names().filter(name::isIn).isPresent()
                    || leaf.texts().filter(name::isIn).isPresent());
        }
        if (!unknown.isEmpty()) {
            throw new HidingRefused(Refusal.NAME_STANDS_NOWHERE,
                    String.join(", ", unknown.keySet()));
        }
    }

    private void documents(Leaf leaf, boolean isShown) {
        Set<String> files = isShown ? shown : withheld;
        Body body = new Body(leaf.body());
        switch (leaf.kind()) {
            case "doc" -> {
                if (!isShown || body.object("invoice").isPresent()) {
                    files.add(body.text("sha256"));
                }
            }
            case "bank" -> files.add(body.textOrEmpty("sha256"));
            case "entry" -> {
                if (!isShown) {
                    Leaf.entryOf(leaf).evidence().stream().map(Evidence::document)
                            .forEach(files::add);
                }
            }
            default -> { }
        }
    }

    private boolean isShown(String sha256) {
        return shown.contains(sha256) && !withheld.contains(sha256);
    }

    private static String sha256(String documentName) {
        return documentName.substring(0, documentName.indexOf('.'));
    }

    /** Every name that is covered, but for those that the chart or the first leaf tell anyway. */
    private Set<String> everyName() {
        Set<String> all = new TreeSet<>();
        whole.leaves().forEach(kept -> all.addAll(CoveredLeaf.of(kept).namesOf()));
        String told = told();
        all.removeIf(told::contains);
        return all;
    }

    private String told() {
        return new String(ChartJson.write(whole.chart()), StandardCharsets.UTF_8)
                + new String(CoveredLeaf.of(whole.leaves().get(0)).line(), StandardCharsets.UTF_8);
    }

    /** The member in which a name still stands that was to be hidden; empty where none does. */
    static Optional<String> leak(LenderPackage whole, Map<String, byte[]> members) {
        NameSearch search = NameSearch.of(whole.hiding().names());
        return members.entrySet().stream()
                .filter(member -> !member.getKey().startsWith(PackageFiles.TILES))
                .filter(member -> search.isIn(content(member.getKey(), member.getValue())))
                .map(Map.Entry::getKey).findFirst();
    }

    private static byte[] content(String name, byte[] bytes) {
        if (!name.endsWith(".gz")) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
