package onebook.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Statements of one connection, each prepared once and lent to one user at a time. */
final class PreparedSql {
    private final Connection connection;
    /** Statements that nobody uses just now. */
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    PreparedSql(Connection connection) {
        this.connection = connection;
    }

    void run(String sql, Object... values) {
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

    /** Runs the statement once for each row. */
    void runAll(String sql, List<Object[]> rows) {
        try {
            PreparedStatement statement = bound(sql);
            for (Object[] values : rows) {
                bind(statement, values).addBatch();
            }
            statement.executeBatch();
            done(sql, statement);
        } catch (SQLException refused) {
            throw new StoreException(sql, refused);
        }
    }

    void read(String sql, BookFile.Reader reader, Object... values) {
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

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement;
        synchronized (idle) {
            statement = idle.remove(sql);
        }
        return bind(statement == null ? connection.prepareStatement(sql) : statement, values);
    }

    /** One that is never lent again; whoever asks closes it. */
    PreparedStatement own(String sql, Object... values) throws SQLException {
        return bind(connection.prepareStatement(sql), values);
    }

    private static PreparedStatement bind(PreparedStatement statement, Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Kept for the next time; one that failed is left to the connection. */
    private void done(String sql, PreparedStatement statement) throws SQLException {
        PreparedStatement second;
        synchronized (idle) {
            second = idle.put(sql, statement);
        }
        if (second != null) {
            second.close();
        }
    }

    /** Before the database is read again. */
    void forget() {
        synchronized (idle) {
            try {
                for (PreparedStatement statement : idle.values()) {
                    statement.close();
                }
            } catch (SQLException broken) {
                throw new StoreException("cannot read the book again", broken);
            }
            idle.clear();
        }
    }
}
