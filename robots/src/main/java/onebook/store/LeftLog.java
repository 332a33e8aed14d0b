package onebook.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import onebook.ledger.Refusal;

/**
 * The write-ahead log that a killed process left beside a book. Opened for writing, it becomes part
 * of the book for ever; so it is looked at first, and one of another book stays outside.
 */
final class LeftLog {
    /** Where the header of a database has it. */
    static final int APPLICATION_ID_AT = 68;

    private LeftLog() { }

    static Path of(Path book) {
        return book.resolveSibling(book.getFileName() + "-wal");
    }

    static boolean isBeside(Path book) {
        return of(book).toFile().length() > 0;
    }

    /** Throws {@link StoreException} where book and log are not one book; changes neither. */
    static void check(Path book) throws IOException, SQLException {
        if (!Files.isRegularFile(book) || Files.size(book) == 0 || !isBeside(book)) {
            return;
        }
        try (Connection reader = BookDatabase.reader(book);
                Statement sql = reader.createStatement()) {
            int own = applicationId(book);
            require(own == 0 || own == number(sql, "PRAGMA application_id"), of(book));
            require("ok".equals(text(sql, "PRAGMA quick_check(1)")), of(book));
            boolean isBegun = number(sql,
                    "SELECT count(*) FROM sqlite_master WHERE name = 'leaf'") > 0;
            require(!isBegun || number(sql, "SELECT count(*) - max(n) - 1 FROM leaf") == 0,
                    of(book));
        }
    }

    /** As the file says it, whatever the log beside it says. */
    private static int applicationId(Path book) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(book.toFile(), "r")) {
            file.seek(APPLICATION_ID_AT);
            return file.readInt();
        }
    }

    private static int number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            return row.getInt(1);
        }
    }

    private static String text(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            return row.getString(1);
        }
    }

    /** Refuses what was left beside a book where it is not the book's. */
    static void require(boolean holds, Path left) {
        if (!holds) {
            throw new StoreException(Refusal.BOOK_IS_DAMAGED, left.getFileName()
                    + " does not belong to this book; put the two files that belong together"
                    + " in one place, or restore a backup");
        }
    }
}
