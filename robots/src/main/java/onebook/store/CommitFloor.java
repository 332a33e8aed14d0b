package onebook.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;

/**
 * The least that a durable write costs: one row of an entry's size, committed with WAL and
 * synchronous = FULL as a book does. A post is measured against it.
 */
public final class CommitFloor implements Callable<Void>, AutoCloseable {
    private static final int ROW_BYTES = 700;

    private final Connection connection;
    private final PreparedStatement insert;

    /** Requires a file that does not exist. */
    public CommitFloor(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA journal_mode = WAL");
            sql.execute("PRAGMA synchronous = FULL");
            sql.execute("CREATE TABLE row (n INTEGER PRIMARY KEY, body BLOB NOT NULL)");
        }
        insert = connection.prepareStatement("INSERT INTO row (body) VALUES (zeroblob(?))");
    }

    @Override
    public Void call() throws SQLException {
        insert.setInt(1, ROW_BYTES);
        insert.executeUpdate();
        return null;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
