package onebook.robot;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.store.BackupInput;
import onebook.store.BackupManifest;
import onebook.store.BookSnapshot;
import onebook.store.EncryptedInput;
import onebook.store.Encryption;
import onebook.store.StoreException;

/**
 * Makes a book out of its backup: every part is checked, the book is opened, audited and its root
 * compared before anything of it stands at its place. Nothing is noted in the log: a restored book
 * is the same book, leaf for leaf, or its root would be another.
 */
public final class Restoring {
    /**
     * What is restored.
     *
     * @param to a folder, or the book itself where the name ends with ".onebook"
     * @param passphrase of the backup; needed only where it is encrypted
     * @param passphrases of the book; that of its file is needed only where it is encrypted
     */
    public record Order(Path backup, Path to, Optional<char[]> passphrase,
            Passphrases passphrases) {
        private boolean namesTheBook() {
            return to.getFileName().toString().endsWith(".onebook") && !Files.isDirectory(to);
        }

        private Path folder() {
            return namesTheBook() ? to.toAbsolutePath().getParent() : to.toAbsolutePath();
        }

        private String name(BackupManifest manifest) {
            return namesTheBook() ? to.getFileName().toString() : manifest.book();
        }
    }

    /** The book, and what was wrong with it already when it was copied. */
    public record Restored(Path book, BackupManifest manifest, List<String> damages) { }

    private final Order order;
    private final Clock clock;
    private final RunReport.Progress progress;

    private Restoring(Order order, Clock clock, RunReport.Progress progress) {
        this.order = order;
        this.clock = clock;
        this.progress = progress;
    }

    /** Whether the backup itself has a passphrase; the book in it may have another. */
    public static boolean isEncrypted(Path backup) {
        return Encryption.isEncryptedBackup(backup);
    }

    /** All of the book or nothing; nothing that is there is written over. */
    public static Restored restore(Order order, Clock clock, RunReport.Progress progress) {
        if (!Files.isRegularFile(order.backup())) {
            throw new RefusedException(Refusal.BOOK_NOT_FOUND, order.backup().toString());
        }
        Optional<Path> made = firstMade(order.folder());
        try {
            Files.createDirectories(order.folder());
            Restored restored = new Restoring(order, clock, progress).restored();
            made = Optional.empty();
            return restored;
        } catch (IOException broken) {
            throw new RefusedException(Refusal.BOOK_CANNOT_BE_WRITTEN,
                    String.valueOf(broken.getMessage()));
        } catch (StoreException broken) {
            throw new RefusedException(
                    broken.refusal().orElse(Refusal.BACKUP_IS_DAMAGED), broken.detail());
        } finally {
            made.ifPresent(Scratch::deleteEmpty);
        }
    }

    /** The outermost folder that is not there yet. */
    private static Optional<Path> firstMade(Path folder) {
        Optional<Path> made = Optional.empty();
        for (Path one = folder; one != null && !Files.exists(one); one = one.getParent()) {
            made = Optional.of(one);
        }
        return made;
    }

    private Restored restored() throws IOException {
        String name = order.backup().getFileName().toString();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(order.backup()),
                1 << 17); Scratch scratch = Scratch.in(order.folder())) {
            BackupInput in = new BackupInput(
                    EncryptedInput.ofBackup(file, order.passphrase(), name));
            RestoredFiles files = new RestoredFiles(
                    scratch.resolve(order.name(in.manifest())), order.folder(), in.manifest());
            files.requireRoom(Files.size(order.backup()));
            unpack(in, files);
            List<String> damages = audited(in.manifest(), files.book());
            return new Restored(files.place(), in.manifest(), damages);
        }
    }

    private void unpack(BackupInput in, RestoredFiles files) throws IOException {
        int done = 0;
        for (BackupManifest.Part part : in.manifest().parts()) {
            if (!progress.at("restore " + part.name(), done++, in.manifest().parts().size())) {
                throw new RefusedException(Refusal.RUN_WAS_STOPPED, part.name());
            }
            Path to = files.of(part);
            Files.createDirectories(to.getParent());
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(to, StandardOpenOption.CREATE_NEW), 1 << 17)) {
                in.read(part, out);
            }
        }
        in.finish();
        BookSnapshot.unpack(in.manifest(), files.of(in.manifest().parts().get(0)), files.book());
    }

    /** What the backup said was wrong; more than that is a damage of the backup. */
    private List<String> audited(BackupManifest manifest, Path book) throws IOException {
        progress.at("audit", 0, 1);
        List<String> damages;
        try (OpenBook restored = BookOpening.open(book, clock, order.passphrases())) {
            BackupManifest.Head head = Backup.head(restored);
            if (!head.equals(manifest.head())) {
                throw new RefusedException(Refusal.BACKUP_IS_DAMAGED, "its root is " + head.root()
                        + ", it was " + manifest.head().root());
            }
            damages = restored.audit().stream()
                    .map(damage -> damage.subject() + ": " + damage.text()).toList();
        }
        for (String damage : damages) {
            if (!manifest.damages().contains(damage)) {
                throw new RefusedException(Refusal.BACKUP_IS_DAMAGED, damage);
            }
        }
        return damages;
    }
}
