package onebook.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.ledger.Refusal;
import onebook.seal.Checkpoint;
import onebook.seal.Equivocation;
import onebook.seal.LegalEntity;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;
import onebook.seal.Verifier;
import onebook.seal.Witness;
import onebook.store.DurableFile;
import onebook.store.WriterLock;

/**
 * What a witness remembers, in a folder: of each log its key and the newest head it cosigned; the
 * proofs of what it refused. A head is on the disk before {@link #keep} returns.
 */
final class WitnessStore implements AutoCloseable {
    private static final int MOST_LOGS = 100_000;
    private static final int MOST_PROOFS = 10_000;
    private static final int MOST_PROOFS_OF_ONE = 16;
    private static final int MOST_REFUSED = 1_000;
    private static final int LONGEST = 1 << 17;

    /** @param note cosigned */
    record Head(String vkey, String note) {
        Checkpoint checkpoint() {
            return Checkpoint.claimed(note);
        }
    }

    private final Path folder;
    private final WriterLock lock;
    /** By SHA-256 of the origin, in hex. */
    private final Map<String, Head> heads = new HashMap<>();
    /** By {@link LegalEntity#key}: the hash of its origin. */
    private final Map<String, String> statutory = new HashMap<>();
    private long refused;

    private WitnessStore(Path folder, WriterLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @param witness whose cosignature every head that is kept must bear */
    static WitnessStore open(Path folder, Witness witness) throws IOException, AnchorException {
        for (String part : List.of("logs", "evidence", "refused")) {
            Files.createDirectories(folder.resolve(part));
        }
        WriterLock lock = WriterLock.of(folder.resolve("logs")).orElseThrow(() ->
                new AnchorException(Refusal.WITNESS_STORE_IS_IN_USE, folder.toString()));
        WitnessStore store = new WitnessStore(folder, lock);
        try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
            for (Path file : files.filter(one -> isHash(one.getFileName().toString())).toList()) {
                store.remember(file, witness);
            }
            store.refused = store.names("refused").size();
            return store;
        } catch (IOException | RuntimeException | AnchorException failed) {
            lock.close();
            throw failed;
        }
    }

    private static boolean isHash(String name) {
        return name.matches("[0-9a-f]{64}");
    }

    private void remember(Path file, Witness witness) throws IOException, AnchorException {
        try {
            String text = Files.size(file) > LONGEST ? "" : Files.readString(file);
            int end = text.indexOf('\n');
            Head head = new Head(text.substring(0, Math.max(end, 0)), text.substring(end + 1));
            boolean isSigned = Verifier.parse(head.vkey()).open(head.note()).isPresent()
                    && witness.cosigned(head.note()).isPresent();
            String origin = head.checkpoint().origin();
            if (!isSigned || !Sha256.hex(origin).equals(file.getFileName().toString())) {
                throw new MalformedException("not a head that this witness cosigned");
            }
            put(origin, head);
        } catch (MalformedException wrong) {
            throw new AnchorException(Refusal.WITNESS_STORE_IS_DAMAGED,
                    file + ": " + wrong.getMessage());
        }
    }

    private void put(String origin, Head head) {
        String hash = Sha256.hex(origin);
        heads.put(hash, head);
        LegalEntity.of(origin).filter(LegalEntity::isStatutory)
                .ifPresent(entity -> statutory.put(entity.key(), hash));
    }

    Optional<Head> head(String origin) {
        return byHash(Sha256.hex(origin));
    }

    /** @param hash SHA-256 of the origin, in hex */
    Optional<Head> byHash(String hash) {
        return Optional.ofNullable(heads.get(hash));
    }

    /** The log of the statutory book of the entity that an origin names. */
    Optional<Head> statutory(String origin) {
        return LegalEntity.of(origin).filter(LegalEntity::isStatutory)
                .map(entity -> statutory.get(entity.key())).map(heads::get);
    }

    boolean isFull() {
        return heads.size() >= MOST_LOGS;
    }

    /** On the disk first, then in memory: whoever is answered was written down. */
    void keep(String origin, Head head) throws IOException {
        write(folder.resolve("logs").resolve(Sha256.hex(origin)),
                head.vkey() + "\n" + head.note());
        put(origin, head);
    }

    /** Some proofs of each log are enough. */
    void keep(Equivocation proof) throws IOException {
        String subject = Sha256.hex(subject(proof)).substring(0, 16);
        String name = subject + "-" + Sha256.hex(proof.text()).substring(0, 16) + ".json";
        List<String> there = names("evidence");
        long same = there.stream().filter(one -> one.startsWith(subject)).count();
        if (there.size() < MOST_PROOFS && same < MOST_PROOFS_OF_ONE && !there.contains(name)) {
            write(folder.resolve("evidence").resolve(name), proof.text());
        }
    }

    private static String subject(Equivocation proof) {
        String origin = proof.first().head().origin();
        return LegalEntity.of(origin).map(LegalEntity::key).orElse(origin);
    }

    /** The newest thousand. */
    void refused(int status, String request) throws IOException {
        String name = "%04d.txt".formatted(refused % MOST_REFUSED);
        write(folder.resolve("refused").resolve(name), status + "\n" + request);
        refused++;
    }

    private List<String> names(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".")).toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        DurableFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        lock.close();
    }
}
