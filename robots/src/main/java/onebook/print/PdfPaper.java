package onebook.print;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/**
 * A PDF being drawn page by page. Coordinates are points from the upper left corner. Pages beyond
 * what fits in {@link #IN_MEMORY} bytes wait in a temporary file.
 */
final class PdfPaper implements AutoCloseable {
    static final float LEFT = 45;
    static final float RIGHT = 31;
    static final float TOP = 36;
    static final float BOTTOM = 42;
    private static final long IN_MEMORY = 16L << 20;
    private static final Type FOOT = Type.of(8);
    private static final float BOLD_STROKE = 0.022f;
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    static final Color RED = new Color(0xC00000);

    /** Size, weight and colour of letters; there is one font, and bold is drawn by its edge. */
    record Type(float points, boolean bold, Color color) {
        static Type of(float points) {
            return new Type(points, false, Color.BLACK);
        }

        static Type bold(float points) {
            return new Type(points, true, Color.BLACK);
        }

        Type red() {
            return new Type(points, bold, RED);
        }
    }

    /** How strong a line is, and its colour. */
    record Stroke(float points, Color color) { }

    private final PDDocument document;
    private final Typeface typeface;
    private final String printed;
    /** Drawn on each page, and filled when the number of pages is known. */
    private final PDAppearanceStream total;
    private PDPageContentStream ink;
    private PDRectangle size = PDRectangle.A4;
    private int pages;

    PdfPaper(String title, String by, LocalDateTime at) throws IOException {
        document = new PDDocument(MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache);
        typeface = new Typeface(document);
        printed = typeface.printable((by + "  " + at.format(MINUTES) + " 打印").replace('\n', ' '));
        Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        made.setTimeInMillis(at.toEpochSecond(ZoneOffset.UTC) * 1000);
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setAuthor(by);
        information.setProducer("OneBook");
        information.setCreationDate(made);
        document.setDocumentId((title + by + at).hashCode() & 0xFFFFFFFFL);
        document.getDocumentCatalog().setLanguage("zh-CN");
        total = new PDAppearanceStream(document);
        total.setBBox(new PDRectangle(0, -4, 100, 16));
        total.setResources(new PDResources());
    }

    Typeface typeface() {
        return typeface;
    }

    float width() {
        return size.getWidth();
    }

    float height() {
        return size.getHeight();
    }

    void newPage(Table.Paper paper) throws IOException {
        endPage();
        size = paper == Table.Paper.PORTRAIT ? PDRectangle.A4
                : new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
        PDPage page = new PDPage(size);
        document.addPage(page);
        pages++;
        ink = new PDPageContentStream(document, page);
        ink.setLineWidth(0.5f);
        foot();
    }

    /** Who printed it and when at the left, page n of N at the right. */
    private void foot() throws IOException {
        float base = height() - 22;
        text(LEFT, base, printed, FOOT);
        String number = "第 " + pages + " 页  ";
        float counted = typeface.width("共 00000 页", FOOT.points());
        float right = width() - RIGHT - counted;
        text(right - typeface.width(number, FOOT.points()), base, number, FOOT);
        ink.saveGraphicsState();
        ink.transform(Matrix.getTranslateInstance(right, height() - base));
        ink.drawForm(total);
        ink.restoreGraphicsState();
    }

    /** @param text printable, without line ends; {@code base} is its base line */
    void text(float x, float base, String text, Type type) throws IOException {
        if (text.isBlank()) {
            return;
        }
        ink.beginText();
        ink.setFont(typeface.font(), type.points());
        ink.setNonStrokingColor(type.color());
        if (type.bold()) {
            ink.setRenderingMode(RenderingMode.FILL_STROKE);
            ink.setStrokingColor(type.color());
            ink.setLineWidth(type.points() * BOLD_STROKE);
        }
        ink.newLineAtOffset(x, height() - base);
        ink.showText(text);
        if (type.bold()) {
            ink.setRenderingMode(RenderingMode.FILL);
        }
        ink.endText();
    }

    void line(float x1, float y1, float x2, float y2, Stroke stroke) throws IOException {
        ink.setStrokingColor(stroke.color());
        ink.setLineWidth(stroke.points());
        ink.moveTo(x1, height() - y1);
        ink.lineTo(x2, height() - y2);
        ink.stroke();
    }

    void fill(float x, float y, float wide, float high, Color color) throws IOException {
        ink.setNonStrokingColor(color);
        ink.addRect(x, height() - y - high, wide, high);
        ink.fill();
    }

    private void endPage() throws IOException {
        if (ink != null) {
            ink.close();
            ink = null;
        }
    }

    /** A file has a page, be it an empty one. */
    void save(OutputStream out) throws IOException {
        if (pages == 0) {
            newPage(Table.Paper.PORTRAIT);
        }
        endPage();
        try (PDPageContentStream count = new PDPageContentStream(document, total)) {
            count.beginText();
            count.setFont(typeface.font(), FOOT.points());
            count.showText("共 " + pages + " 页");
            count.endText();
        }
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        endPage();
        document.close();
        typeface.close();
    }
}
