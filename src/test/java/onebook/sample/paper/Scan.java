package onebook.sample.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import onebook.sample.Dice;

/** What a scanner makes of a page: a little turned, soft, noisy and grey. */
final class Scan {
    private Scan() { }

    static byte[] of(Drawing drawing, Dice dice, boolean png) throws IOException {
        int dpi = dice.one(List.of(200, 200, 220, 240, 300));
        boolean grey = png || dice.percent(40);
        BufferedImage page = Raster.of(drawing, dpi);
        int paper = dice.from(243, 252);
        BufferedImage turned = turn(page, Math.toRadians(dice.between(-0.9, 0.9)), paper, grey);
        BufferedImage soft = soften(turned, dice.between(0.35, 0.65));
        speckle(soft, dice, png ? 0 : dice.between(1.0, 2.6), dice.between(0.90, 0.97));
        return png ? png(soft) : jpeg(soft, dice.from(62, 82) / 100f);
    }

    /** Nobody can read this one: small, blurred twice, half of it outside the glass. */
    static byte[] hopeless(Drawing drawing, Dice dice) throws IOException {
        BufferedImage small = Raster.of(drawing, 26);
        int width = small.getWidth() * 3 / 5;
        BufferedImage cut = new BufferedImage(width * 4, small.getHeight() * 4,
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D to = cut.createGraphics();
        to.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        to.drawImage(small, -width, 0, small.getWidth() * 4, small.getHeight() * 4, null);
        to.dispose();
        BufferedImage blurred = cut;
        for (int i = 0; i < 8; i++) {
            blurred = soften(blurred, 1);
        }
        speckle(blurred, dice, 12, 0.75);
        return jpeg(blurred, 0.4f);
    }

    private static BufferedImage turn(BufferedImage page, double angle, int paper, boolean grey) {
        int margin = Math.max(20, page.getWidth() / 60);
        BufferedImage out = new BufferedImage(page.getWidth() + 2 * margin, page.getHeight()
                + 2 * margin,
                grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        Graphics2D to = out.createGraphics();
        to.setColor(new Color(paper, paper, paper - 2));
        to.fillRect(0, 0, out.getWidth(), out.getHeight());
        to.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        to.rotate(angle, out.getWidth() / 2.0, out.getHeight() / 2.0);
        to.drawImage(page, margin, margin, null);
        to.dispose();
        return out;
    }

    /** @param amount 0 leaves it sharp, 1 spreads each pixel over nine */
    private static BufferedImage soften(BufferedImage image, double amount) {
        float side = (float) (amount / 9);
        float middle = 1 - 8 * side;
        float[] kernel = {side, side, side, side, middle, side, side, side, side};
        return new ConvolveOp(new Kernel(3, 3, kernel), ConvolveOp.EDGE_NO_OP, null)
                .filter(image, null);
    }

    /** Noise, and a light that falls off to one side. */
    private static void speckle(BufferedImage image, Dice dice, double spread, double light) {
        WritableRaster raster = image.getRaster();
        int[] pixel = new int[raster.getNumBands()];
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                raster.getPixel(x, y, pixel);
                double noise = spread == 0 ? 0 : dice.noise() * spread;
                double fall = light + (1 - light) * x / raster.getWidth();
                for (int band = 0; band < pixel.length; band++) {
                    int value = (int) Math.round(pixel[band] * fall + noise);
                    pixel[band] = Math.max(0, Math.min(255, spread == 0 ? value / 6 * 6 : value));
                }
                raster.setPixel(x, y, pixel);
            }
        }
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageIO.setUseCache(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
