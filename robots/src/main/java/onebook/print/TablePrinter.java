package onebook.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.print.PdfPaper.Type;
import onebook.print.Table.Kind;
import onebook.print.Table.Line;
import onebook.print.Table.Row;
import onebook.print.Table.Style;

/** Draws tables on paper: the head on each page, rows over as many pages as they need. */
final class TablePrinter {
    private static final float TITLE = 16;
    private static final float WORDS = 9;

    private final PdfPaper paper;
    private final Typeface typeface;
    private Table table;
    private Grid grid;
    private float y;
    private boolean isFresh;

    TablePrinter(PdfPaper paper) {
        this.paper = paper;
        this.typeface = paper.typeface();
    }

    /** Begins a page of its own. */
    void print(Table what) throws IOException {
        table = what;
        newPage();
        Optional<Table.Carried> carried = Optional.empty();
        try (Stream<Row> rows = table.rows().get()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                carried = draw(row, carried);
            }
        }
        grid.verticals(y);
        y += 4;
        for (Line line : table.below()) {
            if (y + WORDS * 2 > bottom()) {
                newPage();
            }
            y = words(line, y);
        }
    }

    private float bottom() {
        return paper.height() - PdfPaper.BOTTOM;
    }

    private void newPage() throws IOException {
        paper.newPage(table.paper());
        float left = PdfPaper.LEFT;
        float room = paper.width() - left - PdfPaper.RIGHT;
        String title = oneLine(table.title());
        float width = typeface.width(title, TITLE);
        Type type = Type.bold(width > room ? TITLE * room / width : TITLE);
        y = PdfPaper.TOP;
        paper.text(left + (room - Math.min(room, width)) / 2, y + TITLE, title, type);
        y += TITLE + 8;
        for (Line line : table.above()) {
            y = words(line, y);
        }
        grid = new Grid(paper, table);
        y = grid.heads(y + 3);
        isFresh = true;
    }

    private String oneLine(String text) {
        return typeface.printable(text).replace('\n', ' ');
    }

    /** A line of words above or below the grid; gives where the next begins. */
    private float words(Line line, float top) throws IOException {
        float left = PdfPaper.LEFT;
        float right = paper.width() - PdfPaper.RIGHT;
        float first = top + WORDS * Grid.ASCENT + 2;
        Type type = Type.of(WORDS);
        List<String> lines = typeface.wrapped(line.left(), WORDS, right - left);
        float base = first;
        for (String text : lines) {
            paper.text(left, base, text, type);
            base += WORDS * Grid.LEADING;
        }
        String middle = oneLine(line.middle());
        String last = oneLine(line.right());
        paper.text((left + right - typeface.width(middle, WORDS)) / 2, first, middle, type);
        paper.text(right - typeface.width(last, WORDS), first, last, type);
        return top + lines.size() * WORDS * Grid.LEADING + 2;
    }

    /** Draws a row, beginning a page where it does not fit; gives what to carry after it. */
    private Optional<Table.Carried> draw(Row row, Optional<Table.Carried> before)
            throws IOException {
        List<List<String>> lines = lines(row);
        float end = bottom() - (row.carried().isPresent() ? Grid.ROW : 0);
        int all = most(lines);
        if (!isFresh && y + grid.high(all) > end) {
            turn(before);
        }
        for (int from = 0; from < all; ) {
            int fit = (int) ((end - y - 6) / (grid.points() * Grid.LEADING));
            int to = Math.min(all, from + Math.max(1, fit));
            part(row, lines, from, to);
            from = to;
            if (from < all) {
                turn(before);
            }
        }
        return row.carried();
    }

    private void turn(Optional<Table.Carried> carried) throws IOException {
        if (carried.isPresent()) {
            carry(carried.get(), "过次页");
        }
        grid.verticals(y);
        newPage();
        if (carried.isPresent()) {
            carry(carried.get(), "承前页");
            isFresh = true;
        }
    }

    private void carry(Table.Carried carried, String caption) throws IOException {
        Row row = new Row("", Style.PLAIN, carried.cells(caption), Optional.empty());
        List<List<String>> lines = lines(row);
        part(row, lines, 0, most(lines));
    }

    private static int most(List<List<String>> lines) {
        return lines.stream().mapToInt(List::size).max().orElse(1);
    }

    private List<List<String>> lines(Row row) {
        List<List<String>> lines = new ArrayList<>();
        if (row.style() == Style.SECTION) {
            float width = grid.right() - grid.left(0) - 2 * Grid.PADDING;
            lines.add(typeface.wrapped(row.cell(0).shown(), grid.points(), width));
            return lines;
        }
        for (int column = 0; column < table.columns().size(); column++) {
            Cell cell = row.cell(column);
            lines.add(cell instanceof Cell.Text
                    ? typeface.wrapped(cell.shown(), grid.points(), grid.room(column))
                    : List.of(cell.shown()));
        }
        return lines;
    }

    /** Some lines of a row: all of them, unless it is higher than a page. */
    private void part(Row row, List<List<String>> lines, int from, int to) throws IOException {
        float high = grid.high(to - from);
        isFresh = false;
        boolean isAcross = row.style() == Style.SECTION;
        if (isAcross) {
            grid.verticals(y);
        }
        for (int column = 0; column < lines.size(); column++) {
            List<String> own = lines.get(column);
            List<String> shown = own.subList(Math.min(from, own.size()), Math.min(to, own.size()));
            float base = grid.base(y, high, shown.size());
            for (String text : shown) {
                field(row, column, text, base);
                base += grid.points() * Grid.LEADING;
            }
        }
        y = grid.under(row.style(), y + high);
        if (isAcross) {
            grid.sides(y);
        }
    }

    private void field(Row row, int column, String text, float base) throws IOException {
        Cell cell = row.cell(column);
        boolean isAcross = row.style() == Style.SECTION;
        float points = grid.points();
        float width = typeface.width(text, points);
        float room = isAcross ? width : grid.room(column);
        if (width > room && !(cell instanceof Cell.Text)) {
            points = points * room / width;
            width = room;
        }
        Type type = row.style() == Style.PLAIN ? Type.of(points) : Type.bold(points);
        Kind kind = isAcross ? Kind.TEXT : table.columns().get(column).kind();
        float x = switch (kind) {
            case TEXT -> grid.left(column) + Grid.PADDING;
            case CENTERED, DATE -> (grid.left(column) + grid.right(column) - width) / 2;
            case MONEY, NUMBER -> grid.right(column) - Grid.PADDING - width;
        };
        paper.text(x, base, text, cell.isRed() ? type.red() : type);
    }
}
