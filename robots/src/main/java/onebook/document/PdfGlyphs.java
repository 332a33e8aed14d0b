package onebook.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Evidence.Box;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Catches each character as it is drawn, in the order of drawing. */
final class PdfGlyphs extends PDFTextStripper {
    private static final int MAX_GLYPHS = 100_000;

    private final List<List<Glyph>> runs = new ArrayList<>();
    private List<Glyph> run = new ArrayList<>();
    private TextPosition last;
    private boolean blank;
    private int count;

    private PdfGlyphs(int page) {
        setStartPage(page);
        setEndPage(page);
        setSuppressDuplicateOverlappingText(true);
    }

    static PageText of(PDDocument pdf, int page) throws IOException {
        PdfGlyphs glyphs = new PdfGlyphs(page);
        glyphs.getText(pdf);
        glyphs.runs.add(glyphs.run);
        return new PageText(page, glyphs.runs, Tilt.NONE);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (++count > MAX_GLYPHS || position.getDir() != 0 || position.getUnicode() == null) {
            return;
        }
        String text = Letters.plain(position.getUnicode());
        if (text.isBlank()) {
            blank = true;
            return;
        }
        if (last != null && !continues(position)) {
            runs.add(run);
            run = new ArrayList<>();
        }
        boolean apart = blank || last != null && gap(position) > last.getFontSizeInPt() * 0.18f;
        last = position;
        add(position, text.replace(" ", ""), apart);
        blank = false;
    }

    /** Same base line, and no further from the last character's end than half a character. */
    private boolean continues(TextPosition next) {
        float size = Math.max(1, last.getFontSizeInPt());
        float gap = gap(next);
        return Math.abs(next.getYDirAdj() - last.getYDirAdj()) < size * 0.3
                && gap > -size * 0.5 && gap < size * 0.5;
    }

    private float gap(TextPosition next) {
        return next.getXDirAdj() - last.getXDirAdj() - last.getWidthDirAdj();
    }

    private void add(TextPosition position, String text, boolean apart) {
        float size = position.getFontSizeInPt();
        float width = position.getWidthDirAdj() / text.length();
        float pageWidth = position.getPageWidth();
        float pageHeight = position.getPageHeight();
        for (int i = 0; i < text.length(); i++) {
            float left = position.getXDirAdj() + i * width;
            float top = position.getYDirAdj() - size * 0.88f;
            run.add(new Glyph(text.charAt(i),
                    new Box(share(left, pageWidth), share(top, pageHeight),
                    share(width, pageWidth), share(size, pageHeight)), 1000, apart && i == 0));
        }
    }

    private static int share(float part, float whole) {
        return Math.round(part * 10_000 / Math.max(1, whole));
    }
}
