package onebook.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    private static final String TEXT = "凭证,摘要,1.00\n𠮷野家€ñ,付款,2.00\n".repeat(9000);
    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.csv"), bytes);
    }

    private static String read(Path file) throws IOException, Refused {
        StringWriter text = new StringWriter();
        try (Reader reader = Encoding.of(file).reader(file)) {
            reader.transferTo(text);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void text_without_a_mark_is_known_by_trying(String charset) throws IOException, Refused {
        Path file = file(TEXT.getBytes(charset));
        assertThat(Encoding.of(file).charset().name()).isEqualTo(charset);
        assertThat(read(file)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_mark_is_believed_and_is_no_part_of_the_text(String charset)
            throws IOException, Refused {
        assertThat(read(file(("\uFEFF" + TEXT).getBytes(charset)))).isEqualTo(TEXT);
    }

    @Test
    void damaged_utf8_is_refused_with_its_line_and_not_read_as_something_else()
            throws IOException {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        int hanzi = TEXT.substring(0, TEXT.indexOf("摘", 5000))
                .getBytes(StandardCharsets.UTF_8).length;
        bytes[hanzi + 1] = 'x';
        assertRefused(bytes, Refusal.TEXT_IS_IN_NO_KNOWN_ENCODING, "UTF-8");
    }

    @Test
    void text_cut_off_within_a_character_is_refused() throws IOException {
        byte[] bytes = "凭证,摘要,付款".getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
        assertRefused(cut, Refusal.TEXT_IS_IN_NO_KNOWN_ENCODING, "line 1");
    }

    @Test
    void bytes_that_no_encoding_knows_are_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0x80, 'x', (byte) 0xFF, '\n'});
        assertRefused(bytes.toByteArray(), Refusal.TEXT_IS_IN_NO_KNOWN_ENCODING, "GB18030");
        assertRefused(("\uFEFFa").getBytes(StandardCharsets.UTF_16LE).length > 3
                ? new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8, 'a', 0}
                : new byte[0], Refusal.TEXT_IS_IN_NO_KNOWN_ENCODING, "UTF-16LE");
    }

    @Test
    void control_characters_are_no_text() throws IOException {
        assertRefused(new byte[] {'a', ',', 0, 'b'}, Refusal.FILE_IS_NOT_A_KNOWN_FORMAT, "line 1");
        byte[] national = "凭证\u0001".getBytes(Encoding.GB18030);
        assertRefused(national, Refusal.FILE_IS_NOT_A_KNOWN_FORMAT, "line 1");
    }

    private void assertRefused(byte[] bytes, Refusal why, String text) throws IOException {
        Path file = file(bytes);
        assertThatThrownBy(() -> Encoding.of(file)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.refusal()).isEqualTo(why))
                .hasMessageContaining(text);
    }
}
