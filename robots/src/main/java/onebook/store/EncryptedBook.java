package onebook.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.store.EncryptedHead.Kind;

/**
 * A book file that holds its database encrypted. The database is worked on in memory; each
 * transaction writes it whole, to a file beside that takes the book's place in one step.
 */
final class EncryptedBook {
    /** What is written in a blink, and held in memory twice. */
    static final long MOST_BYTES = 256L << 20;

    private final Path file;
    private final BookKey key;
    private byte[] wrapped;
    private Object version = "";

    private EncryptedBook(Path file, BookKey key, byte[] wrapped) {
        this.file = file;
        this.key = key;
        this.wrapped = wrapped;
    }

    /** False for a file that is not there. */
    static boolean isAt(Path file) throws IOException {
        return Files.isRegularFile(file) && EncryptedHead.isOf(Kind.BOOK, file);
    }

    /** A book that is yet to be written. */
    static EncryptedBook fresh(Path file, char[] passphrase, int iterations) {
        BookKey key = BookKey.fresh();
        return new EncryptedBook(file, key, key.wrapped(passphrase, iterations));
    }

    static EncryptedBook open(Path file, Optional<char[]> passphrase) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            EncryptedHead head = head(in, file);
            return new EncryptedBook(file, head.key(passphrase, file.toString()), head.wrapped());
        }
    }

    private static EncryptedHead head(InputStream in, Path file) throws IOException {
        return EncryptedHead.read(Kind.BOOK, in).orElseThrow(() -> new StoreException(
                Refusal.BOOK_IS_DAMAGED, file + ": its beginning was changed"));
    }

    BookKey key() {
        return key;
    }

    Path file() {
        return file;
    }

    /** The database as it was last written. */
    byte[] read() throws IOException {
        version = version();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 17)) {
            long size = EncryptedOutput.plainSize(
                    Files.size(file) - EncryptedHead.length(Kind.BOOK));
            if (size < 0 || size > MOST_BYTES) {
                throw new StoreException(Refusal.BOOK_IS_DAMAGED,
                        file + ": an encrypted book of " + size + " bytes");
            }
            EncryptedInput image = new EncryptedInput(in, head(in, file), key);
            byte[] bytes = image.readNBytes((int) size);
            if (bytes.length != size || image.read() >= 0) {
                throw new IOException("it changed while it was read");
            }
            return bytes;
        } catch (IOException broken) {
            throw new StoreException(Refusal.BOOK_IS_DAMAGED, file.toString(), broken);
        }
    }

    /** The disk has it when this returns; where it throws, the file may be as it was before. */
    void write(byte[] image) throws IOException {
        if (image.length > MOST_BYTES) {
            throw new StoreException(Refusal.BOOK_IS_TOO_LARGE_TO_ENCRYPT,
                    (image.length >> 20) + " MB; at most " + (MOST_BYTES >> 20) + " MB");
        }
        DurableFile.write(file, out -> {
            EncryptedOutput encrypted =
                    new EncryptedOutput(out, EncryptedHead.of(Kind.BOOK, wrapped), key);
            encrypted.write(image);
            encrypted.finish();
        });
    }

    /** From the next {@link #write} on another passphrase opens the book. */
    void rewrap(char[] passphrase) {
        wrapped = key.wrapped(passphrase, BookKey.ITERATIONS);
    }

    /** Whether another process wrote since {@link #read}. */
    boolean isNewer() throws IOException {
        return !version().equals(version);
    }

    private Object version() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return now.fileKey() + " " + now.lastModifiedTime() + " " + now.size();
    }
}
