package onebook.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token's key and signature have one form each; everything else is refused. */
class TokenKeyTest {
    private static final String TEXT = "vb-review/1\n甲\n";
    private static final SoftKey SOFT = SoftKey.p256();
    private static final BigInteger ORDER = new BigInteger(
            "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static void assertNoKey(String alg, byte[] spki) {
        assertThatThrownBy(() -> new TokenKey(alg, base64(spki)))
                .isInstanceOf(MalformedException.class);
    }

    private static byte[] pair(byte[]... integers) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        for (byte[] integer : integers) {
            inner.write(2);
            inner.write(integer.length);
            inner.writeBytes(integer);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x30);
        out.write(inner.size());
        out.writeBytes(inner.toByteArray());
        return out.toByteArray();
    }

    private static List<BigInteger> numbers(String signature) {
        return Der.of(bytes(signature)).sequence(2).stream().map(Der::integer).toList();
    }

    @Test
    void what_the_key_signed_holds_and_nothing_else_does() {
        for (SoftKey soft : List.of(SOFT, SoftKey.rsa(2048))) {
            String signature = soft.sign(TEXT);
            assertThat(soft.key().isSigned(TEXT, signature)).isTrue();
            assertThat(soft.key().isSigned(TEXT + "\n", signature)).isFalse();
            assertThat(SoftKey.p256().key().isSigned(TEXT, signature)).isFalse();
            for (int i = 0; i < bytes(signature).length; i += 7) {
                byte[] flipped = bytes(signature);
                flipped[i] ^= 1;
                assertThat(soft.key().isSigned(TEXT, base64(flipped))).as("byte %d", i).isFalse();
            }
        }
    }

    @Test
    void only_p256_and_large_rsa_keys_are_taken() {
        assertThatThrownBy(() -> SoftKey.onCurve("secp384r1").key())
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> SoftKey.rsa(1024).key()).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new TokenKey("ed25519", SOFT.key().spki()))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new TokenKey(TokenKey.RSA, SOFT.key().spki()))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new TokenKey(TokenKey.P256, SoftKey.rsa(2048).key().spki()))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void a_key_in_another_form_is_none() {
        byte[] spki = bytes(SOFT.key().spki());
        assertNoKey(TokenKey.P256, Arrays.copyOf(spki, spki.length + 1));
        assertNoKey(TokenKey.P256, Arrays.copyOf(spki, spki.length - 1));
        assertNoKey(TokenKey.P256, new byte[0]);
        byte[] off = spki.clone();
        off[off.length - 1] ^= 1;
        assertNoKey(TokenKey.P256, off);
        byte[] rsa = bytes(SoftKey.rsa(2048).key().spki());
        assertNoKey(TokenKey.RSA, Arrays.copyOf(rsa, rsa.length + 1));
        assertThatThrownBy(() -> new TokenKey(TokenKey.P256, SOFT.key().spki() + "\n"))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new TokenKey(TokenKey.RSA, "A".repeat(4_000)))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void a_signature_in_another_form_is_none() {
        String signature = SOFT.sign(TEXT);
        BigInteger r = numbers(signature).get(0);
        BigInteger s = numbers(signature).get(1);
        assertThat(SOFT.key().isSigned(TEXT,
                base64(pair(r.toByteArray(), s.toByteArray())))).isTrue();
        byte[] longer = new byte[r.toByteArray().length + 1];
        System.arraycopy(r.toByteArray(), 0, longer, 1, longer.length - 1);
        byte[] zero = {0};
        byte[] plain = bytes(signature);
        byte[] spread = new byte[plain.length + 1];
        spread[0] = 0x30;
        spread[1] = (byte) 0x81;
        System.arraycopy(plain, 1, spread, 2, plain.length - 1);
        for (byte[] wrong : List.of(pair(longer, s.toByteArray()), pair(zero, s.toByteArray()),
                pair(r.toByteArray(), zero), pair(r.toByteArray()), spread, new byte[0],
                pair(r.toByteArray(), s.toByteArray(), zero), new byte[64],
                pair(r.add(ORDER).toByteArray(), s.toByteArray()),
                pair(r.toByteArray(), s.add(ORDER).toByteArray()),
                pair(r.toByteArray(), s.subtract(ORDER).toByteArray()),
                Arrays.copyOf(plain, plain.length + 1))) {
            assertThat(SOFT.key().isSigned(TEXT, base64(wrong))).as(base64(wrong)).isFalse();
        }
        assertThat(SOFT.key().isSigned(TEXT, signature + "=")).isFalse();
        assertThat(SOFT.key().isSigned(TEXT, "no base64")).isFalse();
    }

    @Test
    void a_name_of_two_lines_signs_nothing() {
        assertThatThrownBy(() -> TokenStatement.possession("log", "甲\n乙", SOFT.key(), 3))
                .isInstanceOf(MalformedException.class);
        assertThat(TokenStatement.possession("log", "甲", SOFT.key(), 3)).isEqualTo(
                "vb-token/1\nlog\n甲\n" + SOFT.key().sha256() + "\n3\n");
    }
}
