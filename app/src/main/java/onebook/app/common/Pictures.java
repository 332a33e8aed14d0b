package onebook.app.common;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import onebook.ledger.Evidence;

/** Pictures of pages, and where on them something stands. */
final class Pictures {
    private static final double WHOLE = 10_000;
    private static final int SMALLEST = 200;

    /** A page in its own size and halved again and again, so that small print stays legible. */
    record Levels(List<Image> images) {
        double width() {
            return images.get(0).getWidth();
        }

        double height() {
            return images.get(0).getHeight();
        }

        /** The smallest that need not be enlarged to that width. */
        Image forWidth(double width) {
            Image fitting = images.get(0);
            for (Image image : images) {
                fitting = image.getWidth() >= width ? image : fitting;
            }
            return fitting;
        }
    }

    private Pictures() { }

    static Levels of(BufferedImage page) {
        List<Image> levels = new ArrayList<>();
        int width = page.getWidth();
        int height = page.getHeight();
        int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
        levels.add(image(pixels, width, height));
        while (width / 2 > SMALLEST && height > 1) {
            pixels = halved(pixels, width, height);
            width /= 2;
            height /= 2;
            levels.add(image(pixels, width, height));
        }
        return new Levels(levels);
    }

    private static Image image(int[] pixels, int width, int height) {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height,
                PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }

    private static int[] halved(int[] pixels, int width, int height) {
        int[] half = new int[width / 2 * (height / 2)];
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width / 2; x++) {
                int at = 2 * y * width + 2 * x;
                half[y * (width / 2) + x] = mean(pixels[at], pixels[at + 1],
                        pixels[at + width], pixels[at + width + 1]);
            }
        }
        return half;
    }

    private static int mean(int a, int b, int c, int d) {
        int mean = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int sum = (a >>> shift & 255) + (b >>> shift & 255) + (c >>> shift & 255)
                    + (d >>> shift & 255);
            mean |= sum / 4 << shift;
        }
        return mean;
    }

    /** The box on a picture of that size. */
    static Rectangle2D on(Evidence.Box box, double width, double height) {
        return new Rectangle2D(box.x() / WHOLE * width, box.y() / WHOLE * height,
                box.width() / WHOLE * width, box.height() / WHOLE * height);
    }
}
