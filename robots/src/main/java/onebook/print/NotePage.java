package onebook.print;

import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import onebook.print.PdfPaper.Type;

/**
 * One page of words with a QR code below them.
 *
 * @param title in large letters
 * @param paragraphs each begins a line; broken to the width of the page
 * @param code what the QR code says
 */
public record NotePage(String title, List<String> paragraphs, String code) {
    private static final float TITLE = 16;
    private static final float WORDS = 8.5f;
    private static final float LINE = 12;
    private static final float LARGEST_CODE = 250;

    public void pdf(OutputStream out, String by, LocalDateTime at) throws IOException {
        try (PdfPaper paper = new PdfPaper(title, by, at)) {
            paper.newPage(Table.Paper.PORTRAIT);
            Typeface typeface = paper.typeface();
            float y = PdfPaper.TOP + TITLE;
            paper.text(PdfPaper.LEFT, y, typeface.printable(title), Type.bold(TITLE));
            y += LINE;
            float width = paper.width() - PdfPaper.LEFT - PdfPaper.RIGHT;
            for (String paragraph : paragraphs) {
                for (String line : typeface.wrapped(paragraph, WORDS, width)) {
                    y += LINE;
                    paper.text(PdfPaper.LEFT, y, line, Type.of(WORDS));
                }
            }
            code(paper, y + LINE);
            paper.save(out);
        }
    }

    /** As large as the page allows; runs of black modules are one rectangle. */
    private void code(PdfPaper paper, float top) throws IOException {
        BitMatrix modules = QrPicture.of(code);
        float room = Math.min(LARGEST_CODE, paper.height() - PdfPaper.BOTTOM - top);
        float module = room / modules.getHeight();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    paper.fill(PdfPaper.LEFT + from * module, top + y * module,
                            (x - from) * module, module, Color.BLACK);
                }
            }
        }
    }
}
