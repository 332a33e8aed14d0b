package onebook.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A log key as a PKCS#12 file. The format wants a certificate beside the key, so the key signs one
 * for itself; nobody relies on it, and its dates say nothing.
 */
final class KeyFile {
    private static final String ITERATIONS = "600000";
    private static final List<String> SETTINGS = List.of("keystore.pkcs12.certPbeIterationCount",
            "keystore.pkcs12.keyPbeIterationCount", "keystore.pkcs12.macIterationCount");
    /** AlgorithmIdentifier of Ed25519, and the OID of a common name. */
    private static final byte[] ALGORITHM = HexFormat.of().parseHex("300506032b6570");
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;

    private KeyFile() { }

    static byte[] lock(String name, PrivateKey secret, byte[] raw, char[] password)
            throws IOException {
        try {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(
                    new ByteArrayInputStream(certificate(name, secret, raw)));
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            char[] typed = typed(password);
            return hardened(() -> {
                keys.setKeyEntry(name, secret, typed, new Certificate[] {certificate});
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                keys.store(out, typed);
                return out.toByteArray();
            });
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The password as the file is locked with it: the JDK takes ASCII only, so any other is
     * written as the hexadecimal digits of its UTF-8. Wide and narrow letters are one.
     */
    static char[] typed(char[] password) {
        String normal = Normalizer.normalize(CharBuffer.wrap(password), Normalizer.Form.NFKC);
        boolean isAscii = normal.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
        return (isAscii ? normal : HexFormat.of().formatHex(
                normal.getBytes(StandardCharsets.UTF_8))).toCharArray();
    }

    private interface Step {
        byte[] run() throws GeneralSecurityException, IOException;
    }

    /** The JDK takes its iteration counts from system properties only; they are put back after. */
    private static synchronized byte[] hardened(Step step)
            throws GeneralSecurityException, IOException {
        Map<String, String> before = new HashMap<>();
        SETTINGS.forEach(setting -> before.put(setting, System.setProperty(setting, ITERATIONS)));
        try {
            return step.run();
        } finally {
            before.forEach((setting, value) -> {
                if (value == null) {
                    System.clearProperty(setting);
                } else {
                    System.setProperty(setting, value);
                }
            });
        }
    }

    /** X.509 v1: serial, algorithm, issuer, validity without end (RFC 5280 4.1.2.5), who, key. */
    private static byte[] certificate(String name, PrivateKey secret, byte[] raw) {
        byte[] serial = new BigInteger(1, Arrays.copyOf(MerkleLog.leafHash(raw), 16)).toByteArray();
        byte[] who = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME,
                der(0x0c, CanonicalJson.utf8(name)))));
        byte[] validity = der(SEQUENCE, der(0x17, CanonicalJson.utf8("200101000000Z")),
                der(0x18, CanonicalJson.utf8("99991231235959Z")));
        byte[] body = der(SEQUENCE, der(0x02, serial), ALGORITHM, who, validity, who,
                Ed25519.spki(raw));
        byte[] signature = Ed25519.sign(secret, body);
        return der(SEQUENCE, body, ALGORITHM, der(0x03, new byte[1], signature));
    }

    /** One DER element; content up to 65,535 bytes. */
    private static byte[] der(int tag, byte[]... content) {
        int length = Arrays.stream(content).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length > 0xff) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 0x7f) {
            out.write(0x81);
        }
        out.write(length);
        Arrays.stream(content).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
