package onebook.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of one query, read one by one; its statement ends with the stream. */
final class RowStream<T> extends Spliterators.AbstractSpliterator<T> {
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final BookFile.Row<T> row;

    RowStream(PreparedStatement statement, BookFile.Row<T> row) throws SQLException {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.statement = statement;
        this.rows = statement.executeQuery();
        this.row = row;
    }

    Stream<T> stream() {
        return StreamSupport.stream(this, false).onClose(this::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        try {
            if (!rows.next()) {
                close();
                return false;
            }
            action.accept(row.of(rows));
            return true;
        } catch (SQLException broken) {
            throw new StoreException("reading rows", broken);
        }
    }

    private void close() {
        try {
            statement.close();
        } catch (SQLException broken) {
            throw new StoreException("ending a query", broken);
        }
    }
}
