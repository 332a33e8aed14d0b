package onebook.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.document.Encoding;
import onebook.document.Refused;
import onebook.document.table.Sheet;
import onebook.document.table.TableFile;
import onebook.ledger.Refusal;

/**
 * A file of vouchers: what it is, found by looking at it, and the vouchers it holds. Text is
 * streamed each time it is read; a workbook or saved web page is held in memory.
 */
public final class VoucherFile {
    private static final int HEADER_WITHIN = 60;

    private final Path path;
    private final Layouts layouts;
    private final Optional<Encoding> encoding;
    private final List<Sheet> sheets;
    private final Columns columns;
    private final int sheet;
    private int voids;

    /** Whom each voucher is handed to. */
    public interface Taker {
        void take(Voucher voucher);
    }

    private VoucherFile(Path path, Layouts layouts) throws Refused, IOException {
        this.path = path;
        this.layouts = layouts;
        boolean isText = isText(path);
        this.encoding = isText ? Optional.of(Encoding.of(path)) : Optional.empty();
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

    /** Refuses a file that is no table of vouchers, and says what its header lacks. */
    public static VoucherFile of(Path path, Layouts layouts) throws Refused {
        try {
            return new VoucherFile(path, layouts);
        } catch (IOException broken) {
            throw new Refused(Refusal.FILE_IS_BROKEN, "cannot be read: " + broken.getMessage());
        }
    }

    private static boolean isText(Path path) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(512);
        }
        int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        String text = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).strip();
        return first != ('P' << 8 | 'K') && first != 0xD0CF && !text.startsWith("<")
                && !text.startsWith("\u00EF\u00BB\u00BF<");
    }

    private Rows open(int index) throws IOException {
        return encoding.isPresent() ? new CsvRows(encoding.get().reader(path))
                : new SheetRows(sheets.get(index));
    }

    /** Goes on to the row behind the header. */
    private Optional<Columns> header(Rows rows, List<String[]> heads)
            throws IOException, Refused {
        Words words = new Words();
        for (int i = 0; i < HEADER_WITHIN && rows.next(); i++) {
            String[] cells = rows.row().texts(words);
            Optional<Columns> found = layouts.find(cells);
            if (found.isPresent()) {
                return found;
            }
            heads.add(cells);
        }
        return Optional.empty();
    }

    private Refused unknown(List<String[]> heads) {
        Columns nearest = heads.stream().map(layouts::nearest)
                .reduce((one, other) -> other.hits() > one.hits() ? other : one)
                .orElseGet(() -> layouts.nearest(new String[0]));
        String what = nearest.hits() < 2 ? "entry,date,account,description,debit,credit"
                : nearest.layout.title() + ": " + String.join(", ", nearest.missing().isEmpty()
                        ? nearest.layout.marks() : nearest.missingNames());
        return new Refused(Refusal.COLUMN_IS_MISSING, what);
    }

    /** Name of its layout, as "kingdee". */
    public String layout() {
        return columns.layout.layout();
    }

    /** "UTF-8", "GB18030", or "workbook". */
    public String form() {
        return encoding.map(one -> one.charset().name()).orElse("workbook");
    }

    /** The codes of all accounts with the name the file gives each, "" where it gives none. */
    public Map<String, String> accounts() throws Refused {
        Map<String, String> accounts = new LinkedHashMap<>();
        Words words = new Words();
        reading(rows -> {
            while (rows.next()) {
                String code = rows.row().text(columns.of("account"), words);
                String name = rows.row().text(columns.of("accountName"), words);
                if (!code.isEmpty() && accounts.size() < Faults.MOST_KEPT * 10) {
                    accounts.merge(code, name, (one, other) -> one.isEmpty() ? other : one);
                }
            }
        });
        return accounts;
    }

    /** Hands over each voucher in order; what cannot be one is told to the faults. */
    public void read(AccountCodes accounts, Faults faults, Taker taker) throws Refused {
        reading(rows -> {
            VoucherReader reader = new VoucherReader(rows, columns, layouts.words, accounts,
                    faults);
            reader.read(taker);
            voids = reader.voids();
        });
    }

    /** How many vouchers of the last reading were void. */
    public int voids() {
        return voids;
    }

    private interface Reading {
        void of(Rows rows) throws IOException, Refused;
    }

    private void reading(Reading reading) throws Refused {
        try (Rows rows = open(sheet)) {
            header(rows, new ArrayList<>());
            reading.of(rows);
        } catch (IOException broken) {
            throw new Refused(Refusal.FILE_IS_BROKEN, "cannot be read: " + broken.getMessage());
        }
    }
}
