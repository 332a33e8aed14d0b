package onebook.robot;

import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What a book keeps of a password: PBKDF2-HMAC-SHA256 (RFC 8018) with a salt of its own. No method
 * tells a password in a text, not even in what it throws.
 */
final class Password {
    private static final int ITERATIONS = 600_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final int LEAST = 10;
    private static final int MOST = 256;
    private static final int LEAST_DIFFERENT = 5;
    // pbkdf2-hmac-sha256$600000$c2FsdHNhbHRzYWx0c2FsdA==$…
    private static final Pattern RECORD = Pattern.compile(
            "pbkdf2-hmac-sha256\\$([0-9]{1,8})\\$([A-Za-z0-9+/]{22}==)\\$([A-Za-z0-9+/]{43}=)");
    private static final SecureRandom RANDOM = new SecureRandom();
    /** For names nobody has, so that they take as long as names somebody has. */
    static final String NOBODYS = "pbkdf2-hmac-sha256$" + ITERATIONS + "$"
            + Base64.getEncoder().encodeToString(new byte[SALT_BYTES]) + "$"
            + Base64.getEncoder().encodeToString(new byte[HASH_BITS / 8]);

    private Password() { }

    /** A new record of it, with a new salt. */
    static String record(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return "pbkdf2-hmac-sha256$" + ITERATIONS + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash(password, salt, ITERATIONS));
    }

    /** Takes the same time wherever they differ. */
    static boolean fits(String record, char[] password) {
        Matcher parts = RECORD.matcher(record);
        if (!parts.matches() || password.length > MOST) {
            return false;
        }
        int iterations = Integer.parseInt(parts.group(1));
        byte[] salt = Base64.getDecoder().decode(parts.group(2));
        byte[] known = Base64.getDecoder().decode(parts.group(3));
        return iterations >= ITERATIONS && iterations <= MOST_ITERATIONS
                && MessageDigest.isEqual(known, hash(password, salt, iterations));
    }

    /** True for what somebody who knows the name would try first. */
    static boolean isWeak(char[] password, String name) {
        String plain = new String(normal(password));
        String lower = plain.toLowerCase(Locale.ROOT);
        return plain.codePointCount(0, plain.length()) < LEAST || password.length > MOST
                || plain.codePoints().distinct().count() < LEAST_DIFFERENT
                || name.length() > 1 && lower.contains(name.toLowerCase(Locale.ROOT))
                || Templates.text("people/common-passwords.txt").lines().anyMatch(lower::equals);
    }

    private static byte[] hash(char[] password, byte[] salt, int iterations) {
        char[] normal = normal(password);
        PBEKeySpec spec = new PBEKeySpec(normal, salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("PBKDF2WithHmacSHA256 is missing");
        } finally {
            spec.clearPassword();
            Arrays.fill(normal, '\0');
        }
    }

    /** Input methods write one letter in several ways; all are one password. */
    private static char[] normal(char[] password) {
        return Normalizer.normalize(CharBuffer.wrap(password), Normalizer.Form.NFKC)
                .toCharArray();
    }
}
