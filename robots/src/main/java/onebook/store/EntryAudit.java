package onebook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;

/**
 * Compares the tables of entries with the entries that were sealed. First digest by digest, so that
 * a large book needs no memory; then row by row, only where digests differ.
 */
final class EntryAudit {
    private static final String ENTRY_ROWS = "SELECT number, period, date, kind, summary, rule,"
            + " proposal, corrects, leaf FROM entry";
    private static final String POSTING_ROWS = "SELECT printf('%s-%04d', period, sequence),"
            + " account || ' ' || period, line, side, minor, currency, party FROM posting";

    /** The rows of both tables by group and by the number of their entry. */
    private static final class Rows {
        private final Map<String, List<String>> byNumber = new TreeMap<>();

        void add(String number, String row) {
            byNumber.computeIfAbsent(number, one -> new ArrayList<>()).add(row);
        }
    }

    private final BookFile file;
    private final TableDigests sealed = new TableDigests();
    private final Set<String> keys = new HashSet<>();

    EntryAudit(BookFile file) {
        this.file = file;
    }

    /** Requires the sealed entries in the order of the log. */
    void add(JournalEntry entry, long leaf) {
        rows(entry, leaf, sealed::add);
        entry.keys().forEach(key -> keys.add(key(key, entry.number().toString())));
    }

    /** Groups, as "period" and "account period", whose rows are not those that were sealed. */
    Set<String> differing() {
        TableDigests found = new TableDigests();
        rows(" ORDER BY period, sequence", " ORDER BY account, period, sequence, line",
                (number, group, row) -> found.add(group, row));
        return sealed.differing(found);
    }

    /** Which entries differ; {@code entries} gives every sealed one again, with its leaf. */
    void name(Set<String> groups, Iterable<Map.Entry<Long, JournalEntry>> entries,
            BiConsumer<String, String> damage) {
        Rows lines = new Rows();
        Rows heads = new Rows();
        entries.forEach(one -> rows(one.getValue(), one.getKey(), (group, row) -> {
            if (groups.contains(group)) {
                (group.contains(" ") ? lines : heads).add(one.getValue().number().toString(), row);
            }
        }));
        Rows foundLines = new Rows();
        Rows foundHeads = new Rows();
        rows(" ORDER BY number", " ORDER BY account, period, sequence, line",
                (number, group, row) -> {
                    if (groups.contains(group)) {
                        (group.contains(" ") ? foundLines : foundHeads).add(number, row);
                    }
                });
        compare(heads, foundHeads, "its row differs from what was sealed", "was never sealed",
                damage);
        compare(lines, foundLines, "its lines differ from what was sealed",
                "has lines that were never sealed", damage);
    }

    private static void compare(Rows sealed, Rows found, String differs, String more,
            BiConsumer<String, String> damage) {
        sealed.byNumber.forEach((number, rows) -> {
            if (!rows.equals(found.byNumber.remove(number))) {
                damage.accept("entry " + number, differs);
            }
        });
        found.byNumber.keySet().forEach(number -> damage.accept("entry " + number, more));
    }

    /** Keys of the file that no entry sealed, and sealed ones that the file lacks. */
    void keys(BiConsumer<String, String> damage) {
        file.each("SELECT key, entry FROM booked", row -> {
            if (!keys.remove(key(row.getString(1), row.getString(2)))) {
                damage.accept("entry " + row.getString(2),
                        "was never sealed as booking " + row.getString(1));
            }
        });
        keys.forEach(key -> damage.accept("entry " + key.substring(0, key.indexOf(' ')),
                "no longer books" + key.substring(key.indexOf(' '))));
    }

    private static String key(String key, String number) {
        return number + " " + key;
    }

    private interface RowReader {
        void row(String number, String group, String row);
    }

    private void rows(String entryOrder, String postingOrder, RowReader reader) {
        file.each(ENTRY_ROWS + entryOrder, row -> reader.row(row.getString(1), row.getString(2),
                text(row, 1, 9)));
        file.each(POSTING_ROWS + postingOrder, row -> reader.row(row.getString(1),
                row.getString(2), text(row, 1, 7)));
    }

    private static String text(ResultSet row, int from, int to) throws SQLException {
        String[] cells = new String[to - from + 1];
        for (int column = from; column <= to; column++) {
            cells[column - from] = row.getString(column);
        }
        return joined(cells);
    }

    /** Lengths between the cells, so that what stands in one cannot pass for another's. */
    private static String joined(String... cells) {
        StringBuilder text = new StringBuilder();
        for (String cell : cells) {
            text.append(cell == null ? -1 : cell.length()).append(':').append(cell);
        }
        return text.toString();
    }

    private static void rows(JournalEntry entry, long leaf, BiConsumer<String, String> reader) {
        String number = entry.number().toString();
        String period = entry.period().toString();
        reader.accept(period, joined(number, period, entry.date().toString(),
                entry.kind().name(), entry.summary(), entry.rule(), entry.proposal(),
                entry.corrects().map(EntryNumber::toString).orElse(null), Long.toString(leaf)));
        int at = 0;
        for (Posting line : entry.postings()) {
            String group = line.account() + " " + period;
            reader.accept(group, joined(number, group, Integer.toString(at++), line.side().name(),
                    Long.toString(line.amount().minor()), line.amount().currency(), line.party()));
        }
    }
}
