package onebook.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Refusal;
import org.sqlite.SQLiteConnection;

/**
 * Books whose file and evidence are encrypted on the disk. A step that is cut off leaves a book
 * that opens as it was or as it was to be, with all its evidence; done once more it is finished.
 */
public final class Encryption {
    public static final int SHORTEST_PASSPHRASE = 10;

    private Encryption() { }

    /** False for a plain book, and where there is none. */
    public static boolean isEncrypted(Path book) {
        try {
            return EncryptedBook.isAt(book);
        } catch (IOException broken) {
            throw new StoreException("cannot read " + book, broken);
        }
    }

    public static boolean isEncryptedBackup(Path backup) {
        try {
            return Files.isRegularFile(backup)
                    && EncryptedHead.isOf(EncryptedHead.Kind.BACKUP, backup);
        } catch (IOException broken) {
            throw new StoreException("cannot read " + backup, broken);
        }
    }

    /** Opens a plain or an encrypted book; only the latter asks for the passphrase. */
    public static SqliteJournal open(Path book, Clock clock, Optional<char[]> passphrase) {
        return SqliteJournal.of(BookFile.open(book, passphrase), clock);
    }

    /** Makes a book that is encrypted from its first byte. */
    public static SqliteJournal create(Path book, Clock clock, char[] passphrase) {
        requireLong(passphrase);
        return SqliteJournal.of(
                BookFile.encrypted(book, passphrase, BookKey.ITERATIONS), clock);
    }

    /**
     * Encrypts a plain book that nobody has open: first copies of its evidence, then the book
     * itself; the plain evidence goes last. Finishes what was cut off.
     *
     * @param documents names of its files in the evidence folder
     * @return false where nothing was left to do
     */
    public static boolean encrypt(Path book, List<String> documents, char[] passphrase) {
        requireLong(passphrase);
        EvidenceCopies evidence = new EvidenceCopies(book, documents);
        return alone(book, () -> {
            if (EncryptedBook.isAt(book)) {
                EncryptedBook.open(book, Optional.of(passphrase));
                return evidence.deletePlain() > 0;
            }
            byte[] image = image(book);
            EncryptedBook encrypted =
                    EncryptedBook.fresh(book, passphrase, BookKey.ITERATIONS);
            evidence.encrypt(encrypted.key());
            encrypted.write(image);
            if (!Arrays.equals(encrypted.read(), image)) {
                throw new IOException("what was written reads differently");
            }
            evidence.deletePlain();
            return true;
        });
    }

    /** Makes an encrypted book plain again; false where it is and nothing was left to do. */
    public static boolean decrypt(Path book, List<String> documents,
            Optional<char[]> passphrase) {
        EvidenceCopies evidence = new EvidenceCopies(book, documents);
        return alone(book, () -> {
            if (!EncryptedBook.isAt(book)) {
                return evidence.deleteEncrypted() > 0;
            }
            EncryptedBook encrypted = EncryptedBook.open(book, passphrase);
            byte[] image = encrypted.read();
            evidence.decrypt(encrypted.key());
            DurableFile.write(book, out -> out.write(image));
            evidence.deleteEncrypted();
            return true;
        });
    }

    /** From now on another passphrase opens the book; its key and evidence stay. */
    public static void change(Path book, char[] passphrase, char[] next) {
        requireLong(next);
        alone(book, () -> {
            EncryptedBook encrypted = EncryptedBook.open(book, Optional.of(passphrase));
            byte[] image = encrypted.read();
            encrypted.rewrap(next);
            encrypted.write(image);
            return true;
        });
    }

    /** Whether plain evidence stays because another book lies in the same folder. */
    public static boolean leavesPlainEvidence(Path book) {
        try {
            return new EvidenceCopies(book, List.of()).areShared()
                    && Files.isDirectory(EvidenceCopies.plain(book));
        } catch (IOException broken) {
            throw new StoreException("cannot read the folder of " + book, broken);
        }
    }

    private static void requireLong(char[] passphrase) {
        if (passphrase.length < SHORTEST_PASSPHRASE) {
            throw new StoreException(Refusal.PASSPHRASE_IS_TOO_SHORT,
                    passphrase.length + " characters");
        }
    }

    private interface Step {
        boolean run() throws IOException, SQLException;
    }

    private static boolean alone(Path book, Step step) {
        try {
            WriterLock lock = WriterLock.of(book).orElseThrow(() -> new StoreException(
                    WriterLock.isPermitted(book) ? Refusal.BOOK_IS_READ_ONLY
                            : Refusal.BOOK_MAY_NOT_BE_WRITTEN, book.toString()));
            try {
                return step.run();
            } finally {
                lock.close();
            }
        } catch (IOException broken) {
            throw new StoreException(Refusal.BOOK_CANNOT_BE_WRITTEN, book.toString(), broken);
        } catch (SQLException broken) {
            throw new StoreException("cannot read " + book, broken);
        }
    }

    /** The whole database as one file; nothing of it is left beside. */
    private static byte[] image(Path book) throws IOException, SQLException {
        if (Files.size(book) > EncryptedBook.MOST_BYTES) {
            throw new StoreException(Refusal.BOOK_IS_TOO_LARGE_TO_ENCRYPT,
                    (Files.size(book) >> 20) + " MB; at most "
                            + (EncryptedBook.MOST_BYTES >> 20) + " MB");
        }
        try (SQLiteConnection connection = BookDatabase.alone(book)) {
            return connection.serialize("main");
        }
    }
}
