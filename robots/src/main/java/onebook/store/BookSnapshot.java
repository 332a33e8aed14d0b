package onebook.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import onebook.ledger.Refusal;
import org.sqlite.ProgressHandler;

/** A copy of a book as it is at one moment, whoever writes it meanwhile. */
public final class BookSnapshot {
    private static final int STEPS = 200_000;

    /** Told how much is copied; false stops it. */
    public interface Progress {
        boolean at(long bytes, long of);
    }

    private BookSnapshot() { }

    /** Throws {@link StoreException} with RUN_WAS_STOPPED where the progress says so. */
    public static void copy(Path book, Path to, Progress progress) {
        try {
            if (EncryptedBook.isAt(book)) {
                Files.copy(book, to); // it changes only by another file taking its place
            } else {
                vacuum(book, to, progress);
            }
        } catch (IOException broken) {
            throw new StoreException(Refusal.BOOK_CANNOT_BE_WRITTEN, to.toString(), broken);
        }
    }

    private static void vacuum(Path book, Path to, Progress progress) throws IOException {
        long size = Files.size(book);
        boolean[] isStopped = {false};
        try (Connection reader = BookDatabase.reader(book)) {
            ProgressHandler.setHandler(reader, STEPS, new ProgressHandler() {
                @Override
                protected int progress() {
                    isStopped[0] = !progress.at(Math.min(size, sizeOf(to)), size);
                    return isStopped[0] ? 1 : 0;
                }
            });
            try (PreparedStatement sql = reader.prepareStatement("VACUUM INTO ?")) {
                sql.setString(1, to.toString());
                sql.execute();
            } finally {
                ProgressHandler.clearHandler(reader);
            }
        } catch (SQLException broken) {
            if (isStopped[0]) {
                throw new StoreException(Refusal.RUN_WAS_STOPPED, book.toString());
            }
            throw new StoreException("cannot copy " + book, broken);
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As it lies in a backup: packed where it is plain; an encrypted one cannot be packed. */
    public static Path packed(Path copy) throws IOException {
        if (EncryptedBook.isAt(copy)) {
            return copy;
        }
        Path packed = copy.resolveSibling("book.gz");
        try (InputStream in = Files.newInputStream(copy);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed,
                        StandardOpenOption.CREATE_NEW), 1 << 16)) {
            in.transferTo(out);
        }
        return packed;
    }

    /** The name of the book's part in a backup. */
    public static String partOf(Path packed) {
        return packed.endsWith("book.gz") ? BackupManifest.PLAIN : BackupManifest.ENCRYPTED;
    }

    /** The book file again; never more of it than the manifest says. */
    public static void unpack(BackupManifest manifest, Path part, Path to) throws IOException {
        if (manifest.isEncrypted()) {
            Files.move(part, to);
            return;
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(part), 1 << 16);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[1 << 17];
            long left = manifest.database().size() + 1;
            for (int n = in.read(buffer); n > 0 && left > 0; n = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(n, left));
                left -= n;
            }
        } catch (java.util.zip.ZipException | java.io.EOFException broken) {
            throw new StoreException(Refusal.BACKUP_IS_DAMAGED, "the book cannot be unpacked");
        }
        if (!BackupOutput.Source.of("book", to).part().file().equals(manifest.database())) {
            throw new StoreException(Refusal.BACKUP_IS_DAMAGED, "the book was changed");
        }
    }
}
