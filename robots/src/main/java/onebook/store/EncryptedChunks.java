package onebook.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Chunk after chunk under one key: the nonce is the chunk's number and whether it is the last. */
final class EncryptedChunks {
    private final Cipher cipher;
    private final int mode;
    private final SecretKeySpec key;
    private long number;

    EncryptedChunks(int mode, SecretKeySpec key) {
        this.mode = mode;
        this.key = key;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] next(byte[] chunk, int length, boolean isLast) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(12).putInt(isLast ? 1 : 0).putLong(number++).array();
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        return cipher.doFinal(chunk, 0, length);
    }

    long number() {
        return number;
    }
}
