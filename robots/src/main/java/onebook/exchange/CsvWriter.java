package onebook.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Rows of comma-separated text that this program reads back to the letter, but for blanks at the
 * ends. Text that a spreadsheet would compute begins with an apostrophe, figures are plain.
 */
final class CsvWriter {
    private final Writer out;
    private boolean isFirst = true;

    CsvWriter(Writer out) {
        this.out = out;
    }

    /** Names of columns. */
    CsvWriter header(String... names) {
        for (String name : names) {
            figure(name);
        }
        return end();
    }

    /** A figure, date or code: nothing in it has to be kept from being computed. */
    CsvWriter figure(Object figure) {
        return cell(String.valueOf(figure));
    }

    CsvWriter text(String text) {
        return cell(guarded(text));
    }

    CsvWriter none() {
        return cell("");
    }

    /** What begins with = + - @, or with apostrophes and one of these or a digit, gets one more. */
    static String guarded(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        boolean isRead = i < text.length() && (Cells.COMPUTED.indexOf(text.charAt(i)) >= 0
                || i > 0 && text.charAt(i) >= '0' && text.charAt(i) <= '9');
        return isRead ? "'" + text : text;
    }

    private CsvWriter cell(String cell) {
        try {
            if (!isFirst) {
                out.write(',');
            }
            isFirst = false;
            if (needsQuotes(cell)) {
                out.write('"');
                out.write(cell.replace("\"", "\"\""));
                out.write('"');
            } else {
                out.write(cell);
            }
            return this;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static boolean needsQuotes(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\t' || c == ';'
                    || c == '|') {
                return true;
            }
        }
        return false;
    }

    CsvWriter end() {
        try {
            out.write('\n');
            isFirst = true;
            return this;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
