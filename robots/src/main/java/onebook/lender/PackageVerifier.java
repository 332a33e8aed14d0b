package onebook.lender;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onebook.lender.finding.AnswerTables;
import onebook.lender.finding.Answers;
import onebook.lender.finding.Scope;
import onebook.seal.ChartJson;
import onebook.seal.Checkpoint;
import onebook.seal.KeyChain;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.MerkleLog;
import onebook.seal.Sha256;
import onebook.seal.Verifier;

/**
 * A package and what is known from outside go in, a {@link Verdict} comes out. In this order: the
 * container built again; every member as the manifest lists it; every leaf hashed and its law
 * tried; the keys; the root and the tiles; the tables computed again; the documents; earlier
 * checkpoints; and at last the questions.
 */
public final class PackageVerifier {
    private static final int LARGEST_NOTE = 1 << 20;
    private static final int LARGEST_TABLE = 1 << 26;

    private final StrictZipReader zip;
    private final Policy policy;
    private final Manifest manifest;
    private final List<Finding> broken = new ArrayList<>();
    private final List<Finding> unmet = new ArrayList<>();
    private final List<Finding> questions = new ArrayList<>();
    private final MerkleLog log = new MerkleLog();
    private final Replay book;
    private final NamesByTag names = new NamesByTag();
    private final Anchors anchors = new Anchors();
    private Protection protection = Protection.NONE;
    private Optional<KeyChain> keys = Optional.empty();
    private Verdict.Figures figures = Verdict.Figures.NONE;
    private Answers answers = Answers.NONE;

    private PackageVerifier(StrictZipReader zip, Policy policy) throws IOException {
        this.zip = zip;
        this.policy = policy;
        this.manifest = Manifest.parse(zip.read(PackageFiles.MANIFEST, LARGEST_TABLE));
        this.book = new Replay(ChartJson.parse(zip.read(PackageFiles.CHART, LARGEST_TABLE)));
    }

    /**
     * Never throws for what the file holds.
     *
     * @param seen a checkpoint note of the same log the reader saw before
     * @throws IOException where the file cannot be read
     */
    public static Verdict verify(Path file, Policy policy, Optional<String> seen)
            throws IOException {
        try (StrictZipReader zip = StrictZipReader.open(file)) {
            return new PackageVerifier(zip, policy).verdict(seen);
        } catch (MalformedException | ArithmeticException | IllegalArgumentException
                | DateTimeException wrong) {
            Finding finding = Finding.broken("MALFORMED", "资料包格式不正确：" + wrong.getMessage(),
                    "the package is malformed: " + wrong.getMessage());
            return new Verdict(Verdict.MALFORMED, List.of(finding), Verdict.Figures.NONE);
        }
    }

    private Verdict verdict(Optional<String> seen) throws IOException {
        members();
        if (broken.isEmpty()) {
            leaves();
            broken.addAll(book.failures());
            seal(seen);
            tiles();
            tables();
            documents();
        }
        return conclude();
    }

    private Verdict conclude() {
        int exit = !broken.isEmpty() ? Verdict.INTEGRITY_FAILURE
                : !unmet.isEmpty() ? Verdict.POLICY_NOT_MET
                : !questions.isEmpty() ? Verdict.VERIFIED_WITH_FINDINGS : Verdict.VERIFIED;
        List<Finding> all = new ArrayList<>(broken);
        all.addAll(unmet);
        questions.stream().sorted(Comparator.comparing(Finding::severity)).forEach(all::add);
        return new Verdict(exit, all, figures, protection, book.approvals(), answers);
    }

    private void require(boolean holds, String id, String zh, String en) {
        if (!holds) {
            broken.add(Finding.broken(id, zh, en));
        }
    }

    private void members() throws IOException {
        List<String> wrong = manifest.differences(zip.members().values());
        require(wrong.isEmpty(), "INT-MANIFEST", "与清单不符的文件：" + wrong,
                "files that are not as the manifest lists them: " + wrong);
        if (!text(ZipLayout.MIMETYPE).equals(PackageFiles.MIMETYPE_CONTENT)) {
            throw new MalformedException("not a lender package");
        }
        Set<String> known = Set.of(ZipLayout.MIMETYPE, PackageFiles.MANIFEST,
                PackageFiles.MANIFEST_NOTE, PackageFiles.CHECKPOINT, PackageFiles.ENTRIES,
                PackageFiles.DISCLOSURES, PackageFiles.CHART, PackageFiles.TRIAL_BALANCE,
                PackageFiles.JOURNAL, PackageFiles.STATEMENTS, AnswerTables.SCORE,
                AnswerTables.RATIOS, AnswerTables.TIE_OUT, AnswerTables.PROFILE);
        Set<String> strange = new HashSet<>(zip.members().keySet());
        strange.removeIf(name -> known.contains(name) || PackageFiles.INFORMATIVE.contains(name)
                || name.startsWith(PackageFiles.TILES) || name.startsWith(PackageFiles.ANCHORS)
                || name.startsWith(PackageFiles.DOCUMENTS));
        if (!strange.isEmpty()) {
            questions.add(new Finding("UNK-FILE", Finding.Severity.S3,
                    "资料包含有未经核对的文件：" + strange,
                    "the package holds files that nothing was compared with: " + strange));
        }
        if (!zip.members().containsKey(PackageFiles.ENTRIES)) {
            throw new MalformedException("no " + PackageFiles.ENTRIES);
        }
    }

    private void leaves() throws IOException {
        try (Disclosures disclosures = Disclosures.of(zip)) {
            EntriesFile.read(zip.stream(PackageFiles.ENTRIES),
                    zip.members().get(PackageFiles.ENTRIES).size(),
                    line -> leaf(line, disclosures.next(log.size(), line).leaf(names)));
            disclosures.finish();
            broken.addAll(names.failures());
        }
    }

    private void leaf(byte[] bytes, Leaf leaf) {
        if (leaf.index() != log.size()) {
            throw new MalformedException("leaf %d stands at %d".formatted(leaf.index(),
                    log.size()));
        }
        log.append(bytes);
        book.add(leaf);
        anchors.add(leaf);
        anchors.newest(leaf, policy).ifPresent(anchor ->
                book.anchored(anchor.size(), anchor.at()));
        if (leaf.index() == 0) {
            keys = Optional.of(new KeyChain(Verifier.parse(book.genesis().text("log_vkey"))));
        } else if (leaf.kind().equals("key")) {
            keys.ifPresent(chain -> chain.add(leaf));
        }
    }

    /** Who signed what, and whether it is what the reader knows and saw. */
    private void seal(Optional<String> seen) throws IOException {
        Identity identity = Identity.of(policy, text(PackageFiles.CHECKPOINT),
                keys.orElseThrow(() -> new MalformedException("a log without a leaf")));
        String expected = Manifest.noteBody(zip.members().get(PackageFiles.MANIFEST).sha256(),
                zip.members().get(PackageFiles.CHECKPOINT).sha256());
        String manifestNote = text(PackageFiles.MANIFEST_NOTE);
        boolean signed = identity.key().isPresent()
                && identity.key().get().open(manifestNote).filter(expected::equals).isPresent();
        require(signed, "INT-SIGNATURE", "签名无效", "a signature does not hold");
        unmet.addAll(identity.unmet(log.size()));
        broken.addAll(identity.broken(book.owner()));
        questions.addAll(identity.questions());
        if (identity.checkpoint().isPresent()) {
            Checkpoint head = identity.checkpoint().get();
            require(head.equals(new Checkpoint(head.origin(), log.size(), log.root())), "INT-ROOT",
                    "记录与签名的根哈希不符", "the leaves do not give the root that was signed");
        }
        if (broken.isEmpty()) {
            identity.log(log::rootAt).ifPresent(one -> anchored(anchors.judge(policy, one)));
        }
        figures = figures(identity);
        seen.ifPresent(note -> identity.compare(note, log, broken, unmet));
    }

    private void anchored(Anchors.Judged judged) {
        broken.addAll(judged.broken());
        unmet.addAll(judged.unmet());
        questions.addAll(judged.questions());
        protection = judged.protection();
        Map<String, String> there = zip.members().values().stream()
                .filter(member -> member.name().startsWith(PackageFiles.ANCHORS))
                .collect(Collectors.toMap(StrictZipReader.Member::name,
                        StrictZipReader.Member::sha256));
        anchors.differences(there).ifPresent(broken::add);
    }

    private Verdict.Figures figures(Identity identity) {
        long documents = zip.members().keySet().stream()
                .filter(name -> name.startsWith(PackageFiles.DOCUMENTS)).count();
        return new Verdict.Figures(book.genesis().textOrEmpty("legal_name"), book.entity(),
                identity.knownKey(), identity.origin(), log.size(),
                Base64.getEncoder().encodeToString(log.root()), book.entries().size(), documents,
                manifest.from().toString(), manifest.to().toString());
    }

    private void tiles() {
        Map<String, byte[]> expected = Tiles.of(log);
        Set<String> names = zip.members().keySet().stream()
                .filter(name -> name.startsWith(PackageFiles.TILES))
                .map(name -> name.substring(PackageFiles.TILES.length()))
                .collect(Collectors.toSet());
        boolean same = names.equals(expected.keySet()) && names.stream().allMatch(name ->
                isContent(PackageFiles.TILES + name, Sha256.hex(expected.get(name))));
        require(same, "INT-TILES", "哈希瓦片与记录不符", "the tiles are not those of the leaves");
    }

    private void tables() {
        BookTables.of(book.entries(), book.chart(), manifest.from(), manifest.to())
                .forEach((name, table) -> require(isContent(name, table.sha256()), "INT-TABLE",
                        name + " 与记录重新计算的结果不符",
                        name + " is not what the leaves give"));
    }

    private boolean isContent(String name, String sha256) {
        StrictZipReader.Member member = zip.members().get(name);
        return member != null && member.sha256().equals(sha256);
    }

    private void documents() {
        Set<String> files = new HashSet<>();
        for (StrictZipReader.Member member : zip.members().values()) {
            if (member.name().startsWith(PackageFiles.DOCUMENTS)) {
                String name = member.name().substring(PackageFiles.DOCUMENTS.length());
                require(LenderPackage.DOCUMENT_NAME.matcher(name).matches()
                                && name.startsWith(member.sha256()), "INT-DOCUMENT",
                        "文件内容与其哈希不符：" + name, "a document is not what its name says: " + name);
                require(book.knows(member.sha256()), "INT-DOCUMENT",
                        "文件未登记：" + name, "a document that no leaf names: " + name);
                files.add(member.sha256());
            }
        }
        answers = book.answers(new Scope(manifest.from(), manifest.to(), manifest.profile(),
                files));
        questions.addAll(answers.findings());
        AnswerTables.of(answers).forEach((name, table) -> {
            StrictZipReader.Member member = zip.members().get(name);
            require(member == null || member.sha256().equals(Sha256.hex(table)), "INT-TABLE",
                    name + " 与记录重新计算的结果不符", name + " is not what the leaves give");
        });
    }

    private String text(String name) throws IOException {
        return StrictText.of(zip.read(name, LARGEST_NOTE));
    }
}
