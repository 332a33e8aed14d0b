package onebook.document;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** Decodes text whose encoding nobody states: by its byte order mark, else UTF-8, else GB 18030. */
public final class TextFile {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextFile() { }

    /** Empty where the bytes are no text. A character cut off at the end is left out. */
    public static Optional<String> decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, UTF_8);
        } else if (startsWith(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, UTF_16LE);
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, UTF_16BE);
        }
        return strict(bytes, 0, UTF_8).or(() -> strict(bytes, 0, GB18030));
    }

    private static Optional<String> strict(byte[] bytes, int skip, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
        if (decoder.decode(in, out, false).isError()) {
            return Optional.empty();
        }
        String text = out.flip().toString();
        return text.chars().anyMatch(TextFile::isNoText) ? Optional.empty() : Optional.of(text);
    }

    private static boolean isNoText(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7F
                || c >= 0xE000 && c <= 0xF8FF || c == 0xFFFE || c == 0xFFFF;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
