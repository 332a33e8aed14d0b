package onebook.document.table;

import java.util.ArrayList;
import java.util.List;
import onebook.document.Refused;

/**
 * Rows of a text whose cells are parted by comma, tab, semicolon or bar. Tolerant: a quote counts
 * only at the start of a cell (also as {@code ="…"}), text after a closing quote belongs to
 * the cell.
 */
final class DelimitedRows {
    private static final char[] DELIMITERS = {',', '\t', ';', '|'};
    private static final int LINES_TO_JUDGE = 120;
    private static final int ENOUGH_IN_A_LINE = 12;
    private static final int MAX_LINES_IN_A_CELL = 50;

    private final String text;
    private final char delimiter;
    private final List<String> cells = new ArrayList<>();
    private int at;
    private int line = 1;

    private DelimitedRows(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    static Sheet read(String text) throws Refused {
        Sheet sheet = new Sheet("");
        new DelimitedRows(text, likeliest(text)).readInto(sheet);
        return sheet;
    }

    /**
     * The delimiter that stands most often in the first lines, without one line outweighing many.
     */
    private static char likeliest(String text) {
        List<String> head = text.lines().limit(LINES_TO_JUDGE).toList();
        char best = ',';
        long most = 0;
        for (char candidate : DELIMITERS) {
            long count = head.stream()
                    .mapToLong(line -> Math.min(count(line, candidate), ENOUGH_IN_A_LINE)).sum();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    private void readInto(Sheet sheet) throws Refused {
        while (at < text.length()) {
            int start = line;
            readRow();
            sheet.add(start, cells);
            cells.clear();
        }
    }

    private void readRow() {
        while (true) {
            cells.add(quotedAt() >= 0 ? quotedCell() : plainCell(at));
            // one more than a sheet takes is enough to refuse the row
            if (at >= text.length() || text.charAt(at) != delimiter
                    || cells.size() > Sheet.MAX_COLUMNS) {
                break;
            }
            at++;
        }
        endLine();
    }

    /** Where the cell's opening quote stands, or -1. */
    private int quotedAt() {
        int i = at;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        if (text.startsWith("=\"", i)) {
            return i + 1;
        }
        return i < text.length() && text.charAt(i) == '"' ? i : -1;
    }

    private String quotedCell() {
        int start = at;
        int startLine = line;
        at = quotedAt() + 1;
        StringBuilder cell = new StringBuilder();
        while (at < text.length() && line - startLine <= MAX_LINES_IN_A_CELL) {
            char c = text.charAt(at++);
            if (c == '"' && at < text.length() && text.charAt(at) == '"') {
                at++;
            } else if (c == '"') {
                return cell.append(plainCell(at)).toString();
            } else if (c == '\n') {
                line++;
            }
            cell.append(c);
        }
        line = startLine;
        return plainCell(start);
    }

    private String plainCell(int from) {
        at = from;
        while (at < text.length() && text.charAt(at) != delimiter && text.charAt(at) != '\n'
                && text.charAt(at) != '\r') {
            at++;
        }
        return text.substring(from, at);
    }

    private void endLine() {
        boolean isCut = at < text.length() && text.charAt(at) == delimiter;
        while (isCut && at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
        if (text.startsWith("\r\n", at)) {
            at++;
        }
        at++;
        line++;
    }
}
