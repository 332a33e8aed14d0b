package onebook.exchange;

import java.util.HashMap;
import java.util.Map;
import onebook.document.table.CellText;
import onebook.ledger.Refusal;

/** What keeps a row from being read: it sums others up, computes, or says too much. */
final class RowCheck {
    static final int LONGEST_TEXT = 1000;
    private static final int MOST_KNOWN = 10_000;

    private final Columns columns;
    private final Layouts.Vocabulary vocabulary;
    private final Faults faults;
    private final Words words;
    private final int account;
    private final int accountName;
    private final int[] used;
    private final Map<String, Boolean> accounts = new HashMap<>();

    RowCheck(Table table, Faults faults, Words words) {
        this.columns = table.columns();
        this.vocabulary = table.words();
        this.faults = faults;
        this.words = words;
        this.account = columns.of("account");
        this.accountName = columns.ofName();
        this.used = columns.used();
    }

    /** True, and a fault, where a cell of the row holds a formula. */
    boolean hasFormula(Cells row) {
        for (int column : used) {
            if (row.isFormula(column)) {
                faults.add(Refusal.CELL_IS_A_FORMULA, row.line(), row.written(column, words));
                return true;
            }
        }
        return false;
    }

    /** True where the row sums others up: it names no account, only a word for totals. */
    boolean isTotal(Cells row) {
        int named = row.isEmpty(account) ? accountName : account;
        if (!row.isEmpty(named) && !isTotalAccount(row.text(named, words))) {
            return false;
        }
        for (int i = 0; i < row.count(); i++) {
            String cell = CellText.label(row.written(i, words));
            if (!cell.isEmpty()) {
                return isTotal(cell) || isTotal(row.text(columns.of("summary"), words));
            }
        }
        return false;
    }

    private boolean isTotalAccount(String cell) {
        if (accounts.size() > MOST_KNOWN) {
            accounts.clear();
        }
        return accounts.computeIfAbsent(cell, this::isTotal);
    }

    private boolean isTotal(String cell) {
        String label = CellText.label(cell);
        return vocabulary.totals().stream().anyMatch(label::startsWith);
    }

    /** True, and a fault, where a cell is longer than a line of a voucher can be, or is no text. */
    boolean isUnfit(Cells row) {
        for (int column : used) {
            if (row.length(column) > LONGEST_TEXT) {
                faults.add(Refusal.FIELD_IS_TOO_LONG, row.line(), row.length(column)
                        + " characters; at most " + LONGEST_TEXT);
                return true;
            }
            if (!row.isEmpty(column) && row.isBroken(column)) {
                faults.add(Refusal.CELL_IS_NOT_UNDERSTOOD, row.line(), "half a character");
                return true;
            }
        }
        return false;
    }
}
