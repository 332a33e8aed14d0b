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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** One SQLite file, with the lock that makes this process its only writer. */
final class BookFile implements AutoCloseable {
    /** Turns one row into a value. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Takes one row. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Optional<WriterLock> lock;
    /** Statements that nobody uses just now. */
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final WriteQueue queue = new WriteQueue(this::execute);
    private boolean isInTransaction;

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
        Properties settings = new Properties();
        settings.setProperty("jdbc.get_generated_keys", "false"); // nobody asks, each costs a query
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + mode, settings);
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
        run("PRAGMA cache_size = -65536");
        transaction(() -> {
            Schema.create(connection);
            return null;
        });
    }

    boolean isReadOnly() {
        return lock.isEmpty();
    }

    boolean isInTransaction() {
        return isInTransaction;
    }

    /** All of it, or nothing. */
    <T> T transaction(Callable<T> work) {
        try {
            connection.setAutoCommit(false);
            isInTransaction = true;
            T value = work.call();
            queue.settle();
            connection.commit();
            return value;
        } catch (Error | RuntimeException failed) {
            rollback(failed);
            throw failed;
        } catch (Exception failed) {
            rollback(failed);
            throw new StoreException("not written", failed);
        } finally {
            isInTransaction = false;
            autoCommit();
        }
    }

    private void rollback(Throwable failed) {
        try {
            queue.forget();
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
        queue.settle();
        execute(sql, values);
    }

    /** Writes before the transaction ends or anything is read. Requires a transaction. */
    void later(String sql, Object... values) {
        queue.add(sql, values);
    }

    /** What was written {@link #later} before this many batches is there for {@link #peek}. */
    long batches() {
        return queue.batches();
    }

    private void execute(String sql, Object... values) {
        try {
            PreparedStatement statement = bound(sql, values);
            if (statement.execute()) {
                statement.close(); // a pragma that answers
            } else {
                done(sql, statement);
            }
        } catch (SQLException refused) {
            throw new StoreException(sql, refused);
        }
    }

    void each(String sql, Reader reader, Object... values) {
        queue.settle();
        read(sql, reader, values);
    }

    /** Whether there is a row; does not see the last two batches of what comes {@link #later}. */
    boolean peek(String sql, Object... values) {
        boolean[] found = {false};
        read(sql, row -> found[0] = true, values);
        return found[0];
    }

    private void read(String sql, Reader reader, Object... values) {
        try {
            PreparedStatement statement = bound(sql, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
            done(sql, statement);
        } catch (SQLException broken) {
            throw new StoreException(sql, broken);
        }
    }

    <T> List<T> all(String sql, Row<T> row, Object... values) {
        List<T> list = new ArrayList<>();
        each(sql, one -> list.add(row.of(one)), values);
        return list;
    }

    <T> Optional<T> one(String sql, Row<T> row, Object... values) {
        return all(sql, row, values).stream().findFirst();
    }

    /** The cells of each row, from the first column on. */
    List<List<Object>> rows(String sql, int columns) {
        return all(sql, row -> {
            Object[] values = new Object[columns];
            for (int i = 0; i < columns; i++) {
                values[i] = row.getObject(i + 1);
            }
            return Arrays.asList(values);
        });
    }

    /** Rows as they are asked for. Close it. */
    <T> Stream<T> stream(String sql, Row<T> row, Object... values) {
        queue.settle();
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            bind(statement, values);
            return new RowStream<>(statement, row).stream();
        } catch (SQLException broken) {
            throw new StoreException(sql, broken);
        }
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement;
        synchronized (prepared) {
            statement = prepared.remove(sql);
        }
        if (statement == null) {
            statement = connection.prepareStatement(sql);
        }
        bind(statement, values);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Kept for the next time; one that failed is left to the connection. */
    private void done(String sql, PreparedStatement statement) throws SQLException {
        PreparedStatement second;
        synchronized (prepared) {
            second = prepared.put(sql, statement);
        }
        if (second != null) {
            second.close();
        }
    }

    @Override
    public void close() {
        try {
            queue.close();
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
