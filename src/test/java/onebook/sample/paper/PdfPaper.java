package onebook.sample.paper;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.Collections;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;

/** Writes a drawing as a PDF whose text can be read, with the font embedded. */
final class PdfPaper {
    private final Drawing drawing;
    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private PDPageContentStream to;

    private PdfPaper(Drawing drawing) throws IOException {
        this.drawing = drawing;
        this.font = PDType0Font.load(document, Glyphs.FONT, true);
    }

    /** @param attachment text of a file inside; empty for none */
    static byte[] of(Drawing drawing, String attachmentName, String attachment) throws IOException {
        PdfPaper paper = new PdfPaper(drawing);
        try (PDDocument document = paper.document) {
            PDPage page = new PDPage(new PDRectangle((float) drawing.width,
                    (float) drawing.height));
            document.addPage(page);
            try (PDPageContentStream to = new PDPageContentStream(document, page)) {
                paper.to = to;
                for (Drawing.Mark mark : drawing.marks) {
                    paper.draw(mark);
                }
            }
            if (!attachmentName.isEmpty()) {
                paper.attach(attachmentName, attachment.getBytes(StandardCharsets.UTF_8));
            }
            Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
            date.setTimeInMillis(1_767_225_600_000L);
            document.getDocumentInformation().setCreationDate(date);
            document.setDocumentId(drawing.marks.size() * 7919L);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private void attach(String name, byte[] bytes) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes),
                COSName.FLATE_DECODE);
        file.setSubtype("text/xml");
        file.setSize(bytes.length);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Collections.singletonMap(name, specification));
        PDDocumentNameDictionary names =
                new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private float up(double y) {
        return (float) (drawing.height - y);
    }

    private void draw(Drawing.Mark mark) throws IOException {
        if (mark instanceof Drawing.Text text) {
            text(text);
        } else if (mark instanceof Drawing.Stroke stroke) {
            stroke(stroke);
        } else if (mark instanceof Drawing.Oval oval) {
            oval(oval);
        } else if (mark instanceof Drawing.Grid grid) {
            grid(grid);
        }
    }

    private void text(Drawing.Text text) throws IOException {
        to.beginText();
        to.setNonStrokingColor(new Color(text.colour()));
        to.setFont(font, (float) text.size());
        to.setTextMatrix(Matrix.getRotateInstance(-text.angle(), (float) text.x(), up(text.y())));
        to.showText(text.text());
        to.endText();
    }

    private void stroke(Drawing.Stroke stroke) throws IOException {
        to.setStrokingColor(new Color(stroke.colour()));
        to.setLineWidth((float) stroke.width());
        double[] points = stroke.points();
        to.moveTo((float) points[0], up(points[1]));
        for (int i = 2; i < points.length; i += 2) {
            to.lineTo((float) points[i], up(points[i + 1]));
        }
        to.stroke();
    }

    private void oval(Drawing.Oval o) throws IOException {
        to.setStrokingColor(new Color(o.colour()));
        to.setLineWidth((float) o.width());
        float k = 0.5523f;
        float x = (float) o.x();
        float y = up(o.y());
        float rx = (float) o.radiusX();
        float ry = (float) o.radiusY();
        to.moveTo(x + rx, y);
        to.curveTo(x + rx, y + k * ry, x + k * rx, y + ry, x, y + ry);
        to.curveTo(x - k * rx, y + ry, x - rx, y + k * ry, x - rx, y);
        to.curveTo(x - rx, y - k * ry, x - k * rx, y - ry, x, y - ry);
        to.curveTo(x + k * rx, y - ry, x + rx, y - k * ry, x + rx, y);
        to.stroke();
    }

    /** As a picture of one bit, as issuers do. */
    private void grid(Drawing.Grid grid) throws IOException {
        int scale = 4;
        int quiet = 2;
        int side = (grid.dots().length + 2 * quiet) * scale;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, 0xFFFFFF);
                int dx = x / scale - quiet;
                int dy = y / scale - quiet;
                if (dx >= 0 && dy >= 0 && dx < grid.dots().length && dy < grid.dots().length
                        && grid.dots()[dy][dx]) {
                    image.setRGB(x, y, 0);
                }
            }
        }
        float at = (float) grid.side();
        to.drawImage(LosslessFactory.createFromImage(document, image), (float) grid.x(),
                up(grid.y() + grid.side()), at, at);
    }
}
