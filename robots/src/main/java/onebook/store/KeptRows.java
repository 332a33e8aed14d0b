package onebook.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.seal.Sha256;

/**
 * A digest beside each row that no leaf of the log repeats: what was read, runs, drafts, settings.
 * It finds a disk that errs and a hand that changes a row only; what must not be forged stands in
 * the log. Rows from before there were digests have none.
 */
final class KeptRows {
    /** Tables and what names a row of each. */
    private static final Map<String, String> NAMES = new TreeMap<>(Map.of("bank_line", "id",
            "document", "id", "draft", "id", "reading", "document", "run", "id", "secret", "name",
            "setting", "name", "sqlite_sequence", "name"));

    private final BookFile file;

    private KeptRows(BookFile file) {
        this.file = file;
    }

    /** Follows a row that was written, changed or deleted. Requires the same transaction. */
    static void follow(BookFile file, String table, Object name) {
        Optional<List<Object>> row = file.rows("SELECT * FROM " + table + " WHERE "
                + NAMES.get(table) + " = ?", columns(table), name).stream().findFirst();
        if (row.isPresent()) {
            file.run("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", table, String.valueOf(name),
                    digest(row.get()));
        } else {
            file.run("DELETE FROM kept WHERE tab = ? AND name = ?", table, String.valueOf(name));
        }
    }

    private static int columns(String table) {
        return table.equals("sqlite_sequence") ? 2 : Schema.tables().get(table).size();
    }

    private static String digest(List<Object> row) {
        StringBuilder text = new StringBuilder();
        row.forEach(cell -> text.append(cell == null ? "" : cell.getClass().getSimpleName())
                .append(' ').append(cell).append('\n'));
        return Sha256.hex(text.toString());
    }

    /** Rows that are not as they were kept, each "table name". */
    static List<String> differing(BookFile file) {
        return new KeptRows(file).differing();
    }

    private List<String> differing() {
        Map<String, String> kept = new TreeMap<>();
        if (file.one("SELECT 1 FROM sqlite_master WHERE name = 'kept'", row -> 1).isEmpty()) {
            return List.of();
        }
        file.each("SELECT tab, name, sha256 FROM kept", row -> kept.put(
                row.getString(1) + " " + row.getString(2), row.getString(3)));
        NAMES.forEach((table, name) -> {
            List<String> columns = table.equals("sqlite_sequence") ? List.of("name", "seq")
                    : Schema.columns(file, table);
            for (List<Object> row : file.rows("SELECT * FROM " + table, columns.size())) {
                String subject = table + " " + row.get(columns.indexOf(name));
                if (digest(row).equals(kept.getOrDefault(subject, digest(row)))) {
                    kept.remove(subject);
                }
            }
        });
        return List.copyOf(kept.keySet());
    }
}
