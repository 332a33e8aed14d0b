package onebook.print;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import onebook.print.PdfPaper.Stroke;
import onebook.print.PdfPaper.Type;
import onebook.print.Table.Style;

/** The lines of a table on one page, and the heads of its columns. */
final class Grid {
    static final float PADDING = 3;
    static final float LEADING = 1.3f;
    static final float ASCENT = 0.88f;
    static final float ROW = 19;
    private static final float LARGEST = 9;
    private static final float SMALLEST = 4.5f;
    private static final Stroke THIN = new Stroke(0.5f, new Color(0x555555));
    private static final Stroke RED_LINE = new Stroke(0.7f, PdfPaper.RED);
    private static final float BETWEEN_RED_LINES = 1.8f;
    private static final Color HEAD = new Color(0xEEEEEE);

    private final PdfPaper paper;
    private final Typeface typeface;
    private final Table table;
    private final float[] edges;
    private final float points;
    private float top;

    /** Requires a page: its width is shared among the columns. */
    Grid(PdfPaper paper, Table table) {
        this.paper = paper;
        this.typeface = paper.typeface();
        this.table = table;
        int halves = table.columns().stream().mapToInt(Table.Column::width).sum();
        float scale = (paper.width() - PdfPaper.LEFT - PdfPaper.RIGHT) / halves;
        points = Math.max(SMALLEST, Math.min(LARGEST, scale * 2));
        edges = new float[table.columns().size() + 1];
        edges[0] = PdfPaper.LEFT;
        for (int column = 0; column < table.columns().size(); column++) {
            edges[column + 1] = edges[column] + table.columns().get(column).width() * scale;
        }
    }

    /** Size of the letters in the fields. */
    float points() {
        return points;
    }

    float left(int column) {
        return edges[column];
    }

    float right(int column) {
        return edges[column + 1];
    }

    float right() {
        return edges[edges.length - 1];
    }

    /** How wide a text in this column may be. */
    float room(int column) {
        return edges[column + 1] - edges[column] - 2 * PADDING;
    }

    float high(int lines) {
        return Math.max(ROW, lines * points * LEADING + 6);
    }

    /** The base line of the first of some lines in the middle of a field. */
    float base(float y, float high, int lines) {
        return y + (high - lines * points * LEADING) / 2 + points * ASCENT + 1;
    }

    /** Draws the heads; gives where the rows begin. */
    float heads(float y) throws IOException {
        int most = 1;
        for (int column = 0; column < table.columns().size(); column++) {
            most = Math.max(most, head(column).size());
        }
        float high = high(most);
        float whole = table.hasGroups() ? high + ROW : high;
        paper.fill(edges[0], y, right() - edges[0], whole, HEAD);
        for (int column = 0; column < table.columns().size(); column++) {
            boolean isUnder = !table.columns().get(column).group().isEmpty();
            float from = isUnder ? y + ROW : y;
            centred(head(column), column, column, base(from, isUnder ? high : whole,
                    head(column).size()));
            if (isUnder) {
                rule(edges[column], edges[column + 1], from);
            }
            boolean isInner = column > 0 && table.groupEnd(column - 1) > column;
            stroke(edges[column], isInner ? from : y, y + whole);
        }
        for (int column = 0; column < table.columns().size(); column = table.groupEnd(column)) {
            String group = typeface.printable(table.columns().get(column).group());
            centred(List.of(group), column, table.groupEnd(column) - 1, base(y, ROW, 1));
        }
        stroke(right(), y, y + whole);
        rule(edges[0], right(), y);
        rule(edges[0], right(), y + whole);
        top = y + whole;
        return top;
    }

    private List<String> head(int column) {
        return typeface.wrapped(table.columns().get(column).head(), points, room(column));
    }

    private void centred(List<String> lines, int from, int to, float first) throws IOException {
        float base = first;
        for (String line : lines) {
            float width = typeface.width(line, points);
            float room = edges[to + 1] - edges[from] - 2 * PADDING;
            Type type = Type.bold(width > room ? points * room / width : points);
            float left = (edges[from] + edges[to + 1] - Math.min(width, room)) / 2;
            paper.text(left, base, line, type);
            base += points * LEADING;
        }
    }

    /** The line under a row; gives where the next one begins. */
    float under(Style style, float y) throws IOException {
        if (style != Style.TOTAL && style != Style.FINAL) {
            rule(edges[0], right(), y);
            return y;
        }
        paper.line(edges[0], y, right(), y, RED_LINE);
        if (style == Style.TOTAL) {
            return y;
        }
        float second = y + BETWEEN_RED_LINES;
        paper.line(edges[0], second, right(), second, RED_LINE);
        return second;
    }

    /** Draws the lines between the columns down to here. */
    void verticals(float to) throws IOException {
        if (to > top) {
            for (float edge : edges) {
                stroke(edge, top, to);
            }
        }
        top = to;
    }

    /** Draws only the outer lines down to here: a row that goes across all columns ended. */
    void sides(float to) throws IOException {
        stroke(edges[0], top, to);
        stroke(right(), top, to);
        top = to;
    }

    private void stroke(float x, float from, float to) throws IOException {
        paper.line(x, from, x, to, THIN);
    }

    private void rule(float from, float to, float y) throws IOException {
        paper.line(from, y, to, y, THIN);
    }
}
