package onebook.invoice;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Sheets of paper with print on them: as a PDF with text, or as a picture. */
final class Paper {
    private static final String FONT = "/templates/fonts/NotoSansSC-Regular.ttf";

    /**
     * A piece of print; x and y of its base line's left end, in points from the top left corner.
     */
    private record Mark(double x, double y, double size, String text) { }

    private final double width;
    private final double height;
    private final List<List<Mark>> pages = new ArrayList<>(List.of(new ArrayList<>()));
    private final Map<String, byte[]> attachments = new TreeMap<>();
    private String code = "";

    Paper(double width, double height) {
        this.width = width;
        this.height = height;
    }

    Paper put(double x, double y, double size, String text) {
        pages.get(pages.size() - 1).add(new Mark(x, y, size, text));
        return this;
    }

    Paper page() {
        pages.add(new ArrayList<>());
        return this;
    }

    Paper code(String text) {
        code = text;
        return this;
    }

    Paper attach(String name, String content) {
        attachments.put(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return this;
    }

    /** A 数电票 of one line: 26332000000000000059 of 2026-03-09, 200.00 + 26.00 = 226.00. */
    static Paper invoice() {
        return frame("26332000000000000059").items(206, "*文具*中性笔", "200.00", "13%", "26.00")
                .sums(310, "200.00", "26.00", "226.00", "贰佰贰拾陆圆整");
    }

    static Paper frame(String number) {
        return new Paper(610, 394).head(number, "上海示例（中国）贸易有限公司");
    }

    Paper head(String number, String buyer) {
        put(210, 40, 18, "电子发票（普通发票）");
        put(440, 36, 9, "发票号码：").put(488, 36, 9, number);
        put(440, 52, 9, "开票日期：").put(488, 52, 9, "2026年03月09日");
        for (int i = 0; i < 5; i++) {
            put(17, 100 + i * 11, 9, "购买方信息".substring(i, i + 1));
            put(302, 100 + i * 11, 9, "销售方信息".substring(i, i + 1));
        }
        put(32, 112, 9, "名称：").put(60, 112, 9, buyer);
        put(316, 112, 9, "名称：").put(344, 112, 9, "杭州一本账科技有限公司");
        put(32, 136, 9, "统一社会信用代码/纳税人识别号：").put(175, 136, 9, "91310115MA1FB00K9D");
        put(316, 136, 9, "统一社会信用代码/纳税人识别号：").put(459, 136, 9, "91330106MA2K0NEB0A");
        return put(60, 176, 9, "项目名称").put(140, 176, 9, "规格型号").put(200, 176, 9, "单 位")
                .put(250, 176, 9, "数 量").put(320, 176, 9, "单 价").put(400, 176, 9, "金 额")
                .put(450, 176, 9, "税率/征收率").put(550, 176, 9, "税 额");
    }

    Paper items(double y, String name, String net, String rate, String tax) {
        put(14, y, 9, name).put(205, y, 9, "支").put(265, y, 9, "1").put(325, y, 9, net);
        return put(400, y, 9, net).put(462, y, 9, rate).put(556, y, 9, tax);
    }

    Paper sums(double y, String net, String tax, String gross, String words) {
        put(60, y, 9, "合        计").put(394, y, 9, "¥" + net).put(550, y, 9, "¥" + tax);
        put(40, y + 22, 9, "价税合计（大写）").put(160, y + 22, 9, words);
        return put(400, y + 22, 9, "（小写）").put(437, y + 22, 9, "¥" + gross)
                .put(55, y + 70, 9, "开票人：王芳");
    }

    byte[] pdf() throws IOException {
        try (PDDocument pdf = new PDDocument(); InputStream in =
                Paper.class.getResourceAsStream(FONT)) {
            PDType0Font font = PDType0Font.load(pdf, in);
            for (List<Mark> marks : pages) {
                PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
                pdf.addPage(page);
                try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
                    for (Mark mark : marks) {
                        out.beginText();
                        out.setFont(font, (float) mark.size());
                        out.newLineAtOffset((float) mark.x(), (float) (height - mark.y()));
                        out.showText(mark.text());
                        out.endText();
                    }
                }
            }
            embed(pdf);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private void embed(PDDocument pdf) throws IOException {
        Map<String, PDComplexFileSpecification> files = new TreeMap<>();
        for (Map.Entry<String, byte[]> attachment : attachments.entrySet()) {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile(attachment.getKey());
            file.setEmbeddedFile(new PDEmbeddedFile(pdf,
                    new java.io.ByteArrayInputStream(attachment.getValue())));
            files.put(attachment.getKey(), file);
        }
        PDEmbeddedFilesNameTreeNode node = new PDEmbeddedFilesNameTreeNode();
        node.setNames(files);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(node);
        pdf.getDocumentCatalog().setNames(names);
    }

    /** A PDF whose only page is the picture. */
    static byte[] scannedPdf(BufferedImage picture) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(610, 394));
            pdf.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
                out.drawImage(org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory.createFromImage(
                        pdf, picture, 0.8f), 0, 0, 610, 394);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    /** The first page, turned clockwise. */
    BufferedImage picture(int dpi, double degrees) {
        double scale = dpi / 72.0;
        BufferedImage image = new BufferedImage((int) (width * scale), (int) (height * scale),
                BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setColor(Color.BLACK);
        g.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
        g.scale(scale, scale);
        for (Mark mark : pages.get(0)) {
            g.setFont(font().deriveFont((float) mark.size()));
            g.drawString(mark.text(), (float) mark.x(), (float) mark.y());
        }
        if (!code.isEmpty()) {
            draw(g, code);
        }
        g.dispose();
        return image;
    }

    private static void draw(Graphics2D g, String code) {
        try {
            BitMatrix matrix = new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, 56, 56);
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y)) {
                        g.fillRect(20 + x, 12 + y, 1, 1);
                    }
                }
            }
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** Grey paper, noise and soft edges. */
    static BufferedImage worn(BufferedImage image) {
        float[] soft = new float[9];
        Arrays.fill(soft, 0.08f);
        soft[4] = 0.36f;
        BufferedImage out = new java.awt.image.ConvolveOp(new java.awt.image.Kernel(3, 3, soft),
                java.awt.image.ConvolveOp.EDGE_NO_OP, null).filter(image, null);
        java.util.Random random = new java.util.Random(3);
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                int grey = (out.getRGB(x, y) & 0xFF) * 9 / 10 + random.nextInt(16);
                out.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return out;
    }

    private static Font font() {
        return Chinese.FONT;
    }

    private static final class Chinese {
        static final Font FONT = load();

        private static Font load() {
            try (InputStream in = Paper.class.getResourceAsStream(Paper.FONT)) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
