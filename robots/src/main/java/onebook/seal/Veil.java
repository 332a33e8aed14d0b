package onebook.seal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a book by which names and texts of its leaves are covered: it gives each name its
 * tag and each covered part its salt. Whoever has it can tell which tag is a name he guesses; it
 * stays in the book.
 */
public final class Veil {
    /** Stands where a text is covered; with what follows, where a name is. */
    static final String MARK = "~";
    private static final int SECRET_BYTES = 32;
    private static final int TAG_BYTES = 12;
    private static final int SALT_BYTES = 16;
    private static final int MOST_KEPT = 100_000;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] secret;
    private final Mac mac;
    private final Map<String, String> tags = new HashMap<>();

    private Veil(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new MalformedException("a veil of %d bytes".formatted(secret.length));
        }
        this.secret = secret;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", impossible);
        }
    }

    /** A new secret. */
    public static Veil create() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new Veil(secret);
    }

    /** Reads what {@link #hex} gave. */
    public static Veil parse(String hex) {
        try {
            return new Veil(HEX.parseHex(hex));
        } catch (IllegalArgumentException wrong) {
            throw new MalformedException("not a veil", wrong);
        }
    }

    /** The secret, as the book keeps it. */
    public String hex() {
        return HEX.formatHex(secret);
    }

    /** What the first leaf says of the secret: nothing can be learnt from it. */
    public String sha256() {
        return Sha256.hex(secret);
    }

    /** The same name has the same tag in all leaves of a book, and another in other books. */
    synchronized String tag(String name) {
        String kept = tags.get(name);
        if (kept != null) {
            return kept;
        }
        if (tags.size() >= MOST_KEPT) {
            tags.clear();
        }
        String tag = MARK + of("name\n" + name, TAG_BYTES);
        tags.put(name, tag);
        return tag;
    }

    synchronized String salt(long leaf, String part) {
        return of("salt\n" + leaf + "\n" + part, SALT_BYTES);
    }

    private String of(String text, int bytes) {
        return BASE64.encodeToString(Arrays.copyOf(mac.doFinal(CanonicalJson.utf8(text)), bytes));
    }

    /** True for what stands where a text or a name was covered. */
    public static boolean isMark(String text) {
        return text.equals(MARK) || isTag(text);
    }

    /** True for {@code ~} and 16 letters of base64url. */
    public static boolean isTag(String text) {
        return text.length() == 1 + TAG_BYTES * 4 / 3 && text.startsWith(MARK)
                && text.chars().skip(1).allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9' || c == '-' || c == '_');
    }
}
