package onebook.sample.paper;

import java.util.ArrayList;
import java.util.List;

/** Marks on one page, in points from the top left corner; y of a text is its baseline. */
final class Drawing {
    static final int RED = 0x800000;
    static final int BLACK = 0x101010;
    static final int SEAL = 0xD9444E;

    /** One thing drawn. */
    sealed interface Mark permits Text, Stroke, Oval, Grid { }

    /** @param field what an OFD tag calls this value; empty for what is printed on every form */
    record Text(double x, double y, double size, int colour, String text, double angle,
            String field)
            implements Mark { }

    /** @param points x and y by turns */
    record Stroke(double width, int colour, double... points) implements Mark { }

    record Oval(double x, double y, double radiusX, double radiusY, double width, int colour)
            implements Mark { }

    /** A QR code; true is black. */
    record Grid(double x, double y, double side, boolean[][] dots) implements Mark { }

    final double width;
    final double height;
    final List<Mark> marks = new ArrayList<>();

    Drawing(double width, double height) {
        this.width = width;
        this.height = height;
    }

    void label(double x, double y, double size, String text) {
        marks.add(new Text(x, y, size, RED, text, 0, ""));
    }

    void value(double x, double y, double size, String text, String field) {
        if (!text.isEmpty()) {
            marks.add(new Text(x, y, size, BLACK, text, 0, field));
        }
    }

    void right(double x, double y, double size, String text, String field) {
        value(x - Glyphs.width(text, size), y, size, text, field);
    }

    void centred(double x, double y, double size, int colour, String text) {
        marks.add(new Text(x - Glyphs.width(text, size) / 2, y, size, colour, text, 0, ""));
    }

    /** The same page with every third mark written last. */
    Drawing shuffled() {
        Drawing out = new Drawing(width, height);
        out.marks.addAll(marks);
        List<Mark> later = new ArrayList<>();
        for (int i = out.marks.size() - 1; i > 0; i -= 3) {
            later.add(out.marks.remove(i));
        }
        out.marks.addAll(later);
        return out;
    }

    void line(double x1, double y1, double x2, double y2) {
        marks.add(new Stroke(0.7, RED, x1, y1, x2, y2));
    }

    void box(double x1, double y1, double x2, double y2) {
        marks.add(new Stroke(0.7, RED, x1, y1, x2, y1, x2, y2, x1, y2, x1, y1));
    }
}
