package onebook.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The SQLite file in which the engine of {@code schedule} keeps when each robot runs next. */
public final class ScheduleFile implements AutoCloseable {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS planned_run (
              task_name            TEXT NOT NULL,
              task_instance        TEXT NOT NULL,
              task_data            BLOB,
              execution_time       INTEGER NOT NULL,
              picked               INTEGER NOT NULL,
              picked_by            TEXT,
              last_success         INTEGER,
              last_failure         INTEGER,
              consecutive_failures INTEGER,
              last_heartbeat       INTEGER,
              version              INTEGER NOT NULL,
              priority             INTEGER,
              PRIMARY KEY (task_name, task_instance)
            )""";

    private final SQLiteDataSource tables;
    private final WriterLock lock;

    private ScheduleFile(SQLiteDataSource tables, WriterLock lock) {
        this.tables = tables;
        this.lock = lock;
    }

    /** Opens or creates; empty where another process works on it. */
    public static Optional<ScheduleFile> open(Path file) {
        try {
            Optional<WriterLock> lock = WriterLock.of(file);
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            ScheduleFile opened = new ScheduleFile(tables(file), lock.get());
            opened.prepare();
            return Optional.of(opened);
        } catch (IOException | SQLException broken) {
            throw new StoreException("cannot open " + file, broken);
        }
    }

    private static SQLiteDataSource tables(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(5000);
        SQLiteDataSource tables = new SQLiteDataSource(config);
        tables.setUrl("jdbc:sqlite:" + file.toUri());
        return tables;
    }

    private void prepare() throws IOException, SQLException {
        try (Connection connection = tables.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(TABLE);
        } catch (SQLException broken) {
            close();
            throw broken;
        }
    }

    public DataSource tables() {
        return tables;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
