package onebook.sample.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The one font: widths and outlines, so that no font of the machine is ever needed. */
final class Glyphs {
    private static final Logger QUIET = Logger.getLogger("org.apache.fontbox");
    static final TrueTypeFont FONT = load();
    private static final CmapLookup CMAP = cmap();
    private static final Map<Integer, Path2D> OUTLINES = new ConcurrentHashMap<>();

    private Glyphs() { }

    private static TrueTypeFont load() {
        QUIET.setLevel(Level.SEVERE);
        try (InputStream in =
                Glyphs.class.getResourceAsStream("/templates/fonts/NotoSansSC-Regular.ttf")) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup cmap() {
        try {
            return FONT.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int glyph(int codePoint) {
        int glyph = CMAP.getGlyphId(codePoint);
        if (glyph == 0) {
            throw new IllegalArgumentException("no glyph for " + Character.toString(codePoint));
        }
        return glyph;
    }

    static double width(String text, double size) {
        return text.codePoints().mapToDouble(c -> advance(c) * size).sum();
    }

    /** Of one em. */
    static double advance(int codePoint) {
        try {
            return FONT.getAdvanceWidth(glyph(codePoint)) / (double) FONT.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Size 1, y down, origin on the baseline. */
    static Path2D outline(int codePoint) {
        return OUTLINES.computeIfAbsent(codePoint, c -> {
            try {
                GlyphData data = FONT.getGlyph().getGlyph(glyph(c));
                double scale = 1.0 / FONT.getUnitsPerEm();
                Path2D path = data == null ? new Path2D.Double() : data.getPath();
                return new Path2D.Double(path, AffineTransform.getScaleInstance(scale, -scale));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
