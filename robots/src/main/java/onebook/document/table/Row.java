package onebook.document.table;

import java.util.List;

/**
 * One row of a file, cells cleaned.
 *
 * @param number line or row of the file, first is 1
 */
public record Row(int number, List<String> cells) {

    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /** The first cell that says something. */
    public String firstText() {
        return cells.stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    }

    /** The row in one piece, for a person to recognise; at most 200 characters. */
    public String text() {
        String all = String.join(" ", cells.stream().filter(cell -> !cell.isEmpty()).toList());
        return all.length() > 200 ? all.substring(0, 200) : all;
    }
}
