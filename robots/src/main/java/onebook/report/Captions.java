package onebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is printed on a form, in its order: line captions, and section titles without a number.
 * Read from a table with the columns side, line, chinese, english; no field holds a comma.
 */
public record Captions(List<Row> rows) {
    private static final String HEADER = "side,line,chinese,english";

    /** @param side "left" or "right" half of the form */
    public record Row(String side, OptionalInt line, String chinese, String english) { }

    public Captions {
        rows = List.copyOf(rows);
    }

    /** Throws {@link IllegalArgumentException} with the row where the table is not well formed. */
    public static Captions parse(String table) {
        List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("captions begin with " + HEADER);
        }
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (fields.length != 4) {
                throw new IllegalArgumentException("not four fields: " + line);
            }
            OptionalInt number = fields[1].isEmpty()
                    ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(fields[1]));
            rows.add(new Row(fields[0], number, fields[2], fields[3]));
        }
        return new Captions(rows);
    }

    /** The rows of one half of the form. */
    public List<Row> side(String side) {
        return rows.stream().filter(row -> row.side().equals(side)).toList();
    }

    /** The row of a numbered line. */
    public Row line(int number) {
        return rows.stream().filter(row -> row.line().equals(OptionalInt.of(number))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no caption of line " + number));
    }
}
