package onebook.sample.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Renders a drawing to pixels with outlines only. */
final class Raster {
    private final Graphics2D to;

    private Raster(Graphics2D to) {
        this.to = to;
    }

    static BufferedImage of(Drawing drawing, double dpi) {
        double scale = dpi / 72;
        BufferedImage image = new BufferedImage((int) Math.round(drawing.width * scale),
                (int) Math.round(drawing.height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D to = image.createGraphics();
        to.setColor(Color.WHITE);
        to.fillRect(0, 0, image.getWidth(), image.getHeight());
        to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        to.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        to.scale(scale, scale);
        Raster raster = new Raster(to);
        drawing.marks.forEach(raster::draw);
        to.dispose();
        return image;
    }

    private void draw(Drawing.Mark mark) {
        if (mark instanceof Drawing.Text text) {
            text(text);
        } else if (mark instanceof Drawing.Stroke stroke) {
            to.setColor(new Color(stroke.colour()));
            to.setStroke(new BasicStroke((float) stroke.width()));
            Path2D path = new Path2D.Double();
            path.moveTo(stroke.points()[0], stroke.points()[1]);
            for (int i = 2; i < stroke.points().length; i += 2) {
                path.lineTo(stroke.points()[i], stroke.points()[i + 1]);
            }
            to.draw(path);
        } else if (mark instanceof Drawing.Oval o) {
            to.setColor(new Color(o.colour()));
            to.setStroke(new BasicStroke((float) o.width()));
            to.draw(new Ellipse2D.Double(o.x() - o.radiusX(), o.y() - o.radiusY(), 2 * o.radiusX(),
                    2 * o.radiusY()));
        } else if (mark instanceof Drawing.Grid grid) {
            grid(grid);
        }
    }

    private void text(Drawing.Text text) {
        to.setColor(new Color(text.colour()));
        AffineTransform at = AffineTransform.getTranslateInstance(text.x(), text.y());
        at.rotate(text.angle());
        at.scale(text.size(), text.size());
        for (int c : text.text().codePoints().toArray()) {
            to.fill(at.createTransformedShape(Glyphs.outline(c)));
            at.translate(Glyphs.advance(c), 0);
        }
    }

    private void grid(Drawing.Grid grid) {
        to.setColor(Color.BLACK);
        double quiet = 2;
        double dot = grid.side() / (grid.dots().length + 2 * quiet);
        for (int y = 0; y < grid.dots().length; y++) {
            for (int x = 0; x < grid.dots().length; x++) {
                if (grid.dots()[y][x]) {
                    to.fill(new Rectangle2D.Double(grid.x() + (x + quiet) * dot,
                            grid.y() + (y + quiet) * dot, dot + 0.02, dot + 0.02));
                }
            }
        }
    }
}
