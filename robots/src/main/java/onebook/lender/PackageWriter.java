package onebook.lender;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onebook.ledger.Refusal;
import onebook.lender.finding.AnswerTables;
import onebook.lender.finding.Answers;
import onebook.lender.finding.Scope;
import onebook.seal.CanonicalJson;
import onebook.seal.ChartJson;
import onebook.seal.Checkpoint;
import onebook.seal.CoveredLeaf;
import onebook.seal.Leaf;
import onebook.seal.MerkleLog;
import onebook.seal.Sha256;
import onebook.seal.Verifier;

/** Writes a {@link LenderPackage} as one file; the same package gives the same bytes. */
public final class PackageWriter {
    private PackageWriter() { }

    /**
     * Nothing half written is left behind; a file of that name is replaced.
     *
     * @throws IllegalArgumentException where the checkpoint is not one of these leaves by this key
     * @throws HidingRefused where a name that is to be hidden stands in what is never covered
     */
    public static void write(LenderPackage pack, Path file) throws IOException {
        Map<String, byte[]> members = members(pack);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            StrictZipWriter.write(members, out);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(part);
            throw failed;
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Every member of the container by name. */
    static Map<String, byte[]> members(LenderPackage whole) {
        LenderPackage pack = Redaction.of(whole);
        MerkleLog log = new MerkleLog();
        pack.leaves().forEach(leaf -> log.appendHash(Leaf.hash(leaf)));
        Checkpoint head = Verifier.parse(pack.signer().vkey()).open(pack.checkpointNote())
                .map(Checkpoint::parse).orElseThrow(() -> new IllegalArgumentException(
                        "the checkpoint is not signed by this key"));
        if (!head.equals(Checkpoint.of(head.origin(), log))) {
            throw new IllegalArgumentException("the checkpoint is not of these leaves");
        }
        Map<String, byte[]> members = new TreeMap<>();
        members.put(ZipLayout.MIMETYPE, utf8(PackageFiles.MIMETYPE_CONTENT));
        members.put(PackageFiles.CHECKPOINT, utf8(pack.checkpointNote()));
        members.put(PackageFiles.ENTRIES, EntriesFile.write(pack.leaves()));
        Disclosures.of(pack.leaves()).ifPresent(shown ->
                members.put(PackageFiles.DISCLOSURES, shown));
        Tiles.of(log).forEach((path, tile) -> members.put(PackageFiles.TILES + path, tile));
        pack.documents().forEach((name, bytes) -> members.put(PackageFiles.DOCUMENTS + name,
                bytes));
        if (pack.hiding().isNothing()) {
            members.put(PackageFiles.STATEMENTS_XLSX, pack.statementsXlsx());
        }
        books(pack, head, members);
        sign(pack, members);
        Redaction.leak(whole, members).ifPresent(member -> {
            throw new HidingRefused(Refusal.NAME_CANNOT_BE_HIDDEN, member);
        });
        return members;
    }

    private static void books(LenderPackage pack, Checkpoint head, Map<String, byte[]> members) {
        List<Leaf> leaves = pack.leaves().stream().map(leaf -> CoveredLeaf.of(leaf).leaf())
                .toList();
        Replay book = new Replay(pack.chart());
        Anchors anchors = new Anchors();
        leaves.forEach(leaf -> {
            book.add(leaf);
            anchors.add(leaf);
        });
        members.putAll(anchors.members());
        Set<String> files = pack.documents().keySet().stream()
                .map(name -> name.substring(0, name.indexOf('.'))).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>(book.failures());
        Answers answers = book.answers(new Scope(pack.from(), pack.to(), pack.profile(), files));
        findings.addAll(answers.findings());
        members.putAll(AnswerTables.of(answers));
        members.put(PackageFiles.CHART, ChartJson.write(pack.chart()));
        BookTables.of(book.entries(), book.chart(), pack.from(), pack.to())
                .forEach((name, table) -> members.put(name, table.bytes()));
        members.put(PackageFiles.FINDINGS, findings(findings));
        members.put(PackageFiles.REPORT, utf8(
                new ReportPage(pack, book, head).html(findings, answers)));
        members.put(PackageFiles.README, utf8(ReportPage.template("verify.txt")));
    }

    private static byte[] findings(List<Finding> findings) {
        return CanonicalJson.write(findings.stream().map(finding -> Map.of("id", finding.id(),
                "severity", finding.severity().name(), "zh", finding.zh(), "en", finding.en()))
                .toList());
    }

    /** Adds the manifest of all other members and its signature. */
    static void sign(LenderPackage pack, Map<String, byte[]> members) {
        byte[] manifest = Manifest.of(pack, members).bytes();
        String body = Manifest.noteBody(Sha256.hex(manifest),
                Sha256.hex(members.get(PackageFiles.CHECKPOINT)));
        members.put(PackageFiles.MANIFEST, manifest);
        members.put(PackageFiles.MANIFEST_NOTE, utf8(pack.signer().sign(body)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
