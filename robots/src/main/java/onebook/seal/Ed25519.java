package onebook.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Signatures of RFC 8032 by the JDK, with what JDK 17 leaves out. */
final class Ed25519 {
    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;
    /** SubjectPublicKeyInfo of an Ed25519 key is this and the 32 bytes (RFC 8410). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() { }

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
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(spki(raw)));
        } catch (GeneralSecurityException wrong) {
            throw new MalformedException("not an Ed25519 key", wrong);
        }
    }

    /** The length is checked here, because JDK 17 takes a signature with a zero byte behind it. */
    static boolean isSigned(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
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
