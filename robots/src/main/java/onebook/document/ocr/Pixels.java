package onebook.document.ocr;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A picture's bytes: blue, green, red of each pixel, row by row. */
record Pixels(int width, int height, byte[] bgr) {

    static Pixels of(BufferedImage image) {
        BufferedImage plain = image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && image.getRaster().getParent() == null
                ? image : drawn(image, image.getWidth(), image.getHeight());
        return new Pixels(plain.getWidth(), plain.getHeight(),
                ((DataBufferByte) plain.getRaster().getDataBuffer()).getData());
    }

    static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = out.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return out;
    }

    /** The picture turned clockwise by quarters. */
    static BufferedImage turned(BufferedImage image, int quarters) {
        if (quarters == 0) {
            return image;
        }
        int width = quarters == 2 ? image.getWidth() : image.getHeight();
        int height = quarters == 2 ? image.getHeight() : image.getWidth();
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = out.createGraphics();
        g.rotate(quarters * Math.PI / 2, width / 2.0, height / 2.0);
        g.drawImage(image, (width - image.getWidth()) / 2, (height - image.getHeight()) / 2, null);
        g.dispose();
        return out;
    }

    int at(int x, int y, int channel) {
        return bgr[(y * width + x) * 3 + channel] & 0xFF;
    }

    /** Between four pixels; beyond the edge the edge goes on. */
    double between(double x, double y, int channel) {
        double cx = Math.max(0, Math.min(width - 1.001, x));
        double cy = Math.max(0, Math.min(height - 1.001, y));
        int left = (int) cx;
        int top = (int) cy;
        int right = Math.min(width - 1, left + 1);
        int bottom = Math.min(height - 1, top + 1);
        double fx = cx - left;
        double fy = cy - top;
        double upper = at(left, top, channel) * (1 - fx) + at(right, top, channel) * fx;
        double lower = at(left, bottom, channel) * (1 - fx) + at(right, bottom, channel) * fx;
        return upper * (1 - fy) + lower * fy;
    }
}
