package onebook.store;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * Encrypts as it writes: the {@link EncryptedHead}, then chunks of 64 KiB, each with AES-256-GCM
 * under its number and whether it is the last, so that none can be left out, moved or cut off.
 * Close it: the last chunk is written then.
 */
public final class EncryptedOutput extends OutputStream {
    static final int CHUNK = 1 << 16;
    static final int TAG = 16;

    private final OutputStream out;
    private final EncryptedChunks chunks;
    private final byte[] chunk = new byte[CHUNK];
    private int filled;
    private boolean isFinished;

    EncryptedOutput(OutputStream out, EncryptedHead head, BookKey key) throws IOException {
        this.out = out;
        byte[] beginning = head.bytes();
        out.write(beginning);
        this.chunks = new EncryptedChunks(Cipher.ENCRYPT_MODE, key.of(beginning));
    }

    /** Encrypts a backup with a passphrase of its own. */
    public static EncryptedOutput ofBackup(OutputStream out, char[] passphrase)
            throws IOException {
        BookKey key = BookKey.fresh();
        return new EncryptedOutput(out, EncryptedHead.of(EncryptedHead.Kind.BACKUP,
                key.wrapped(passphrase, BookKey.ITERATIONS)), key);
    }

    /** How many bytes so many encrypted ones hold; negative where none were written so. */
    static long plainSize(long encrypted) {
        return encrypted - (encrypted + CHUNK + TAG - 1) / (CHUNK + TAG) * TAG;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        while (at < from + length) {
            if (filled == CHUNK) {
                writeChunk(false);
            }
            int count = Math.min(CHUNK - filled, from + length - at);
            System.arraycopy(bytes, at, chunk, filled, count);
            filled += count;
            at += count;
        }
    }

    private void writeChunk(boolean isLast) throws IOException {
        try {
            out.write(chunks.next(chunk, filled, isLast));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        filled = 0;
    }

    /** Writes the last chunk; nothing may follow. What it writes to stays open. */
    public void finish() throws IOException {
        if (!isFinished) {
            isFinished = true;
            writeChunk(true);
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        out.close();
    }
}
