package onebook.exchange;

import java.util.Arrays;

/**
 * One row of a table: all its cells in one run of characters, so that nothing is copied that is not
 * asked for. The next row takes the place of this one.
 */
final class Cells {
    static final int MOST_COLUMNS = 400;
    /** With digits, what an apostrophe keeps a spreadsheet from computing. */
    static final String COMPUTED = "=+-@";

    private char[] text;
    private int base;
    private final int[] from = new int[MOST_COLUMNS];
    private final int[] to = new int[MOST_COLUMNS];
    private int count;
    private int line;

    void begin(int lineNumber) {
        count = 0;
        line = lineNumber;
    }

    /** Adds a cell without the blanks around it; its bounds count from the row's beginning. */
    void add(char[] row, int rowStart, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && isBlank(row[rowStart + first])) {
            first++;
        }
        while (last > first && isBlank(row[rowStart + last - 1])) {
            last--;
        }
        from[count] = first;
        to[count++] = last;
    }

    /** Says where the row stands, once it stands still. */
    void settle(char[] row, int rowStart) {
        text = row;
        base = rowStart;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\uFEFF';
    }

    int count() {
        return count;
    }

    /** Line of the file, the first is 1. */
    int line() {
        return line;
    }

    boolean isEmpty() {
        for (int i = 0; i < count; i++) {
            if (from[i] < to[i]) {
                return false;
            }
        }
        return true;
    }

    /** True also where there is no such column. */
    boolean isEmpty(int column) {
        return column < 0 || column >= count || from[column] == to[column];
    }

    int length(int column) {
        return isEmpty(column) ? 0 : to[column] - from[column];
    }

    /** A formula is what a spreadsheet would compute; ="text" is only text kept from computing. */
    boolean isFormula(int column) {
        return !isEmpty(column) && text[base + from[column]] == '=' && !isKeptText(column);
    }

    private boolean isKeptText(int column) {
        int start = base + from[column];
        int end = base + to[column];
        if (end - start < 3 || text[start + 1] != '"' || text[end - 1] != '"') {
            return false;
        }
        for (int i = start + 2; i < end - 1; i++) {
            if (text[i] == '"') {
                return false;
            }
        }
        return true;
    }

    /** True where the cell is written exactly so. */
    boolean is(int column, String written) {
        int length = length(column);
        if (length != written.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text[base + from[column] + i] != written.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** True where half of a character stands alone, which no text can hold. */
    boolean isBroken(int column) {
        for (int i = base + from[column], end = base + to[column]; i < end; i++) {
            if (Character.isSurrogate(text[i])) {
                if (i + 1 == end || !Character.isSurrogatePair(text[i], text[i + 1])) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** The cell as it is written. */
    String written(int column, Words words) {
        return isEmpty(column) ? "" : words.of(text, base + from[column], base + to[column]);
    }

    /** Requires that the cell is a figure or empty; else a sentinel of {@link FixedPoint}. */
    long money(int column, int decimals) {
        return isEmpty(column) ? 0 : FixedPoint.parse(text, base + from[column], base + to[column],
                decimals);
    }

    /** The cell's text, freed of what keeps a spreadsheet from computing it. */
    String text(int column, Words words) {
        if (isEmpty(column)) {
            return "";
        }
        int start = base + from[column];
        int end = base + to[column];
        if (text[start] == '=' && isKeptText(column)) {
            return words.of(text, start + 2, end - 1);
        }
        return text[start] == '\'' && isGuard(start, end) ? words.of(text, start + 1, end)
                : words.of(text, start, end);
    }

    /** Apostrophes before digits or before what would be a formula: the first keeps it text. */
    private boolean isGuard(int start, int end) {
        int next = start + 1;
        while (next < end && text[next] == '\'') {
            next++;
        }
        return next < end && (COMPUTED.indexOf(text[next]) >= 0
                || text[next] >= '0' && text[next] <= '9');
    }

    /** The row in one piece, for a person to recognise; at most 120 characters. */
    String shortly() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count && all.length() < 120; i++) {
            if (from[i] < to[i]) {
                all.append(all.length() == 0 ? "" : " ").append(text, base + from[i],
                        Math.min(to[i] - from[i], 120));
            }
        }
        return all.length() > 120 ? all.substring(0, 120) : all.toString();
    }

    String[] texts(Words words) {
        String[] all = new String[count];
        Arrays.setAll(all, column -> text(column, words));
        return all;
    }
}
