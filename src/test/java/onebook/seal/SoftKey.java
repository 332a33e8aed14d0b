package onebook.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A key like that of a token, held in memory: for every case in which no token is needed. */
public record SoftKey(KeyPair pair) {

    public static SoftKey p256() {
        return onCurve("secp256r1");
    }

    static SoftKey onCurve(String curve) {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec(curve));
            return new SoftKey(maker.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static SoftKey rsa(int bits) {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(bits);
            return new SoftKey(maker.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public TokenKey key() {
        return TokenKey.of(pair.getPublic());
    }

    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance(key().signing());
            signature.initSign(pair.getPrivate());
            signature.update(CanonicalJson.utf8(text));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
