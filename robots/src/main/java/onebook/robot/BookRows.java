package onebook.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onebook.print.Table;

/**
 * The rows of one table of a book, counted once, of which a window shows some: to find them only
 * the part they stand in is read. Thread-safe by the lock of its book. Counted anew after the book
 * changed.
 */
public final class BookRows {
    private final BookView view;
    private final List<Supplier<Stream<Table.Row>>> parts;
    private final List<Integer> counts = new ArrayList<>();

    private BookRows(BookView view, Table table) {
        this.view = view;
        this.parts = table.parts();
    }

    static BookRows count(BookView view, Table table, BooleanSupplier isWanted) {
        BookRows rows = new BookRows(view, table);
        synchronized (view) {
            for (Supplier<Stream<Table.Row>> part : rows.parts) {
                try (Stream<Table.Row> all = part.get()) {
                    rows.counts.add((int) all.takeWhile(row -> isWanted.getAsBoolean())
                            .count());
                }
            }
        }
        return rows;
    }

    public int size() {
        return counts.stream().mapToInt(count -> count).sum();
    }

    /** Some of the rows, after {@code skip} others, {@code most} at most. */
    public List<Table.Row> read(int skip, int most) {
        List<Table.Row> found = new ArrayList<>();
        synchronized (view) {
            int before = 0;
            for (int part = 0; part < parts.size() && found.size() < most; part++) {
                int end = before + counts.get(part);
                if (end > skip) {
                    try (Stream<Table.Row> rows = parts.get(part).get()) {
                        rows.skip(Math.max(0, skip - before)).limit(most - found.size())
                                .forEach(found::add);
                    }
                }
                before = end;
            }
        }
        return found;
    }
}
