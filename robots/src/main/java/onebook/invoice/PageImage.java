package onebook.invoice;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import onebook.document.Document;
import onebook.document.Field;
import onebook.document.Glyph;
import onebook.document.OfdFile;
import onebook.document.OfdPage;
import onebook.document.PageText;
import onebook.document.PdfFile;
import onebook.document.Picture;
import onebook.document.Refused;
import onebook.document.Xml;
import onebook.ledger.Evidence.Box;

/** A page of any document as a picture to look at, beside which its fields are shown. */
public final class PageImage {
    /** No side of a picture is longer, in pixels. */
    public static final int MAX_SIDE = 2000;
    private static final int MARGIN = 40;
    private static final int LINE = 34;
    private static final int MAX_ROWS = 50;

    private PageImage() { }

    /** Page counts from 1. Empty where the document has no such page, or cannot be drawn. */
    public static Optional<BufferedImage> of(Document document, int page) {
        try {
            return page < 1 || page > pages(document) ? Optional.empty() : draw(document, page);
        } catch (Refused | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Number of pages that can be shown; 0 where none can. */
    public static int pages(Document document) {
        try {
            return switch (document.media()) {
                case PDF -> {
                    try (PdfFile pdf = PdfFile.open(document.path())) {
                        yield pdf.pages();
                    }
                }
                case OFD -> {
                    try (OfdFile ofd = OfdFile.open(document.path())) {
                        yield ofd.pages().size();
                    }
                }
                case PNG, JPEG, TIFF -> Picture.pages(document.path());
                case XML -> 1;
                default -> 0;
            };
        } catch (Refused | IOException | RuntimeException e) {
            return 0;
        }
    }

    private static Optional<BufferedImage> draw(Document document, int page)
            throws Refused, IOException {
        return switch (document.media()) {
            case PDF -> {
                try (PdfFile pdf = PdfFile.open(document.path())) {
                    yield Optional.of(pdf.render(page, MAX_SIDE));
                }
            }
            case OFD -> {
                try (OfdFile ofd = OfdFile.open(document.path())) {
                    yield Optional.of(ofd(ofd.pages().get(page - 1)));
                }
            }
            case PNG, JPEG, TIFF -> Optional.of(shrunk(Picture.read(document.path(), page)));
            case XML -> Optional.of(fields(XmlInvoiceReader.read(
                    Xml.parse(Files.readAllBytes(document.path())), "xml")
                    .orElseGet(() -> new Draft("", ""))));
            default -> Optional.empty();
        };
    }

    private static BufferedImage shrunk(BufferedImage image) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        if (longest <= MAX_SIDE) {
            return image;
        }
        int width = Math.max(1, (int) ((long) image.getWidth() * MAX_SIDE / longest));
        int height = Math.max(1, (int) ((long) image.getHeight() * MAX_SIDE / longest));
        BufferedImage small = blank(width, height);
        Graphics2D g = pen(small);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return small;
    }

    /** The print of an OFD's page, each character at its place; lines and seals are left out. */
    private static BufferedImage ofd(OfdPage page) {
        int width = 1400;
        int height = Math.max(200, Math.min(MAX_SIDE, page.heightOf(width)));
        BufferedImage image = blank(width, height);
        Graphics2D g = pen(image);
        PageText text = page.text();
        for (List<Glyph> run : text.runs()) {
            for (Glyph glyph : run) {
                Box box = glyph.box();
                int size = Math.max(6, Math.min(200, box.height() * height / 10_000));
                g.setFont(font(size));
                g.drawString(String.valueOf(glyph.character()), box.x() * width / 10_000,
                        (box.y() + box.height() * 88 / 100) * height / 10_000);
            }
        }
        g.dispose();
        return image;
    }

    /** Data have no page: the fields, one below the other. */
    private static BufferedImage fields(Draft draft) {
        List<Field> fields = draft.fields();
        int rows = Math.max(3, Math.min(MAX_ROWS, fields.size()));
        BufferedImage image = blank(1200, 2 * MARGIN + rows * LINE);
        Graphics2D g = pen(image);
        for (int i = 0; i < rows && i < fields.size(); i++) {
            int y = MARGIN + i * LINE + LINE * 2 / 3;
            g.setFont(font(18));
            g.setColor(Color.GRAY);
            g.drawString(fields.get(i).path().replaceFirst("^invoice\\.", ""), MARGIN, y);
            g.setFont(font(22));
            g.setColor(Color.BLACK);
            String value = fields.get(i).text();
            g.drawString(value.substring(0, Math.min(60, value.length())), MARGIN + 260, y);
        }
        g.dispose();
        return image;
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
                RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setColor(Color.BLACK);
        return g;
    }

    private static Font font(int size) {
        return Chinese.FONT.deriveFont(Font.PLAIN, size);
    }

    /** Loaded when the first page is drawn. */
    private static final class Chinese {
        private static final String FONT_FILE = "/templates/fonts/NotoSansSC-Regular.ttf";
        static final Font FONT = load();

        private static Font load() {
            try (InputStream in = Chinese.class.getResourceAsStream(FONT_FILE)) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the bundled font is damaged", e);
            }
        }
    }
}
