package onebook.document;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import onebook.ledger.Refusal;

/**
 * In which encoding a long text is written, found by trying all of it before any of it is believed:
 * by its byte order mark, else UTF-8, else GB18030. A text that is UTF-8 but for a few bytes is
 * damaged UTF-8 and no GB18030.
 *
 * @param mark how many bytes of a mark stand before the text
 * @param lines how many lines the text has
 */
public record Encoding(Charset charset, int mark, int lines) {
    public static final Charset GB18030 = Charset.forName("GB18030");
    private static final int CHUNK = 1 << 16;
    /** So many sound hanzi for each broken one are no accident of GB18030. */
    private static final int SOUND_PER_BROKEN = 4;

    /** Refuses what is no text in any of these, with the line where it stops being one. */
    public static Encoding of(Path file) throws Refused, IOException {
        Optional<Encoding> marked = marked(file);
        if (marked.isPresent()) {
            return marked.get().tried(file);
        }
        Utf8 utf8 = new Utf8();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n > 0; n = in.read(chunk)) {
                utf8.take(chunk, n);
            }
        }
        if (utf8.end()) {
            return new Encoding(UTF_8, 0, utf8.line);
        }
        if (utf8.sound >= (long) SOUND_PER_BROKEN * utf8.broken) {
            throw unknown(utf8.brokenLine, "UTF-8 with " + utf8.broken + " damaged characters");
        }
        return new Encoding(GB18030, 0, 0).tried(file);
    }

    /** The text from its first character on; never fails where {@link #of} gave this encoding. */
    public Reader reader(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK);
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Optional<Encoding> marked(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(3);
        }
        int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        if (first == 0xFFFE) {
            return Optional.of(new Encoding(UTF_16LE, 2, 0));
        } else if (first == 0xFEFF) {
            return Optional.of(new Encoding(UTF_16BE, 2, 0));
        }
        boolean isUtf8 = first == 0xEFBB && head.length == 3 && (head[2] & 0xFF) == 0xBF;
        return isUtf8 ? Optional.of(new Encoding(UTF_8, 3, 0)) : Optional.empty();
    }

    private Encoding tried(Path file) throws Refused, IOException {
        int line = 1;
        try (Reader text = reader(file)) {
            char[] chunk = new char[CHUNK];
            for (int n = text.read(chunk); n > 0; n = text.read(chunk)) {
                for (int i = 0; i < n; i++) {
                    char c = chunk[i];
                    line += c == '\n' ? 1 : 0;
                    if (c < 0x20 && isControl(c) || c == 0x7F) {
                        throw control(line);
                    }
                }
            }
            return new Encoding(charset, mark, line);
        } catch (CharacterCodingException broken) {
            throw unknown(line, charset.name());
        }
    }

    private static boolean isControl(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    }

    private static Refused unknown(int line, String what) {
        return new Refused(Refusal.TEXT_IS_IN_NO_KNOWN_ENCODING,
                "line " + line + " or soon after: " + what);
    }

    private static Refused control(int line) {
        return new Refused(Refusal.FILE_IS_NOT_A_KNOWN_FORMAT,
                "line " + line + " holds control characters; it is no text");
    }

    /** Counts what is UTF-8 and what is not, byte by byte. */
    private static final class Utf8 {
        private int needed;
        private int low;
        private int high;
        private int line = 1;
        private int brokenLine;
        private long sound;
        private long broken;

        void take(byte[] bytes, int length) throws Refused {
            for (int i = 0; i < length; i++) {
                int b = bytes[i];
                if (needed == 0 && b >= 0x20 && b != 0x7F) {
                    continue;
                }
                take(b & 0xFF);
            }
        }

        private void take(int b) throws Refused {
            if (needed > 0) {
                if (b >= low && b <= high) {
                    follow();
                    return;
                }
                isBroken();
            }
            if (b < 0x80) {
                line += b == '\n' ? 1 : 0;
                if (isControl(b) || b == 0x7F) {
                    throw control(line);
                }
            } else if (b < 0xC2 || b > 0xF4) {
                isBroken();
            } else {
                needed = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
                low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
                high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
            }
        }

        private void follow() {
            low = 0x80;
            high = 0xBF;
            if (--needed == 0) {
                sound++;
            }
        }

        private void isBroken() {
            needed = 0;
            brokenLine = broken++ == 0 ? line : brokenLine;
        }

        /** True where all of it was UTF-8. */
        boolean end() {
            if (needed > 0) {
                isBroken();
            }
            return broken == 0;
        }
    }
}
