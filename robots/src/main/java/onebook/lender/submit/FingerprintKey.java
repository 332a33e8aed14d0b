package onebook.lender.submit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import onebook.ledger.Refusal;
import onebook.seal.CanonicalJson;

/** The secret by which a registry makes fingerprints; it never leaves the registry's folder. */
final class FingerprintKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private final SecretKeySpec secret;

    private FingerprintKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Makes one where there is none; a key in another form is damage. */
    static FingerprintKey in(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            WholeFile.write(file, HexFormat.of().formatHex(secret)
                    .getBytes(StandardCharsets.US_ASCII));
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        String hex = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new SubmissionRefused(Refusal.STORE_IS_DAMAGED, file.toString());
        }
        return new FingerprintKey(HexFormat.of().parseHex(hex));
    }

    /** f1 to f4 of a receivable in hex, those whose fields are known. */
    Map<String, String> of(Receivable one) {
        Map<String, String> prints = new TreeMap<>();
        String amount = one.amount().toString();
        prints.put("f1", hmac("f1", one.number()));
        prints.put("f2", hmac("f2", one.seller(), one.buyer(), amount, one.date().toString()));
        one.contract().ifPresent(contract ->
                prints.put("f3", hmac("f3", one.seller(), one.buyer(), contract)));
        one.due().ifPresent(due ->
                prints.put("f4", hmac("f4", one.buyer(), amount, due.toString())));
        return prints;
    }

    /** An id that nobody can guess, the same for the same place in the log. */
    String id(long leaf, int position) {
        return hmac("id", Long.toString(leaf), Integer.toString(position)).substring(0, 32);
    }

    private String hmac(String... fields) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(
                    CanonicalJson.utf8(String.join("\n", fields) + "\n")));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }
}
