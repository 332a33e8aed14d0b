package onebook.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onebook.ledger.Refusal;

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

    private final BookDatabase database;
    private final Connection connection;
    private final PreparedSql prepared;
    private final WriteQueue queue;
    private boolean isInTransaction;
    private boolean areInsertsTrusted;
    private String head = "";

    private BookFile(BookDatabase database) {
        this.database = database;
        this.connection = database.connection();
        this.prepared = new PreparedSql(connection);
        this.queue = new WriteQueue(prepared::runAll, this::trustInserts);
    }

    /** Opens a plain book, or makes one; see {@link BookDatabase#open}. */
    static BookFile open(Path file) {
        return open(file, Optional.empty());
    }

    static BookFile open(Path file, Optional<char[]> passphrase) {
        return prepared(file, BookDatabase.open(file, passphrase));
    }

    /** Makes a book that is never on the disk but encrypted. */
    static BookFile encrypted(Path file, char[] passphrase, int iterations) {
        return prepared(file, BookDatabase.encrypted(file, passphrase, iterations));
    }

    private static BookFile prepared(Path file, BookDatabase database) {
        BookFile book = new BookFile(database);
        try {
            book.orClose(book::prepare);
            return book;
        } catch (StoreException broken) {
            throw new StoreException("cannot open " + file, broken);
        }
    }

    private void prepare() {
        prepared.run("PRAGMA busy_timeout = " + BookDatabase.PATIENCE);
        List<String> tables = all("SELECT name FROM sqlite_master", row -> row.getString(1));
        if (!tables.isEmpty() && !tables.contains("leaf")) {
            throw new StoreException(Refusal.BOOK_IS_DAMAGED, "this file is no book of OneBook");
        }
        boolean isEncrypted = database.encrypted().isPresent();
        if (isEncrypted) {
            prepared.run("PRAGMA temp_store = MEMORY"); // however large a sort, not on the disk
        }
        if (isReadOnly()) {
            prepared.run("PRAGMA query_only = 1");
            return;
        }
        if (tables.isEmpty()) {
            // a log that another book left beside this one is told by it
            prepared.run("PRAGMA application_id = " + ThreadLocalRandom.current().nextInt(1 << 30));
        }
        if (!isEncrypted) {
            prepared.run("PRAGMA journal_mode = WAL");
            prepared.run("PRAGMA synchronous = FULL");
        }
        prepared.run("PRAGMA cache_size = -65536");
        transaction(() -> {
            Schema.create(connection);
            return null;
        });
    }

    boolean isReadOnly() {
        return database.isReadOnly();
    }

    BookDatabase database() {
        return database;
    }

    boolean isInTransaction() {
        return isInTransaction;
    }

    /** All of it, or nothing. */
    <T> T transaction(Callable<T> work) {
        head = "";
        T value = committed(work);
        keep();
        if (!head.isEmpty()) {
            HeadFile.write(database.file(), head);
        }
        return value;
    }

    /** A transaction {@link BookDatabase#withoutLog}. */
    <T> T directly(Callable<T> work) {
        return database.withoutLog(() -> transaction(work));
    }

    /** Once the transaction is committed, this is the newest signed head of the log. */
    void keepHead(String note) {
        head = note;
    }

    private <T> T committed(Callable<T> work) {
        try {
            connection.setAutoCommit(false);
            isInTransaction = true;
            T value = work.call();
            queue.settle();
            if (areInsertsTrusted) {
                Schema.guardInserts(connection);
            }
            connection.commit();
            connection.setAutoCommit(true);
            return value;
        } catch (Error | RuntimeException failed) {
            rollback(failed);
            throw failed;
        } catch (Exception failed) {
            rollback(failed);
            throw new StoreException("not written", failed);
        } finally {
            isInTransaction = false;
            areInsertsTrusted = false;
        }
    }

    private void trustInserts() {
        try {
            if (!areInsertsTrusted) {
                Schema.trustInserts(connection);
                areInsertsTrusted = true;
            }
        } catch (SQLException refused) {
            throw new StoreException("a large transaction", refused);
        }
    }

    /** Reads as if nobody wrote meanwhile. */
    <T> T unchanging(Supplier<T> reading) {
        if (isInTransaction) {
            return reading.get();
        }
        try {
            connection.setAutoCommit(false);
            try {
                return reading.get();
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            throw new StoreException("cannot read the book", broken);
        }
    }

    private void keep() {
        try {
            database.keep();
        } catch (Error | RuntimeException failed) {
            prepared.forget();
            database.takeBack(failed);
            throw failed;
        }
    }

    /** Sees what another process wrote into an encrypted book; a plain one shows it by itself. */
    void refresh() {
        if (database.isStale()) {
            prepared.forget();
            database.reload();
        }
    }

    /** A full disk has ended the transaction by itself: what was first wrong is what is told. */
    private void rollback(Throwable failed) {
        queue.forget();
        try {
            connection.rollback();
        } catch (SQLException second) {
            failed.addSuppressed(second);
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException second) {
            failed.addSuppressed(second);
        }
    }

    void run(String sql, Object... values) {
        queue.settle();
        prepared.run(sql, values);
        if (!isInTransaction) {
            keep();
        }
    }

    /** Writes before the transaction ends or anything is read. Requires a transaction. */
    void later(String sql, Object... values) {
        queue.add(sql, values);
    }

    /** What comes {@link #later} so far needs nothing that comes after it. */
    void whole() {
        queue.whole();
    }

    /** What was written {@link #later} before this many batches is there for {@link #peek}. */
    long batches() {
        return queue.batches();
    }

    void each(String sql, Reader reader, Object... values) {
        queue.settle();
        prepared.read(sql, reader, values);
    }

    /** The first row; does not see the last two batches of what comes {@link #later}. */
    <T> Optional<T> peek(String sql, Row<T> row, Object... values) {
        List<T> found = new ArrayList<>(1);
        prepared.read(sql, one -> found.add(row.of(one)), values);
        return found.stream().findFirst();
    }

    /** Whether there is a row, seen as {@link #peek} sees it. */
    boolean has(String sql, Object... values) {
        return peek(sql, row -> true, values).isPresent();
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
    List<List<Object>> rows(String sql, int columns, Object... values) {
        return all(sql, row -> {
            List<Object> cells = new ArrayList<>(columns);
            for (int i = 1; i <= columns; i++) {
                cells.add(row.getObject(i));
            }
            return cells;
        }, values);
    }

    /** Rows as they are asked for. Close it. */
    <T> Stream<T> stream(String sql, Row<T> row, Object... values) {
        queue.settle();
        try {
            return new RowStream<>(prepared.own(sql, values), row).stream();
        } catch (SQLException broken) {
            throw new StoreException(sql, broken);
        }
    }

    /** Closes where the step fails. */
    void orClose(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException broken) {
            close();
            throw broken;
        }
    }

    @Override
    public void close() {
        queue.close();
        database.close();
    }
}
