package onebook.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** One SQLite file, with the lock that makes this process its only writer. */
final class BookFile implements AutoCloseable {
    /** Turns one row into a value. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Optional<WriterLock> lock;

    private BookFile(Connection connection, Optional<WriterLock> lock) {
        this.connection = connection;
        this.lock = lock;
    }

    /** Opens for writing, or only for reading where another process holds the lock. */
    static BookFile open(Path file) {
        try {
            Optional<WriterLock> lock = WriterLock.of(file);
            try {
                return open(file, lock);
            } catch (SQLException | RuntimeException broken) {
                if (lock.isPresent()) {
                    lock.get().close();
                }
                throw broken;
            }
        } catch (IOException | SQLException | StoreException broken) {
            throw new StoreException("cannot open " + file, broken);
        }
    }

    private static BookFile open(Path file, Optional<WriterLock> lock) throws SQLException {
        String mode = lock.isEmpty() ? "?mode=ro" : "?mode=rwc";
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + mode);
        try {
            BookFile book = new BookFile(connection, lock);
            book.prepare();
            return book;
        } catch (SQLException | RuntimeException broken) {
            connection.close();
            throw broken;
        }
    }

    private void prepare() throws SQLException {
        run("PRAGMA busy_timeout = 5000");
        List<String> tables = all("SELECT name FROM sqlite_master", row -> row.getString(1));
        if (!tables.isEmpty() && !tables.contains("leaf")) {
            throw new SQLException("this database is no book of OneBook");
        }
        if (isReadOnly()) {
            run("PRAGMA query_only = 1");
            return;
        }
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        transaction(() -> {
            Schema.create(connection);
            return null;
        });
    }

    boolean isReadOnly() {
        return lock.isEmpty();
    }

    /** All of it, or nothing. */
    <T> T transaction(Callable<T> work) {
        try {
            connection.setAutoCommit(false);
            T value = work.call();
            connection.commit();
            return value;
        } catch (Error | RuntimeException failed) {
            rollback(failed);
            throw failed;
        } catch (Exception failed) {
            rollback(failed);
            throw new StoreException("not written", failed);
        } finally {
            autoCommit();
        }
    }

    private void rollback(Throwable failed) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failed.addSuppressed(second);
        }
    }

    private void autoCommit() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            throw new StoreException("cannot end the transaction", broken);
        }
    }

    void run(String sql, Object... values) {
        try (PreparedStatement statement = bound(sql, values)) {
            statement.execute();
        } catch (SQLException refused) {
            throw new StoreException(sql, refused);
        }
    }

    <T> List<T> all(String sql, Row<T> row, Object... values) {
        try (PreparedStatement statement = bound(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(row.of(rows));
            }
            return list;
        } catch (SQLException broken) {
            throw new StoreException(sql, broken);
        }
    }

    <T> Optional<T> one(String sql, Row<T> row, Object... values) {
        return all(sql, row, values).stream().findFirst();
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (SQLException broken) {
            throw new StoreException("cannot close the book", broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
