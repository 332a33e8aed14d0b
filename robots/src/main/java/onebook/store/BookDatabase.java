package onebook.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import onebook.ledger.Refusal;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The database of one book, and the lock that makes this process its only writer. A plain book is a
 * file of SQLite; the database of an encrypted one is in memory only, and written encrypted.
 */
final class BookDatabase implements AutoCloseable {
    /** So long who finds the file held by another waits for it. */
    static final int PATIENCE = 5000;

    private final Path file;
    private final Optional<WriterLock> lock;
    private final Optional<EncryptedBook> encrypted;
    private final Path evidence;
    private final Connection connection;
    private String kept = "";

    private BookDatabase(Path file, Optional<WriterLock> lock, Optional<EncryptedBook> encrypted)
            throws SQLException {
        this.file = file;
        this.lock = lock;
        this.encrypted = encrypted;
        this.evidence = encrypted.map(book -> EvidenceCopies.readable(file, book.key()))
                .orElseGet(() -> EvidenceCopies.plain(file));
        this.connection = encrypted.isPresent() ? connect("jdbc:sqlite::memory:") : connect();
    }

    /** Opens for writing, or only for reading where another holds the lock or none may write. */
    static BookDatabase open(Path file, Optional<char[]> passphrase) {
        return locked(file, lock -> {
            if (lock.isPresent()) {
                EvidenceCopies.sweep(file);
                LeftLog.check(file);
                LeftJournal.check(file);
            }
            Optional<EncryptedBook> encrypted = EncryptedBook.isAt(file)
                    ? Optional.of(EncryptedBook.open(file, passphrase)) : Optional.empty();
            BookDatabase database = new BookDatabase(file, lock, encrypted);
            return database.opened(database::reload);
        });
    }

    /** An encrypted book where none is. */
    static BookDatabase encrypted(Path file, char[] passphrase, int iterations) {
        return locked(file, lock -> new BookDatabase(file, lock,
                Optional.of(EncryptedBook.fresh(file, passphrase, iterations))));
    }

    private interface Step<T> {
        T with(Optional<WriterLock> lock) throws IOException, SQLException;
    }

    private static BookDatabase locked(Path file, Step<BookDatabase> opening) {
        try {
            Optional<WriterLock> lock = WriterLock.of(file);
            try {
                return opening.with(lock);
            } catch (IOException | SQLException | RuntimeException broken) {
                if (lock.isPresent()) {
                    lock.get().close();
                }
                throw broken;
            }
        } catch (IOException | SQLException | StoreException broken) {
            throw new StoreException("cannot open " + file, broken);
        }
    }

    private BookDatabase opened(Runnable reading) {
        try {
            reading.run();
            return this;
        } catch (RuntimeException broken) {
            closeConnection();
            throw broken;
        }
    }

    private Connection connect() throws SQLException {
        return isReadOnly() ? reader(file)
                : connect("jdbc:sqlite:" + file.toUri() + "?mode=rwc");
    }

    /** Only reads a plain book, whoever writes it. */
    static Connection reader(Path file) throws SQLException {
        String plain = "jdbc:sqlite:" + file.toUri();
        Connection reader = connect(plain + "?mode=ro");
        try (Statement sql = reader.createStatement()) {
            sql.execute("PRAGMA busy_timeout = " + PATIENCE);
            sql.execute("SELECT count(*) FROM sqlite_master");
            return reader;
        } catch (SQLiteException broken) {
            reader.close();
            if (broken.getResultCode().code % 256 != SQLiteErrorCode.SQLITE_CANTOPEN.code
                    || LeftLog.isBeside(file) || LeftJournal.isBeside(file)) {
                throw broken;
            }
            return connect(plain + "?immutable=1"); // nobody can write beside it, so nobody does
        }
    }

    /** A plain book that is one file only, nothing beside it. Requires the writer's lock. */
    static SQLiteConnection alone(Path file) throws SQLException {
        SQLiteConnection connection =
                (SQLiteConnection) connect("jdbc:sqlite:" + file.toUri() + "?mode=rw");
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA busy_timeout = " + PATIENCE);
            sql.execute("PRAGMA journal_mode = DELETE");
            return connection;
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
    }

    private static Connection connect(String address) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("jdbc.get_generated_keys", "false"); // nobody asks, each costs a query
        Connection opened = DriverManager.getConnection(address, settings);
        PlainLeaf.on(opened);
        return opened;
    }

    Path file() {
        return file;
    }

    Connection connection() {
        return connection;
    }

    boolean isReadOnly() {
        return lock.isEmpty();
    }

    Optional<EncryptedBook> encrypted() {
        return encrypted;
    }

    /** The folder of its documents, plain to whoever reads it. */
    Path evidence() {
        return evidence;
    }

    Path evidenceOnDisk() {
        return encrypted.isPresent() ? EvidenceCopies.encrypted(file) : evidence;
    }

    /**
     * What is written goes into the file at once and not into the log before it. Others who open
     * the book wait, so it is for a book that is only beginning; where somebody has it open
     * already, and where it is encrypted, it is written as always.
     */
    <T> T withoutLog(Supplier<T> work) {
        boolean isDirect = keepsLog(false);
        try {
            return work.get();
        } finally {
            if (isDirect) {
                keepsLog(true);
            }
        }
    }

    /** False, without waiting, where it cannot be. */
    private boolean keepsLog(boolean isLogged) {
        if (encrypted.isPresent() || isReadOnly()) {
            return false;
        }
        String mode = isLogged ? "wal" : "delete";
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA busy_timeout = 0");
            try (ResultSet row = sql.executeQuery("PRAGMA journal_mode = " + mode)) {
                return row.next() && mode.equals(row.getString(1));
            } finally {
                sql.execute("PRAGMA busy_timeout = " + PATIENCE);
            }
        } catch (SQLException held) {
            return false;
        }
    }

    /** What was committed is on the disk when this returns. */
    void keep() {
        encrypted.ifPresent(book -> {
            try {
                String now = state();
                if (!now.equals(kept)) {
                    book.write(((SQLiteConnection) connection).serialize("main"));
                    kept = now;
                }
            } catch (IOException broken) {
                throw new StoreException(Refusal.BOOK_CANNOT_BE_WRITTEN, file.toString(), broken);
            } catch (SQLException broken) {
                throw new StoreException("cannot write " + file, broken);
            }
        });
    }

    /** Changes with every row and table that does. */
    private String state() throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT total_changes() || ' ' || schema_version"
                        + " FROM pragma_schema_version")) {
            return row.getString(1);
        }
    }

    /** Memory is what the file says; where even that cannot be read, nothing is any more. */
    void takeBack(Throwable failed) {
        try {
            reload();
        } catch (StoreException second) {
            failed.addSuppressed(second);
            closeConnection();
        }
    }

    private void closeConnection() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new StoreException("cannot close the book", broken);
        }
    }

    /** Memory is what the file says again. Requires that no statement is open. */
    void reload() {
        encrypted.ifPresent(book -> {
            try {
                ((SQLiteConnection) connection).deserialize("main", book.read());
                kept = state();
            } catch (IOException broken) {
                throw new StoreException(Refusal.BOOK_IS_DAMAGED, file.toString(), broken);
            } catch (SQLException broken) {
                throw new StoreException("cannot read " + file, broken);
            }
        });
    }

    /** Whether another process wrote an encrypted book since it was read. */
    boolean isStale() {
        try {
            return isReadOnly() && encrypted.isPresent() && encrypted.get().isNewer();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            closeConnection();
        } finally {
            lock.ifPresent(WriterLock::close);
        }
    }
}
