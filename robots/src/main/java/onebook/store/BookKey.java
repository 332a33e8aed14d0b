package onebook.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import onebook.ledger.Refusal;

/**
 * The 256 random bits that a book and its evidence are encrypted with. They lie in the book wrapped
 * by a passphrase, so that the passphrase changes and what is encrypted stays.
 */
public final class BookKey {
    /** Of PBKDF2 with HMAC-SHA-256, for keys wrapped now (OWASP, 2023). */
    static final int ITERATIONS = 600_000;
    /** Iterations, salt, nonce, and the key with its tag. */
    static final int WRAPPED_BYTES = 4 + 16 + 12 + 32 + 16;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int NONCE_AT = 4 + 16;
    private static final int KEY_AT = NONCE_AT + 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private BookKey(byte[] key) {
        this.key = key;
    }

    public static BookKey fresh() {
        return new BookKey(random(32));
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The key as only the passphrase opens it, {@link #WRAPPED_BYTES} long. */
    byte[] wrapped(char[] passphrase, int iterations) {
        byte[] head = ByteBuffer.allocate(KEY_AT).putInt(iterations).put(random(16 + 12)).array();
        ByteBuffer wrapped = ByteBuffer.allocate(WRAPPED_BYTES).put(head);
        try {
            wrapped.put(cipher(Cipher.ENCRYPT_MODE, head, passphrase).doFinal(key));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return wrapped.array();
    }

    /** Empty where it is another passphrase. */
    static Optional<BookKey> unwrap(byte[] wrapped, char[] passphrase) {
        try {
            byte[] head = Arrays.copyOf(wrapped, KEY_AT);
            return Optional.of(new BookKey(cipher(Cipher.DECRYPT_MODE, head, passphrase)
                    .doFinal(wrapped, KEY_AT, wrapped.length - KEY_AT)));
        } catch (GeneralSecurityException other) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] head, char[] passphrase)
            throws GeneralSecurityException {
        int iterations = ByteBuffer.wrap(head).getInt();
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new StoreException(Refusal.FILE_IS_HOSTILE, iterations + " iterations");
        }
        PBEKeySpec spec = new PBEKeySpec(passphrase, Arrays.copyOfRange(head, 4, NONCE_AT),
                iterations, 256);
        byte[] wrapping = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec).getEncoded();
        spec.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(wrapping, "AES"),
                new GCMParameterSpec(128, head, NONCE_AT, 12));
        cipher.updateAAD(head);
        return cipher;
    }

    /** A key of its own for the file that begins so; requires a beginning with a random salt. */
    SecretKeySpec of(byte[] beginning) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(beginning), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
