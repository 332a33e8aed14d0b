package onebook.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private final FileChannel lockFile;
    private final FileLock lock;

    private BookFile(Connection connection, FileChannel lockFile, FileLock lock) {
        this.connection = connection;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Opens for writing, or only for reading where another process holds the lock. */
    static BookFile open(Path file) {
        try {
            FileChannel channel = channel(file);
            FileLock lock = channel == null ? null : tryLock(channel);
            String mode = lock == null ? "?mode=ro" : "?mode=rwc";
            Connection connection =
                    DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + mode);
            BookFile book = new BookFile(connection, channel, lock);
            book.prepare();
            return book;
        } catch (IOException | SQLException broken) {
            throw new StoreException("cannot open " + file, broken);
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        Path lockPath = file.resolveSibling(file.getFileName() + ".lock");
        if (!Files.isWritable(file.toAbsolutePath().getParent())
                || Files.exists(file) && !Files.isWritable(file)) {
            return null;
        }
        return FileChannel.open(lockPath, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    private void prepare() throws SQLException {
        run("PRAGMA busy_timeout = 5000");
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
        return lock == null;
    }

    /** All of it, or nothing. */
    <T> T transaction(Callable<T> work) {
        try {
            connection.setAutoCommit(false);
            T value = work.call();
            connection.commit();
            return value;
        } catch (Exception failed) {
            rollback(failed);
            throw failed instanceof RuntimeException known ? known
                    : new StoreException("not written", failed);
        } finally {
            autoCommit();
        }
    }

    private void rollback(Exception failed) {
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
        try (PreparedStatement statement = bound(sql, values); ResultSet rows = statement.executeQuery()) {
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
            if (lock != null) {
                lock.release();
            }
            if (lockFile != null) {
                lockFile.close();
            }
        } catch (SQLException broken) {
            throw new StoreException("cannot close the book", broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
