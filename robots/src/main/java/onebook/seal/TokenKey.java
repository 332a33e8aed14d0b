package onebook.seal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The public key of a person's token (U盾, smart card). Two kinds: P-256 with ECDSA over SHA-256,
 * and RSA of 2048 bits or more with PKCS #1 v1.5 over SHA-256. A key has one form, a signature is
 * read strictly: what another program might read otherwise is no signature here.
 *
 * @param alg {@link #P256} or {@link #RSA}
 * @param spki SubjectPublicKeyInfo (RFC 5280) in base64
 */
public record TokenKey(String alg, String spki) {
    public static final String P256 = "ecdsa-p256-sha256";
    public static final String RSA = "rsa-pkcs1-sha256";

    /** SubjectPublicKeyInfo of a P-256 key is this, then x and y in 32 bytes each (RFC 5480). */
    private static final byte[] P256_SPKI = HexFormat.of().parseHex(
            "3059301306072a8648ce3d020106082a8648ce3d030107034200" + "04");
    private static final int COORDINATE = 32;
    /** FIPS 186-4, D.1.2.3: the field, b (a is -3) and the order. */
    private static final BigInteger P = hex(
            "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static final BigInteger B = hex(
            "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    private static final BigInteger ORDER = hex(
            "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

    private static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 8192;
    private static final int LONGEST = 2048;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);
    private static final int MOST_EXPONENT_BITS = 64;

    /** Throws {@link MalformedException} where it is no such key in its one form. */
    public TokenKey {
        byte[] bytes = bytes(spki);
        switch (alg) {
            case P256 -> requirePoint(bytes);
            case RSA -> requireRsa(bytes);
            default -> throw new MalformedException("no algorithm of tokens: " + alg);
        }
    }

    /** Throws {@link MalformedException} where a key of this kind is not accepted. */
    public static TokenKey of(PublicKey key) {
        String spki = Note.base64(key.getEncoded());
        return new TokenKey(key.getAlgorithm().equals("RSA") ? RSA : P256, spki);
    }

    private static byte[] bytes(String spki) {
        if (spki.length() > LONGEST) {
            throw new MalformedException("a key that is too long");
        }
        return Note.unbase64(spki);
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }

    // ---- forms of keys

    private static void requirePoint(byte[] spki) {
        int from = P256_SPKI.length;
        if (spki.length != from + 2 * COORDINATE
                || !Arrays.equals(P256_SPKI, Arrays.copyOf(spki, from))) {
            throw new MalformedException("not a key on P-256 in its one form");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(spki, from, from + COORDINATE));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(spki, from + COORDINATE, spki.length));
        BigInteger right = x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(B).mod(P);
        if (x.compareTo(P) >= 0 || y.compareTo(P) >= 0 || !y.pow(2).mod(P).equals(right)) {
            throw new MalformedException("a key that is no point of P-256");
        }
    }

    private static void requireRsa(byte[] spki) {
        PublicKey read = publicKey("RSA", spki);
        if (!(read instanceof RSAPublicKey key) || !Arrays.equals(read.getEncoded(), spki)) {
            throw new MalformedException("not an RSA key in its one form");
        }
        int bits = key.getModulus().bitLength();
        BigInteger exponent = key.getPublicExponent();
        if (bits < LEAST_BITS || bits > MOST_BITS || !key.getModulus().testBit(0)) {
            throw new MalformedException("an RSA key of %d bits".formatted(bits));
        }
        if (exponent.compareTo(LEAST_EXPONENT) < 0 || !exponent.testBit(0)
                || exponent.bitLength() > MOST_EXPONENT_BITS) {
            throw new MalformedException("an RSA key with an unusual exponent");
        }
    }

    private static PublicKey publicKey(String kind, byte[] spki) {
        try {
            return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new MalformedException("not a key of " + kind, wrong);
        }
    }

    // ---- what it signed

    /** SHA-256 of the SubjectPublicKeyInfo, in hex. */
    public String sha256() {
        return Sha256.hex(bytes(spki));
    }

    /** How a JDK calls this way to sign. */
    public String signing() {
        return isRsa() ? "SHA256withRSA" : "SHA256withECDSA";
    }

    private boolean isRsa() {
        return alg.equals(RSA);
    }

    /**
     * True where the key signed the text in UTF-8.
     *
     * @param signature base64: of P-256 a DER sequence of r and s, of RSA as long as its modulus
     */
    public boolean isSigned(String text, String signature) {
        try {
            byte[] bytes = bytes(signature);
            if (!isRsa() && !isPair(bytes)) {
                return false;
            }
            Signature check = Signature.getInstance(signing());
            check.initVerify(publicKey(isRsa() ? "RSA" : "EC", bytes(spki)));
            check.update(CanonicalJson.utf8(text));
            return check.verify(bytes);
        } catch (GeneralSecurityException | MalformedException wrong) {
            return false;
        }
    }

    /** r and s in their shortest form, each at least 1 and below the order, and nothing else. */
    private static boolean isPair(byte[] signature) {
        List<Der> pair = Der.of(signature).sequence(2);
        return pair.size() == 2 && pair.stream().map(Der::integer).allMatch(
                one -> one.signum() > 0 && one.compareTo(ORDER) < 0);
    }
}
