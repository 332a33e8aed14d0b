package onebook.app.ledger;

import java.util.ArrayList;
import java.util.List;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;

/** One line of an entry in the table; the first line of each entry carries its number. */
record Row(JournalEntry entry, Posting line, boolean isFirst) {

    static List<Row> of(List<JournalEntry> entries) {
        List<Row> rows = new ArrayList<>();
        for (JournalEntry entry : entries) {
            boolean isFirst = true;
            for (Posting line : entry.postings()) {
                rows.add(new Row(entry, line, isFirst));
                isFirst = false;
            }
        }
        return rows;
    }

    String ifFirst(String text) {
        return isFirst ? text : "";
    }
}
