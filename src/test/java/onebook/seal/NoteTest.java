package onebook.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    private static final String NAME = "books.onebook.example/cn/91330106MA2K00001X/statutory";
    private static final Signer SIGNER = Signer.create(NAME);
    private static final Verifier VERIFIER = Verifier.parse(SIGNER.vkey());
    private static final String BODY = new Checkpoint(NAME, 7, new byte[32]).body();
    private static final String NOTE = SIGNER.sign(BODY);

    /** The example note and key of the golang.org/x/mod documentation. */
    @Test
    void a_foreign_note_opens() {
        Verifier peter = Verifier.parse(
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String note = "If you think cryptography is the answer to your problem,\n"
                + "then you don't know what your problem is.\n\n"
                + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXg"
                + "KvqfqdngotpRZb6KE6RyyBwJnAM=\n";
        assertThat(peter.open(note).orElse("")).endsWith("problem is.\n");
        assertThat(peter.open(note.replace("answer", "Answer"))).isEmpty();
    }

    @Test
    void a_note_opens_for_its_key_only() {
        assertThat(VERIFIER.open(NOTE)).contains(BODY);
        assertThat(VERIFIER.name()).isEqualTo(NAME);
        assertThat(VERIFIER.vkey()).isEqualTo(SIGNER.vkey());
        assertThat(Verifier.parse(Signer.create(NAME).vkey()).open(NOTE)).isEmpty();
        assertThat(Verifier.parse(Signer.create("other").vkey()).open(NOTE)).isEmpty();
    }

    @Test
    void lines_of_unknown_keys_are_ignored() {
        String other = Signer.create("witness.example/w1").sign(BODY);
        String line = other.substring(other.indexOf('—'));
        String longLine = "— pq.example " + Base64.getEncoder().encodeToString(new byte[2_424])
                + "\n";
        assertThat(VERIFIER.open(NOTE + line + longLine)).contains(BODY);
        assertThat(VERIFIER.open(NOTE.replace("\n\n", "\n\n" + line + longLine))).contains(BODY);
    }

    @Test
    void a_changed_note_does_not_open() {
        byte[] zero = Base64.getDecoder().decode(signature(NOTE));
        String longer = Base64.getEncoder().encodeToString(Arrays.copyOf(zero, zero.length + 1));
        String shorter = Base64.getEncoder().encodeToString(Arrays.copyOf(zero, zero.length - 1));
        zero[0] ^= 1;
        String otherKey = Base64.getEncoder().encodeToString(zero);
        String line = NOTE.substring(NOTE.indexOf('—'));
        List<UnaryOperator<String>> attacks = List.of(
                note -> note.replace("\n7\n", "\n8\n"), note -> note.replace("\n", "\r\n"),
                note -> note.substring(0, note.length() - 1), note -> note + "\n",
                note -> note + " ",
                note -> note + line, note -> note.replace("\n\n", "\n"), note -> "\n" + note,
                note -> note.replace("— ", "- "), note -> note.replace("— ", "—  "),
                note -> note.replace(signature(note), longer), note -> note.replace("=\n", "\n"),
                note -> note.replace(signature(note), shorter),
                note -> note.replace(signature(note), otherKey),
                note -> note.replace(signature(note), ""),
                note -> note.replace(signature(note), "AAAA"),
                note -> note.replace(NAME + " ", NAME + "/ "), note -> BODY, note -> BODY + "\n",
                note -> "", note -> note + "x".repeat(1 << 20), note -> note + "\n" + line,
                note -> note + "— " + NAME + " AAAAAAAA\n".repeat(100));
        for (int i = 0; i < attacks.size(); i++) {
            String changed = attacks.get(i).apply(NOTE);
            assertThat(changed).as("attack %d", i).isNotEqualTo(NOTE);
            assertThat(VERIFIER.open(changed)).as("attack %d", i).isEmpty();
        }
    }

    @Test
    void every_changed_bit_of_a_note_is_noticed() {
        byte[] bytes = CanonicalJson.utf8(NOTE);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(VERIFIER.open(CanonicalJson.text(changed))).as("bit %d", bit).isEmpty();
            } catch (MalformedException notUtf8) {
                assertThat(changed[bit / 8]).as("bit %d", bit).isNotEqualTo(bytes[bit / 8]);
            }
        }
    }

    @Test
    void a_vkey_with_a_wrong_key_id_or_form_is_refused() {
        String vkey = SIGNER.vkey();
        String id = vkey.split("\\+", 3)[1];
        String key = vkey.split("\\+", 3)[2];
        byte[] typed = Base64.getDecoder().decode(key);
        typed[0] = 4;
        for (String wrong : List.of("", vkey.replace(id, "00000000"), NAME + "+" + id, vkey + "=",
                vkey.replace("books", "Books"), vkey.replace(NAME, ""), " " + vkey, vkey + "\n",
                vkey.replace(id, id.toUpperCase(java.util.Locale.ROOT) + "A"),
                NAME + "+" + id + "+" + Base64.getEncoder().encodeToString(typed),
                NAME + "+" + id + "+AQ==")) {
            assertThatThrownBy(() -> Verifier.parse(wrong)).as(wrong)
                    .isInstanceOf(MalformedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\nb", "a\u00a0b", "a\u3000b", "\ud800"})
    void a_key_name_without_form_is_refused(String name) {
        assertThatThrownBy(() -> Signer.create(name)).isInstanceOf(MalformedException.class);
    }

    @Test
    void only_lines_of_text_are_signed() {
        for (String body : List.of("", "no newline", "a\tb\n", "a\r\n", "\ud800\n")) {
            assertThatThrownBy(() -> SIGNER.sign(body)).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void a_passphrase_of_hanzi_locks_a_key_and_wide_letters_are_narrow_ones(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("log.p12");
        SIGNER.store(file, "钥匙ＡＢＣ".toCharArray());
        assertThat(Signer.load(file, "钥匙ABC".toCharArray(), NAME).vkey())
                .isEqualTo(SIGNER.vkey());
        assertThatThrownBy(() -> Signer.load(file, "锁匙ABC".toCharArray(), NAME))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_stored_key_signs_the_same_and_is_locked(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log.p12");
        SIGNER.store(file, "correct horse".toCharArray());

        Signer again = Signer.load(file, "correct horse".toCharArray(), NAME);
        assertThat(again.vkey()).isEqualTo(SIGNER.vkey());
        assertThat(again.sign(BODY)).isEqualTo(NOTE);
        assertThatThrownBy(() -> Signer.load(file, "wrong".toCharArray(), NAME))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Signer.load(file, "correct horse".toCharArray(), "other"))
                .isInstanceOf(IOException.class).hasMessageContaining("other");
        assertThatThrownBy(() -> SIGNER.store(file, "x".toCharArray()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(System.getProperty("keystore.pkcs12.macIterationCount")).isNull();
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
        byte[] derOf600000 = {0x02, 0x03, 0x09, 0x27, (byte) 0xc0};
        assertThat(occurrences(Files.readAllBytes(file), derOf600000)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_checkpoint_has_exactly_three_lines() {
        assertThat(Checkpoint.parse(BODY)).isEqualTo(new Checkpoint(NAME, 7, new byte[32]));
        assertThat(Checkpoint.parse(BODY).body()).isEqualTo(BODY);
        for (String wrong : List.of("", "\n\n\n", BODY + "x\n", BODY + "\n", BODY.trim(),
                BODY.replace("\n7\n", "\n07\n"), BODY.replace("\n7\n", "\n-7\n"),
                BODY.replace("\n7\n", "\n+7\n"), BODY.replace("\n7\n", "\n７\n"),
                BODY.replace("\n7\n", "\n9999999999999999999\n"), BODY.replace("=\n", "\n"),
                BODY.replace("A=\n", "B=\n"), BODY.replace(NAME, ""), BODY.replace(NAME, "a b"),
                BODY.replace("\n", "\r\n"), BODY.replace("AAAA", ""))) {
            assertThatThrownBy(() -> Checkpoint.parse(wrong)).as(wrong)
                    .isInstanceOf(MalformedException.class);
        }
    }

    private static String signature(String note) {
        return note.substring(note.lastIndexOf(' ') + 1, note.length() - 1);
    }

    private static int occurrences(byte[] in, byte[] what) {
        int count = 0;
        for (int i = 0; i + what.length <= in.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                count++;
            }
        }
        return count;
    }
}
