package onebook.print;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One table to print: a page of a book, a statement, a list.
 *
 * @param name the tab of its sheet, short
 * @param title printed large above it
 * @param above lines between the title and the heads of the columns, repeated on each page
 * @param rows opened once per printing and closed after it; may come from a journal as they are
 *     drawn
 * @param below lines under the last row: signatures, remarks
 */
public record Table(String name, String title, List<Line> above, List<Column> columns,
        Supplier<Stream<Row>> rows, List<Line> below, Paper paper) {

    /** A4, upright or lying. */
    public enum Paper { PORTRAIT, LANDSCAPE }

    /** What a column holds, which decides where it stands in its field. */
    public enum Kind { TEXT, CENTERED, MONEY, NUMBER, DATE }

    /**
     * What a row is. TOTAL has a red line under it as 本月合计 does, FINAL two of them; a SECTION
     * says its first text across all columns.
     */
    public enum Style { PLAIN, BOLD, TOTAL, FINAL, SECTION }

    /**
     * A column.
     *
     * @param key its name for programs, as in {@code "openingDebit"}
     * @param group a head over this column and the neighbours of the same group; empty for none
     * @param width in halves of a Chinese character, as a sheet counts
     */
    public record Column(String key, String group, String head, Kind kind, int width) {
        public static Column of(String key, String head, Kind kind, int width) {
            return new Column(key, "", head, kind, width);
        }

        public Column under(String name) {
            return new Column(key, name, head, kind, width);
        }
    }

    /** Words at the left, in the middle and at the right of one line. */
    public record Line(String left, String middle, String right) {
        public static Line of(String left) {
            return new Line(left, "", "");
        }
    }

    /** What a ledger says at the foot of a page (过次页) and at the head of the next (承前页). */
    @FunctionalInterface
    public interface Carried {
        List<Cell> cells(String caption);
    }

    /**
     * A row.
     *
     * @param name what it is, for programs: "entry", "month"; empty where all rows are the same
     * @param cells one for each column, or the first ones of them
     * @param carried what to carry over where the page ends after this row
     */
    public record Row(
            String name, Style style, List<Cell> cells, Optional<Carried> carried) {
        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(Style style, Cell... cells) {
            return new Row("", style, Arrays.asList(cells), Optional.empty());
        }

        public static Row of(Cell... cells) {
            return of(Style.PLAIN, cells);
        }

        public static Row section(String text) {
            return of(Style.SECTION, Cell.of(text));
        }

        public Row carrying(Carried sums) {
            return new Row(name, style, cells, Optional.of(sums));
        }

        public Row named(String kind) {
            return new Row(kind, style, cells, carried);
        }

        /** Blank where the row has fewer cells than the table has columns. */
        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.BLANK;
        }
    }

    /**
     * Rows that can also be opened part by part, as a long ledger month by month.
     *
     * @param parts one after the other, the same rows as the whole
     */
    public record InParts(Supplier<Stream<Row>> whole, List<Supplier<Stream<Row>>> parts)
            implements Supplier<Stream<Row>> {
        @Override
        public Stream<Row> get() {
            return whole.get();
        }
    }

    public Table {
        above = List.copyOf(above);
        columns = List.copyOf(columns);
        below = List.copyOf(below);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table has columns: " + title);
        }
    }

    /** A table that is short enough to be held. */
    public static Table of(String title, List<Line> above, List<Column> columns, List<Row> rows) {
        return new Table(title, title, above, columns, rows::stream, List.of(), Paper.PORTRAIT);
    }

    public Table on(Paper sheet) {
        return new Table(name, title, above, columns, rows, below, sheet);
    }

    public Table below(Line... lines) {
        return new Table(name, title, above, columns, rows, List.of(lines), paper);
    }

    public Table named(String tab) {
        return new Table(tab, title, above, columns, rows, below, paper);
    }

    /** All rows, part after part; one part where they cannot be opened apart. */
    public List<Supplier<Stream<Row>>> parts() {
        return rows instanceof InParts one ? one.parts() : List.of(rows);
    }

    boolean hasGroups() {
        return columns.stream().anyMatch(column -> !column.group().isEmpty());
    }

    /** One past the last column that stands under the same group as this one. */
    int groupEnd(int column) {
        int end = column + 1;
        String group = columns.get(column).group();
        while (!group.isEmpty() && end < columns.size()
                && columns.get(end).group().equals(group)) {
            end++;
        }
        return end;
    }
}
