package onebook.seal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Signatures of RFC 8032 by the JDK, with what JDK 17 leaves out: every number and point has one
 * form, and a key of small order, under which one signature fits every message, is none.
 */
final class Ed25519 {
    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;
    /** SubjectPublicKeyInfo of an Ed25519 key is this and the 32 bytes (RFC 8410). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    /** 2^255 - 19, and the order of the base point. */
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ORDER = BigInteger.TWO.pow(252)
            .add(new BigInteger("27742317777372353535851937790883648493"));
    private static final int SIGN_BIT = 255;
    /** y of the points whose order divides 8, in the order of the bytes of a key. */
    private static final Set<BigInteger> SMALL = Set.of(BigInteger.ZERO, BigInteger.ONE,
            P.subtract(BigInteger.ONE), little(HexFormat.of().parseHex(
                    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")),
            little(HexFormat.of().parseHex(
                    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")));

    private Ed25519() { }

    private static BigInteger little(byte[] bytes) {
        byte[] big = new byte[bytes.length];
        for (int i = 0; i < big.length; i++) {
            big[i] = bytes[big.length - 1 - i];
        }
        return new BigInteger(1, big);
    }

    /** The y of a point is below p, and where x is 0 its sign is not set. */
    private static boolean isCanonical(byte[] point) {
        BigInteger whole = little(point);
        BigInteger y = whole.clearBit(SIGN_BIT);
        boolean isZero = y.equals(BigInteger.ONE) || y.equals(P.subtract(BigInteger.ONE));
        return y.compareTo(P) < 0 && !(isZero && whole.testBit(SIGN_BIT));
    }

    /** The 32 bytes of a public key. */
    static byte[] raw(byte[] spki) {
        return Arrays.copyOfRange(spki, SPKI.length, spki.length);
    }

    static byte[] spki(byte[] raw) {
        byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + raw.length);
        System.arraycopy(raw, 0, encoded, SPKI.length, raw.length);
        return encoded;
    }

    /** Throws {@link MalformedException} where the bytes are no key. */
    static PublicKey publicKey(byte[] raw) {
        if (raw.length != KEY_BYTES || !isCanonical(raw)
                || SMALL.contains(little(raw).clearBit(SIGN_BIT))) {
            throw new MalformedException("not an Ed25519 key in its one form");
        }
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(spki(raw)));
        } catch (GeneralSecurityException wrong) {
            throw new MalformedException("not an Ed25519 key", wrong);
        }
    }

    /**
     * Length and forms are checked here, because JDK 17 takes a signature with a zero byte behind
     * it. Requires a key of {@link #publicKey}.
     */
    static boolean isSigned(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES
                || !isCanonical(Arrays.copyOf(signature, KEY_BYTES)) || little(Arrays.copyOfRange(
                        signature, KEY_BYTES, SIGNATURE_BYTES)).compareTo(ORDER) >= 0) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    static byte[] sign(PrivateKey secret, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
