package onebook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onebook.ledger.Refusal;
import onebook.store.EncryptedHead.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is encrypted comes back whole, or with no byte of what was changed. */
class EncryptedStreamTest {
    private static final int CHUNK = EncryptedOutput.CHUNK;
    private static final int HEAD = EncryptedHead.length(Kind.EVIDENCE);
    private final BookKey key = BookKey.fresh();

    private byte[] encrypted(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EncryptedOutput to = new EncryptedOutput(out,
                EncryptedHead.of(Kind.EVIDENCE, new byte[0]), key)) {
            to.write(plain, 0, plain.length / 3);
            to.write(plain, plain.length / 3, plain.length - plain.length / 3);
        }
        return out.toByteArray();
    }

    private byte[] decrypted(byte[] bytes) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        EncryptedHead head = EncryptedHead.read(Kind.EVIDENCE, in).orElseThrow(IOException::new);
        return new EncryptedInput(in, head, key).readAllBytes();
    }

    private static byte[] plain(int length) {
        byte[] plain = new byte[length];
        new Random(length).nextBytes(plain);
        return plain;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 5 * CHUNK + 7})
    void every_length_comes_back_and_is_known_beforehand(int length) throws IOException {
        byte[] bytes = encrypted(plain(length));
        assertThat(decrypted(bytes)).isEqualTo(plain(length));
        assertThat(EncryptedOutput.plainSize(bytes.length - HEAD)).isEqualTo(length);
    }

    @Test
    void no_flipped_bit_is_taken_for_truth() throws IOException {
        byte[] plain = plain(CHUNK + 100);
        byte[] bytes = encrypted(plain);
        Random random = new Random(3);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < HEAD + 64; i++) {
            places.add(i);
        }
        for (int i = 0; i < 300; i++) {
            places.add(random.nextInt(bytes.length));
        }
        for (int place : places) {
            byte[] changed = bytes.clone();
            changed[place] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> decrypted(changed)).as("byte " + place)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void chunks_cannot_be_cut_off_left_out_or_moved() throws IOException {
        byte[] bytes = encrypted(plain(3 * CHUNK));
        int whole = CHUNK + EncryptedOutput.TAG;
        for (int length : new int[] {0, HEAD - 1, HEAD, HEAD + 1, HEAD + whole, HEAD + 2 * whole,
            HEAD + 2 * whole + 9, bytes.length - 1}) {
            assertThatThrownBy(() -> decrypted(Arrays.copyOf(bytes, length)))
                    .as(length + " bytes").isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> decrypted(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(IOException.class);
        byte[] moved = bytes.clone();
        System.arraycopy(bytes, HEAD, moved, HEAD + whole, whole);
        System.arraycopy(bytes, HEAD + whole, moved, HEAD, whole);
        assertThatThrownBy(() -> decrypted(moved)).isInstanceOf(IOException.class);
    }

    @Test
    void the_same_bytes_are_never_encrypted_alike() throws IOException {
        byte[] one = encrypted(plain(1000));
        byte[] other = encrypted(plain(1000));
        assertThat(Arrays.copyOfRange(one, HEAD, one.length))
                .isNotEqualTo(Arrays.copyOfRange(other, HEAD, other.length));
    }

    @Test
    void another_passphrase_is_told_from_a_damaged_beginning() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        char[] passphrase = "一本账的口令十个字".toCharArray();
        try (EncryptedOutput to = EncryptedOutput.ofBackup(out, passphrase)) {
            to.write(plain(100));
        }
        byte[] bytes = out.toByteArray();
        assertThat(backup(bytes, Optional.of(passphrase))).isEqualTo(plain(100));
        assertRefused(bytes, Optional.of("other".toCharArray()), Refusal.PASSPHRASE_IS_WRONG);
        assertRefused(bytes, Optional.empty(), Refusal.PASSPHRASE_IS_MISSING);
        byte[] changed = bytes.clone();
        changed[30] ^= 1;
        assertRefused(changed, Optional.of(passphrase), Refusal.BACKUP_IS_DAMAGED);
        assertThat(backup(plain(50), Optional.empty())).isEqualTo(plain(50));
    }

    @Test
    void a_key_that_would_take_for_ever_to_open_is_hostile() {
        byte[] wrapped = BookKey.fresh().wrapped("a".toCharArray(), 1);
        wrapped[0] = 0x7f;
        assertThatThrownBy(() -> BookKey.unwrap(wrapped, "a".toCharArray()))
                .isInstanceOf(StoreException.class).extracting(broken ->
                        ((StoreException) broken).refusal()).isEqualTo(
                                Optional.of(Refusal.FILE_IS_HOSTILE));
    }

    private static byte[] backup(byte[] bytes, Optional<char[]> passphrase) throws IOException {
        return EncryptedInput.ofBackup(new ByteArrayInputStream(bytes), passphrase, "b.obb")
                .readAllBytes();
    }

    private static void assertRefused(byte[] bytes, Optional<char[]> passphrase, Refusal refusal) {
        assertThatThrownBy(() -> backup(bytes, passphrase)).isInstanceOf(StoreException.class)
                .extracting(broken -> ((StoreException) broken).refusal())
                .isEqualTo(Optional.of(refusal));
    }
}
