package onebook.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.document.Encoding;
import onebook.document.Refused;
import onebook.document.table.Sheet;
import onebook.document.table.TableFile;
import onebook.ledger.Refusal;

/**
 * A file with a table of a known layout, found by looking at it. Text is streamed each time it is
 * read; a workbook or saved web page is held in memory.
 */
final class Table {
    private static final int HEADER_WITHIN = 60;
    /** Cells may hold line ends, so there may be more lines than rows. */
    private static final int MOST_LINES = 2 * CsvRows.MOST_ROWS;

    private final Path path;
    private final Layouts layouts;
    private final Optional<Encoding> encoding;
    private final List<Sheet> sheets;
    private final int sheet;
    private final Columns columns;

    private Table(Path path, Layouts layouts) throws Refused, IOException {
        this.path = path;
        this.layouts = layouts;
        boolean isText = isText(path);
        this.encoding = isText ? Optional.of(Encoding.of(path)) : Optional.empty();
        int lines = encoding.map(Encoding::lines).orElse(0);
        if (lines > MOST_LINES) {
            throw new Refused(Refusal.FILE_IS_TOO_LARGE,
                    lines + " lines; at most " + CsvRows.MOST_ROWS + " rows are read");
        }
        this.sheets = isText ? List.of() : TableFile.open(path).sheets();
        List<String[]> heads = new ArrayList<>();
        Optional<Columns> found = Optional.empty();
        int i = -1;
        while (found.isEmpty() && ++i < (isText ? 1 : sheets.size())) {
            try (Rows rows = open(i)) {
                found = header(rows, heads);
            }
        }
        this.sheet = i;
        this.columns = found.orElseThrow(() -> unknown(heads));
    }

    /** Refuses a file that holds no table of these layouts, and says what its header lacks. */
    static Table of(Path path, Layouts layouts) throws Refused {
        try {
            return new Table(path, layouts);
        } catch (IOException broken) {
            throw broken(broken);
        }
    }

    private static Refused broken(IOException why) {
        return new Refused(Refusal.FILE_IS_BROKEN, "cannot be read: " + why.getMessage());
    }

    private static boolean isText(Path path) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(512);
        }
        int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        String text = new String(head, StandardCharsets.ISO_8859_1).strip();
        return first != ('P' << 8 | 'K') && first != 0xD0CF && !text.startsWith("<")
                && !text.startsWith("\u00EF\u00BB\u00BF<");
    }

    private Rows open(int index) throws IOException {
        return encoding.isPresent() ? new CsvRows(encoding.get().reader(path))
                : new SheetRows(sheets.get(index));
    }

    /** Goes on to the row behind the header, which may be two rows that are read together. */
    private Optional<Columns> header(Rows rows, List<String[]> heads)
            throws IOException, Refused {
        Words words = new Words();
        String[] above = {};
        for (int i = 0; i < HEADER_WITHIN && rows.next(); i++) {
            String[] cells = rows.row().texts(words);
            Optional<Columns> found = layouts.find(cells);
            found = found.isPresent() ? found : layouts.find(joined(above, cells));
            if (found.isPresent()) {
                return found;
            }
            heads.add(cells);
            above = cells;
        }
        return Optional.empty();
    }

    /** 期末余额 over 借方 and 贷方 is 期末余额借方 and 期末余额贷方. */
    static String[] joined(String[] above, String[] below) {
        String[] joined = new String[Math.max(above.length, below.length)];
        String over = "";
        for (int i = 0; i < joined.length; i++) {
            String own = i < above.length ? above[i] : "";
            String under = i < below.length ? below[i] : "";
            over = own.isEmpty() ? over : own;
            joined[i] = under.isEmpty() ? own : own.equals(under) ? own : over + under;
        }
        return joined;
    }

    private Refused unknown(List<String[]> heads) {
        Columns nearest = heads.stream().map(layouts::nearest)
                .reduce((one, other) -> other.hits() > one.hits() ? other : one)
                .orElseGet(() -> layouts.nearest(new String[0]));
        Columns meant = nearest.hits() < 2 ? layouts.nearest(new String[0]) : nearest;
        List<String> names = meant.missing().isEmpty() ? meant.layout.marks()
                : meant.missingNames();
        return new Refused(Refusal.COLUMN_IS_MISSING,
                meant.layout.title() + ": " + String.join(", ", names));
    }

    Columns columns() {
        return columns;
    }

    Layouts.Vocabulary words() {
        return layouts.words;
    }

    /** "UTF-8", "GB18030", or "workbook". */
    String form() {
        return encoding.map(one -> one.charset().name()).orElse("workbook");
    }

    interface Reading {
        void of(Rows rows) throws IOException, Refused;
    }

    /** Reads the rows behind the header. */
    void reading(Reading reading) throws Refused {
        try (Rows rows = open(sheet)) {
            header(rows, new ArrayList<>());
            reading.of(rows);
        } catch (IOException broken) {
            throw broken(broken);
        }
    }
}
