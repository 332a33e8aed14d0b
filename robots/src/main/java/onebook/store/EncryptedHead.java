package onebook.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.seal.Sha256;

/**
 * How an encrypted file begins: what it is (16 bytes), the wrapped key where it has one, a random
 * salt (32), and the SHA-256 of these, so that a damaged beginning is told from a wrong passphrase.
 *
 * @param wrapped the key as a passphrase opens it; empty in a file encrypted with a book's key
 */
record EncryptedHead(Kind kind, byte[] wrapped, byte[] salt) {
    /** What is encrypted. */
    enum Kind {
        BOOK, EVIDENCE, BACKUP;

        byte[] mark() {
            return Arrays.copyOf(("OneBook AES " + name().substring(0, 2) + "1")
                    .getBytes(StandardCharsets.US_ASCII), MARK);
        }

        private int wrappedBytes() {
            return this == EVIDENCE ? 0 : BookKey.WRAPPED_BYTES;
        }
    }

    private static final int MARK = 16;
    private static final int SALT = 32;

    static EncryptedHead of(Kind kind, byte[] wrapped) {
        return new EncryptedHead(kind, wrapped, BookKey.random(SALT));
    }

    byte[] bytes() {
        byte[] beginning = ByteBuffer.allocate(MARK + wrapped.length + SALT)
                .put(kind.mark()).put(wrapped).put(salt).array();
        return ByteBuffer.allocate(beginning.length + 32).put(beginning)
                .put(Sha256.digest().digest(beginning))
                .array();
    }

    static int length(Kind kind) {
        return MARK + kind.wrappedBytes() + SALT + 32;
    }

    static boolean isOf(Kind kind, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isOf(kind, in.readNBytes(MARK));
        }
    }

    static boolean isOf(Kind kind, byte[] beginning) {
        return Arrays.equals(Arrays.copyOf(beginning, MARK), kind.mark());
    }

    /** Empty where the beginning is damaged. */
    static Optional<EncryptedHead> read(Kind kind, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(length(kind));
        if (bytes.length < length(kind) || !isOf(kind, bytes)) {
            return Optional.empty();
        }
        EncryptedHead head = new EncryptedHead(kind,
                Arrays.copyOfRange(bytes, MARK, MARK + kind.wrappedBytes()),
                Arrays.copyOfRange(bytes, bytes.length - 32 - SALT, bytes.length - 32));
        return Arrays.equals(head.bytes(), bytes) ? Optional.of(head) : Optional.empty();
    }

    /** Throws {@link StoreException} where the passphrase is missing or another. */
    BookKey key(Optional<char[]> passphrase, String file) {
        char[] given = passphrase.orElseThrow(() ->
                new StoreException(Refusal.PASSPHRASE_IS_MISSING, file));
        return BookKey.unwrap(wrapped, given).orElseThrow(() ->
                new StoreException(Refusal.PASSPHRASE_IS_WRONG, file));
    }
}
