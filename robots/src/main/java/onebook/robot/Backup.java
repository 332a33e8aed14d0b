package onebook.robot;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.seal.TreeEdge;
import onebook.store.BackupManifest;
import onebook.store.BackupOutput;
import onebook.store.BackupOutput.Source;
import onebook.store.BookAudit;
import onebook.store.BookSnapshot;
import onebook.store.EncryptedOutput;
import onebook.store.SourceTables;

/**
 * One file that holds a book with its evidence, as they are at one moment, whoever works on them.
 * The book that is copied is audited first, so that what is called a backup can be restored.
 */
public final class Backup {
    /**
     * How it is made.
     *
     * @param passphrase encrypts the backup where there is one
     * @param withKey with the key of the log: who has the backup can then sign in its name
     * @param althoughDamaged also of a book that is damaged, to save what is left
     */
    public record Order(Path to, Optional<char[]> passphrase, boolean withKey,
            boolean althoughDamaged) { }

    /** What was made; the log of the book does not say so where it may not be written. */
    public record Made(Path file, long bytes, BackupManifest manifest, boolean isInLog) { }

    private final Desk desk;
    private final OpenBook open;
    private final Order order;
    private final RunReport.Progress progress;

    private Backup(Desk desk, Order order, RunReport.Progress progress) {
        this.desk = desk;
        this.open = desk.book();
        this.order = order;
        this.progress = progress;
    }

    /** Makes the whole file or none. */
    public static Made make(Desk desk, Order order, String by, RunReport.Progress progress) {
        Backup backup = new Backup(desk, order, progress);
        if (Files.exists(order.to())) {
            throw new RefusedException(Refusal.BOOK_EXISTS, order.to().toString());
        }
        boolean isInLog = backup.note(by, "backup to " + order.to().getFileName()
                + (order.withKey() ? " with the key" : ""));
        try {
            return backup.made(isInLog);
        } catch (RuntimeException failed) {
            backup.note(by, "backup to " + order.to().getFileName() + " was not finished");
            throw failed;
        } catch (IOException failed) {
            backup.note(by, "backup to " + order.to().getFileName() + " was not finished");
            throw new RefusedException(Refusal.BOOK_CANNOT_BE_WRITTEN, failed.getMessage());
        }
    }

    private boolean note(String by, String what) {
        synchronized (desk) {
            if (!open.isWritable()) {
                return false;
            }
            open.journal().transaction(() -> {
                open.operation(by, what);
                return open.isKeyAtHand() ? open.checkpoint() : "";
            });
            return true;
        }
    }

    private Made made(boolean isInLog) throws IOException {
        Path target = order.to().toAbsolutePath();
        try (Scratch beside = Scratch.in(placeOfCopy());
                Scratch there = Scratch.in(target.getParent())) {
            Path copy = beside.resolve(open.file().getFileName().toString());
            BookSnapshot.copy(open.file(), copy, (bytes, of) ->
                    progress.at("copy the book", thousandths(bytes, of), 1000));
            List<Source> sources = new ArrayList<>();
            BackupManifest manifest = manifest(copy, sources);
            Path part = there.resolve("part");
            write(manifest, sources, part);
            if (Files.exists(target)) {
                throw new RefusedException(Refusal.BOOK_EXISTS, target.toString());
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return new Made(order.to(), Files.size(target), manifest, isInLog);
        }
    }

    /** Beside the book, where it lies plain already; elsewhere where that may not be written. */
    private Path placeOfCopy() {
        Path beside = open.file().toAbsolutePath().getParent();
        return Files.isWritable(beside) ? beside : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static int thousandths(long part, long of) {
        return of == 0 ? 0 : (int) (part * 1000 / of);
    }

    private BackupManifest manifest(Path copy, List<Source> sources) throws IOException {
        Path policy = Keyring.policy(open.file());
        if (Files.exists(policy)) {
            Files.copy(policy, Keyring.policy(copy));
        }
        BackupManifest.Head head;
        List<String> damages = new ArrayList<>();
        List<SourceTables.DocumentRow> documents;
        try (OpenBook copied = BookOpening.open(copy, open.clock(), open.passphrases())) {
            step("audit", 0, 1);
            for (BookAudit.Damage damage : new SealCheck(copied).audit(open.evidence())) {
                damages.add(damage.subject() + ": " + damage.text());
            }
            head = head(copied);
            documents = copied.journal().sources().documents();
        }
        if (!damages.isEmpty() && !order.althoughDamaged()) {
            throw new RefusedException(Refusal.BOOK_IS_DAMAGED, damages.get(0) + (damages.size() > 1
                    ? ", and " + (damages.size() - 1) + " more" : ""));
        }
        BackupManifest.File database = Source.of("book", copy).part().file();
        Path packed = BookSnapshot.packed(copy);
        sources.add(Source.of(BookSnapshot.partOf(packed), packed));
        addIfThere(sources, BackupManifest.POLICY, policy);
        if (order.withKey()) {
            addIfThere(sources, BackupManifest.KEY, Keyring.file(open.file()));
        }
        evidence(documents, sources);
        return new BackupManifest(open.file().getFileName().toString(),
                open.clock().instant().toString(), head, database,
                sources.stream().map(Source::part).toList(), damages);
    }

    static BackupManifest.Head head(OpenBook book) {
        TreeEdge edge = book.journal().edge();
        return new BackupManifest.Head(edge.size(),
                Base64.getEncoder().encodeToString(edge.root()),
                book.journal().lastCheckpoint().map(Map.Entry::getValue).orElse(""));
    }

    private void evidence(List<SourceTables.DocumentRow> documents, List<Source> sources)
            throws IOException {
        Path folder = open.journal().sources().evidenceOnDisk();
        for (SourceTables.DocumentRow document : documents) {
            step("look at " + document.name(), sources.size(), documents.size());
            if (BackupManifest.isEvidence(document.file())) {
                addIfThere(sources, BackupManifest.EVIDENCE + document.file(),
                        folder.resolve(document.file()));
            }
        }
    }

    private static void addIfThere(List<Source> sources, String name, Path file)
            throws IOException {
        if (Files.isRegularFile(file)) {
            sources.add(Source.of(name, file));
        }
    }

    private void write(BackupManifest manifest, List<Source> sources, Path part)
            throws IOException {
        try (FileOutputStream file = new FileOutputStream(part.toFile())) {
            OutputStream buffered = new BufferedOutputStream(file, 1 << 17);
            OutputStream to = order.passphrase().isEmpty() ? buffered
                    : EncryptedOutput.ofBackup(buffered, order.passphrase().get());
            BackupOutput backup = new BackupOutput(to, manifest);
            int done = 0;
            for (Source source : sources) {
                step("write " + source.part().name(), done++, sources.size());
                backup.add(source);
            }
            backup.finish();
            if (to instanceof EncryptedOutput encrypted) {
                encrypted.finish();
            }
            buffered.flush();
            file.getFD().sync();
        }
    }

    private void step(String what, int done, int of) {
        if (!progress.at(what, done, of)) {
            throw new RefusedException(Refusal.RUN_WAS_STOPPED, what);
        }
    }
}
