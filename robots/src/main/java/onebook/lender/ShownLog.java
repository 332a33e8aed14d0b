package onebook.lender;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onebook.seal.Checkpoint;
import onebook.seal.CoveredLeaf;
import onebook.seal.Equivocation;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.MerkleLog;
import onebook.seal.Verifier;

/**
 * A log as somebody was shown it: a head, and of a package the whole tree.
 *
 * @param tree empty where only a note or a receipt was kept
 */
record ShownLog(Equivocation.Shown shown, Checkpoint head, Optional<MerkleLog> tree) {
    private static final int LONGEST_NOTE = 1 << 20;

    /** Collects the tree and the key that the genesis leaf names. */
    private static final class Reading {
        private final MerkleLog tree = new MerkleLog();
        private String vkey = "";

        void leaf(byte[] bytes) {
            Leaf leaf = new CoveredLeaf(bytes, Optional.empty(), Optional.empty()).leaf();
            if (leaf.index() != tree.size()) {
                throw new MalformedException("leaf %d stands at %d".formatted(leaf.index(),
                        tree.size()));
            }
            if (leaf.index() == 0) {
                vkey = Body.of(leaf.body()).text("log_vkey");
            }
            tree.append(bytes);
        }
    }

    /**
     * @param keys that may have signed a bare note, beside the one a receipt names
     * @throws MalformedException where it is neither a package nor a head that one of them signed
     */
    static ShownLog of(Path file, List<Verifier> keys) throws IOException {
        return isPackage(file) ? ofPackage(file) : ofText(file, keys);
    }

    private static boolean isPackage(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(4), new byte[] {'P', 'K', 3, 4});
        }
    }

    private static ShownLog ofPackage(Path file) throws IOException {
        try (StrictZipReader zip = StrictZipReader.open(file)) {
            String note = StrictText.of(zip.read(PackageFiles.CHECKPOINT, LONGEST_NOTE));
            Reading reading = new Reading();
            EntriesFile.read(zip.stream(PackageFiles.ENTRIES),
                    zip.members().get(PackageFiles.ENTRIES).size(), reading::leaf);
            ShownLog log = of(reading.vkey, note, Optional.of(reading.tree));
            Checkpoint whole = Checkpoint.of(log.head.origin(), reading.tree);
            if (!log.head.equals(whole)) {
                throw new MalformedException(file + ": the leaves do not give the root that was"
                        + " signed");
            }
            return log;
        }
    }

    private static ShownLog ofText(Path file, List<Verifier> keys) throws IOException {
        if (Files.size(file) > LONGEST_NOTE) {
            throw new MalformedException(file + " is too large");
        }
        String text = StrictText.of(Files.readAllBytes(file));
        String note = SeenNote.of(text);
        List<Verifier> known = new ArrayList<>(keys);
        SeenNote.key(text).map(Verifier::parse).ifPresent(known::add);
        Verifier signer = known.stream().filter(key -> key.open(note).isPresent()).findFirst()
                .orElseThrow(() -> new MalformedException(file + " is signed by no key that is"
                        + " known here; name it with --policy"));
        return of(signer.vkey(), note, Optional.empty());
    }

    private static ShownLog of(String vkey, String note, Optional<MerkleLog> tree) {
        Equivocation.Shown shown = new Equivocation.Shown(vkey,
                Verifier.parse(vkey).bare(note).orElseThrow(() ->
                        new MalformedException("the head is not signed by the log's key")));
        return new ShownLog(shown, shown.head(), tree);
    }
}
