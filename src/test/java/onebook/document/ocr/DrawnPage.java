package onebook.document.ocr;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;

/** A white page with lines of print at known places, and what a bad scanner makes of it. */
final class DrawnPage {
    private final BufferedImage image;

    private DrawnPage(BufferedImage image) {
        this.image = image;
    }

    static DrawnPage blank(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return new DrawnPage(image);
    }

    /** Print of that size in pixels; the base line is at y. */
    DrawnPage print(String text, int x, int y, int size) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
                RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
        pen.setFont(font().deriveFont(Font.PLAIN, size));
        pen.drawString(text, x, y);
        pen.dispose();
        return this;
    }

    /** Turned clockwise about the middle, blurred, and with noise on it. */
    DrawnPage scannedBadly(double degrees) {
        DrawnPage turned = blank(image.getWidth(), image.getHeight());
        Graphics2D pen = turned.image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        float[] ninths = new float[9];
        Arrays.fill(ninths, 1 / 9f);
        BufferedImage soft = new ConvolveOp(new Kernel(3, 3, ninths), ConvolveOp.EDGE_NO_OP, null)
                .filter(turned.image, null);
        return new DrawnPage(soft).noisy(12);
    }

    DrawnPage noisy(int deviation) {
        Random random = new Random(1);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int grey = image.getRGB(x, y) & 0xFF;
                int value = (int) Math.round(grey * 0.95 + random.nextGaussian() * deviation);
                int level = Math.max(0, Math.min(255, value));
                image.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }
        return this;
    }

    BufferedImage image() {
        return image;
    }

    private static Font font() {
        try (InputStream in = DrawnPage.class
                .getResourceAsStream("/templates/fonts/NotoSansSC-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the bundled font is damaged", e);
        }
    }
}
