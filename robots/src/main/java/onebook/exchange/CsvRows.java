package onebook.exchange;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import onebook.document.Refused;
import onebook.ledger.Refusal;

/**
 * Rows of delimited text, streamed: lines end in LF, CRLF or CR, a cell in quotes may hold
 * delimiters, line ends and doubled quotes.
 */
final class CsvRows implements Rows {
    static final int MOST_ROWS = 5_000_000;
    private static final int MOST_CHARACTERS_IN_A_ROW = 1 << 20;
    private static final int MOST_LINES_IN_A_CELL = 50;
    private static final char[] DELIMITERS = {',', '\t', ';', '|'};
    private static final int CHUNK = 1 << 16;

    private final Reader in;
    private final Cells cells = new Cells();
    private char[] text = new char[CHUNK];
    private int start;
    private int at;
    private int limit;
    private boolean isAtEnd;
    private char delimiter;
    private int line = 1;
    private int rows;

    CsvRows(Reader in) throws IOException {
        this.in = in;
        while (limit < text.length && !isAtEnd) {
            fill();
        }
        this.delimiter = likeliest();
    }

    /** What stands most often in the lines at the beginning, no line outweighing the others. */
    private char likeliest() {
        String head = new String(text, 0, limit);
        char best = DELIMITERS[0];
        long most = 0;
        for (char candidate : DELIMITERS) {
            long times = head.lines().limit(60).mapToLong(one -> Math.min(12,
                    one.chars().filter(c -> c == candidate).count())).sum();
            if (times > most) {
                most = times;
                best = candidate;
            }
        }
        return best;
    }

    @Override
    public Cells row() {
        return cells;
    }

    @Override
    public boolean next() throws IOException, Refused {
        do {
            start = at;
            if (at == limit && !more()) {
                return false;
            }
            read();
        } while (cells.isEmpty());
        if (++rows > MOST_ROWS) {
            throw new Refused(Refusal.FILE_IS_TOO_LARGE, "more than " + MOST_ROWS + " rows");
        }
        return true;
    }

    private void read() throws IOException, Refused {
        cells.begin(line);
        boolean isLast = false;
        while (!isLast) {
            if (cells.count() == Cells.MOST_COLUMNS) {
                throw new Refused(Refusal.FILE_IS_TOO_LARGE,
                        "line " + line + " has more than " + Cells.MOST_COLUMNS + " columns");
            }
            int cell = at - start;
            int quote = quoteAt();
            if (quote >= 0) {
                quoted(quote);
            } else {
                plain();
                cells.add(text, start, cell, at - start);
            }
            isLast = at == limit || text[at] != delimiter;
            at += isLast ? 0 : 1;
        }
        cells.settle(text, start);
        endLine();
    }

    /** Where the cell's opening quote stands from the row's beginning, or -1. */
    private int quoteAt() throws IOException, Refused {
        int ahead = 0;
        while (at + ahead < limit || more()) {
            char c = text[at + ahead];
            if (c == '"') {
                return at + ahead - start;
            }
            if (c != ' ') {
                return -1;
            }
            ahead++;
        }
        return -1;
    }

    private void plain() throws IOException, Refused {
        while (at < limit || more()) {
            char c = text[at];
            if (c == delimiter || c == '\n' || c == '\r') {
                return;
            }
            at++;
        }
    }

    /** Moves the text between the quotes together, since a doubled quote stands for one. */
    private void quoted(int quote) throws IOException, Refused {
        int opened = line;
        int first = quote + 1;
        int end = first;
        at = start + first;
        while (true) {
            if (at == limit && !more() || line - opened > MOST_LINES_IN_A_CELL) {
                throw new Refused(Refusal.FILE_IS_BROKEN,
                        "the quote that opens in line " + opened + " is not closed");
            }
            char c = text[at++];
            boolean isSecond = c == '\n' && end > first && text[start + end - 1] == '\r';
            line += c == '\r' || c == '\n' && !isSecond ? 1 : 0;
            if (c == '"') {
                if (at == limit && !more() || text[at] != '"') {
                    break;
                }
                at++;
            }
            text[start + end++] = c;
        }
        int behind = at - start;
        plain();
        int tail = at - start - behind;
        System.arraycopy(text, start + behind, text, start + end, tail);
        cells.add(text, start, first, end + tail);
    }

    private void endLine() throws IOException, Refused {
        if (at < limit && text[at] == '\r') {
            at++;
            if (at == limit) {
                more();
                cells.settle(text, start);
            }
            at += at < limit && text[at] == '\n' ? 1 : 0;
        } else if (at < limit) {
            at++;
        }
        line++;
    }

    /** Reads on, the row's beginning first; false at the end of the file. */
    private boolean more() throws IOException, Refused {
        if (isAtEnd) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(text, start, text, 0, limit - start);
            at -= start;
            limit -= start;
            start = 0;
        } else if (limit == text.length) {
            if (limit >= MOST_CHARACTERS_IN_A_ROW) {
                throw new Refused(Refusal.FIELD_IS_TOO_LONG,
                        "line " + line + " has more than " + limit + " characters");
            }
            text = Arrays.copyOf(text, 2 * limit);
        }
        int before = limit;
        while (limit == before && !isAtEnd) {
            fill();
        }
        return limit > before;
    }

    private void fill() throws IOException {
        int got = in.read(text, limit, text.length - limit);
        isAtEnd = got < 0;
        limit += Math.max(got, 0);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
