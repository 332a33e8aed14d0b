package onebook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Drafts of vouchers. No history: a draft changes until it is posted and is then gone; what stays
 * are the leaves of the operation log that say who prepared and who reviewed it.
 */
public final class DraftTable {
    private static final String COLUMNS = "SELECT id, date, json, saved, reviewed FROM draft ";
    private final BookFile file;
    private final boolean isThere;

    /**
     * A draft.
     *
     * @param json what the draft says
     * @param saved index of the leaf that says who wrote it as it stands
     * @param reviewed index of the leaf that says who reviewed it; empty before
     */
    public record Row(int id, LocalDate date, String json, long saved, Optional<Long> reviewed) { }

    private DraftTable(BookFile file) {
        this.file = file;
        this.isThere = !file.isReadOnly() || file.one(
                "SELECT 1 FROM sqlite_master WHERE name = 'draft'", row -> 1).isPresent();
    }

    public static DraftTable of(SqliteJournal journal) {
        return new DraftTable(journal.file());
    }

    /** The number the next draft gets; no number is given twice. */
    public int next() {
        return file.one("SELECT seq FROM sqlite_sequence WHERE name = 'draft'",
                row -> row.getInt(1)).orElse(0) + 1;
    }

    /** Requires the number that {@link #next()} gave. */
    public void add(Row row) {
        file.run("INSERT INTO draft VALUES (?, ?, ?, ?, NULL)", row.id(), row.date().toString(),
                row.json(), row.saved());
        KeptRows.follow(file, "draft", row.id());
        KeptRows.follow(file, "sqlite_sequence", "draft");
    }

    /** Another content in place of the one before; it is reviewed by nobody then. */
    public void change(Row row) {
        file.run("UPDATE draft SET date = ?, json = ?, saved = ?, reviewed = NULL WHERE id = ?",
                row.date().toString(), row.json(), row.saved(), row.id());
        KeptRows.follow(file, "draft", row.id());
    }

    public void review(int id, Optional<Long> leaf) {
        file.run("UPDATE draft SET reviewed = ? WHERE id = ?", leaf.orElse(null), id);
        KeptRows.follow(file, "draft", id);
    }

    public void delete(int id) {
        file.run("DELETE FROM draft WHERE id = ?", id);
        KeptRows.follow(file, "draft", id);
    }

    /** In order of date, then of number. */
    public List<Row> all() {
        return isThere ? file.all(COLUMNS + "ORDER BY date, id", DraftTable::row) : List.of();
    }

    public Optional<Row> find(int id) {
        return isThere ? file.one(COLUMNS + "WHERE id = ?", DraftTable::row, id)
                : Optional.empty();
    }

    private static Row row(ResultSet row) throws SQLException {
        long reviewed = row.getLong(5);
        Optional<Long> leaf = row.wasNull() ? Optional.empty() : Optional.of(reviewed);
        return new Row(row.getInt(1), LocalDate.parse(row.getString(2)), row.getString(3),
                row.getLong(4), leaf);
    }
}
