package onebook.exchange;

import java.util.Iterator;
import onebook.document.table.Row;
import onebook.document.table.Sheet;

/** Rows of a workbook's sheet or of a saved web page; numbers as a spreadsheet shows them. */
final class SheetRows implements Rows {
    private final Iterator<Row> rows;
    private final Cells cells = new Cells();

    SheetRows(Sheet sheet) {
        this.rows = sheet.rows().iterator();
    }

    @Override
    public boolean next() {
        do {
            if (!rows.hasNext()) {
                return false;
            }
            take(rows.next());
        } while (cells.isEmpty());
        return true;
    }

    private void take(Row row) {
        StringBuilder text = new StringBuilder();
        cells.begin(row.number());
        int[] ends = new int[row.cells().size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = text.append(FixedPoint.shown(row.cell(i))).length();
        }
        char[] all = text.toString().toCharArray();
        for (int i = 0; i < ends.length; i++) {
            cells.add(all, 0, i == 0 ? 0 : ends[i - 1], ends[i]);
        }
        cells.settle(all, 0);
    }

    @Override
    public Cells row() {
        return cells;
    }

    @Override
    public void close() {
        // a sheet is in memory
    }
}
