package onebook.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import onebook.ledger.Refusal;

/**
 * Reads what {@link EncryptedOutput} wrote. Gives no byte of a chunk that was changed; throws
 * {@link IOException} there, and where the end is missing.
 */
public final class EncryptedInput extends InputStream {
    private final PushbackInputStream in;
    private final EncryptedChunks chunks;
    private byte[] chunk = new byte[0];
    private int at;
    private boolean isEnded;

    EncryptedInput(InputStream in, EncryptedHead head, BookKey key) {
        this.in = new PushbackInputStream(in, 1);
        this.chunks = new EncryptedChunks(Cipher.DECRYPT_MODE, key.of(head.bytes()));
    }

    /** What a backup holds, decrypted where it is encrypted; asks for no passphrase otherwise. */
    public static InputStream ofBackup(InputStream backup, Optional<char[]> passphrase,
            String name) throws IOException {
        byte[] start = backup.readNBytes(16);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), backup);
        if (!EncryptedHead.isOf(EncryptedHead.Kind.BACKUP, start)) {
            return whole;
        }
        EncryptedHead head = EncryptedHead.read(EncryptedHead.Kind.BACKUP, whole)
                .orElseThrow(() -> new StoreException(Refusal.BACKUP_IS_DAMAGED,
                        name + ": its beginning was changed"));
        return new EncryptedInput(whole, head, head.key(passphrase, name));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == chunk.length) {
            if (isEnded) {
                return -1;
            }
            next();
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, from, count);
        at += count;
        return count;
    }

    private void next() throws IOException {
        byte[] bytes = in.readNBytes(EncryptedOutput.CHUNK + EncryptedOutput.TAG);
        int peeked = in.read();
        if (peeked >= 0) {
            in.unread(peeked);
        }
        isEnded = peeked < 0;
        try {
            if (bytes.length < EncryptedOutput.TAG) {
                throw new AEADBadTagException();
            }
            chunk = chunks.next(bytes, bytes.length, isEnded);
            at = 0;
        } catch (GeneralSecurityException changed) {
            throw new IOException("the encrypted file was cut off or changed in its block "
                    + chunks.number());
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
