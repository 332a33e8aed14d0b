package onebook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people sign on with, and how often they failed. No history: passwords change. Who the
 * people are and which roles they have stands in the log alone.
 */
public final class SecretTable {
    private static final String COLUMNS = "SELECT name, record, failures, locked FROM secret ";
    private final BookFile file;
    private final boolean isThere;

    /**
     * The secret of one person.
     *
     * @param record a salted hash of the password, never the password; empty where there is none
     * @param failures how often signing on failed since it last succeeded
     * @param lockedUntil no attempt is heard before
     */
    public record Row(String name, String record, int failures, Instant lockedUntil) { }

    private SecretTable(BookFile file) {
        this.file = file;
        this.isThere = !file.isReadOnly() || file.one(
                "SELECT 1 FROM sqlite_master WHERE name = 'secret'", row -> 1).isPresent();
    }

    public static SecretTable of(SqliteJournal journal) {
        return new SecretTable(journal.file());
    }

    public Optional<Row> find(String name) {
        return isThere ? file.one(COLUMNS + "WHERE name = ?", SecretTable::row, name)
                : Optional.empty();
    }

    public List<Row> all() {
        return isThere ? file.all(COLUMNS + "ORDER BY name", SecretTable::row) : List.of();
    }

    public void set(Row row) {
        file.run("INSERT OR REPLACE INTO secret VALUES (?, ?, ?, ?)", row.name(), row.record(),
                row.failures(), row.lockedUntil().getEpochSecond());
        KeptRows.follow(file, "secret", row.name());
    }

    public void delete(String name) {
        file.run("DELETE FROM secret WHERE name = ?", name);
        KeptRows.follow(file, "secret", name);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString(1), row.getString(2), row.getInt(3),
                Instant.ofEpochSecond(row.getLong(4)));
    }
}
