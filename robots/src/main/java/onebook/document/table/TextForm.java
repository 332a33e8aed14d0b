package onebook.document.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import onebook.document.Refused;
import onebook.ledger.Refusal;

/** Bytes as text: UTF-8 or UTF-16 with or without a mark, else GB18030. */
final class TextForm {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextForm() { }

    static String decode(byte[] bytes) throws Refused {
        Optional<Charset> marked = mark(bytes);
        if (marked.isPresent()) {
            return sound(new String(bytes, marked.get()));
        }
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        return sound(utf8.isPresent() ? utf8.get() : new String(bytes, GB18030));
    }

    private static Optional<Charset> mark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return unmarkedUtf16(bytes);
    }

    /**
     * Digits, commas and line ends of a UTF-16 text are each beside a zero byte, on one side only.
     */
    private static Optional<Charset> unmarkedUtf16(byte[] bytes) {
        int length = Math.min(bytes.length, 4096) & ~1;
        int high = 0;
        int low = 0;
        for (int i = 0; i < length; i += 2) {
            high += bytes[i] == 0 ? 1 : 0;
            low += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (high == 0 && low > length / 16) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return low == 0 && high > length / 16 ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException otherCharset) {
            return Optional.empty();
        }
    }

    /** Refuses what decodes to control characters or replacement marks: it never was text. */
    private static String sound(String text) throws Refused {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int length = Math.min(body.length(), 100_000);
        long strange = body.substring(0, length).chars()
                .filter(c -> c == 0xFFFD || c < 0x20 && c != '\t' && c != '\n' && c != '\r'
                && c != '\f').count();
        if (strange > length / 50 + 2) {
            throw new Refused(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT,
                    "the file is neither text nor a workbook");
        }
        return body;
    }

    static boolean startsWith(byte[] bytes, int... head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
