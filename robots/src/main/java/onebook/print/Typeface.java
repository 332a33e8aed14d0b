package onebook.print;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of the product in one document: only the glyphs used are embedded. */
final class Typeface implements AutoCloseable {
    private static final String FONT = "/templates/fonts/NotoSansSC-Regular.ttf";
    /** 〓, which Chinese printers set where they lack a type. */
    private static final int MISSING = 0x3013;

    /** What begins no line. */
    private static final String CLOSING = "，。、；：？！）》」』”’…—,.;:?!)%]";

    private final TrueTypeFont file;
    private final PDFont font;
    /** Width of one em per character; null where the font has no glyph. */
    private final Map<Integer, Float> widths = new HashMap<>();

    Typeface(PDDocument document) throws IOException {
        try (InputStream in = Typeface.class.getResourceAsStream(FONT)) {
            file = new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
        file.setEnableGsub(false);
        font = PDType0Font.load(document, file, true);
    }

    PDFont font() {
        return font;
    }

    /**
     * The text with what can be shown of it: line ends stay, other control and invisible
     * characters go, and a character without a glyph becomes 〓.
     */
    String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int end = Math.min(text.length(), Printout.LONGEST_TEXT);
        for (int at = 0; at < end; at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            int type = Character.getType(character);
            if (character == '\n' || character == '\t') {
                clean.append(character == '\n' ? '\n' : ' ');
            } else if (type != Character.CONTROL && type != Character.FORMAT
                    && type != Character.NON_SPACING_MARK) {
                clean.appendCodePoint(advance(character) == null ? MISSING : character);
            }
        }
        return end < text.length() ? clean.append('…').toString() : clean.toString();
    }

    /** Width of a printable text without line ends, in points. */
    float width(String text, float size) {
        float ems = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            ems += advance(text.codePointAt(at));
        }
        return ems * size;
    }

    /** Lines no wider than given: broken at line ends, between hanzi, after spaces, or anywhere. */
    List<String> wrapped(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : printable(text).split("\n", -1)) {
            wrap(paragraph, width / size, lines);
        }
        while (lines.size() > 1 && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private void wrap(String text, float most, List<String> lines) {
        int start = 0;
        int chance = 0;
        float ems = 0;
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            float advance = advance(character);
            if (ems + advance > most && at > start && character != ' ') {
                int cut = chance > start ? chance : at;
                lines.add(text.substring(start, cut).stripTrailing());
                start = cut;
                at = cut;
                ems = 0;
                continue;
            }
            ems += advance;
            at += Character.charCount(character);
            if (character == ' ' || character == '-' || character >= 0x2E80) {
                boolean isClosed = at < text.length() && CLOSING.indexOf(text.codePointAt(at)) >= 0;
                chance = isClosed ? chance : at;
            }
        }
        lines.add(text.substring(start));
    }

    private Float advance(int character) {
        if (!widths.containsKey(character)) {
            widths.put(character, measured(character));
        }
        return widths.get(character);
    }

    private Float measured(int character) {
        try {
            return font.getStringWidth(Character.toString(character)) / 1000;
        } catch (IllegalArgumentException | IOException noGlyph) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
