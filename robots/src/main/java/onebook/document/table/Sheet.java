package onebook.document.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import onebook.document.Refused;
import onebook.ledger.Refusal;

/** The rows of one table of a file. Refuses more than a statement of a small company can hold. */
public final class Sheet {
    public static final int MAX_ROWS = 100_000;
    static final int MAX_COLUMNS = 400;
    static final int MAX_CELLS = 4_000_000;
    static final int MAX_CELL_LENGTH = 32_767;

    private final String name;
    private final List<Row> rows = new ArrayList<>();
    private int cells;

    Sheet(String name) {
        this.name = name;
    }

    /** Takes a row of raw cell texts; a row without any cell is not kept. */
    void add(int number, List<String> raw) throws Refused {
        if (raw.isEmpty()) {
            return;
        }
        cells += raw.size();
        if (raw.size() > MAX_COLUMNS || rows.size() >= MAX_ROWS || cells > MAX_CELLS) {
            throw new Refused(Refusal.FILE_IS_TOO_LARGE,
                    "at most %d rows of %d columns are read; row %d passes that"
                    .formatted(MAX_ROWS, MAX_COLUMNS, number));
        }
        rows.add(new Row(number, raw.stream().map(CellText::clean).toList()));
    }

    public String name() {
        return name;
    }

    public List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }
}
