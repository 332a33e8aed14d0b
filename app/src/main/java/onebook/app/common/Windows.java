package onebook.app.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ObservableListBase;

/**
 * A long list of which only the parts in sight are read, off the window's thread. A row is empty
 * until it was read; then the list tells that it changed.
 */
public final class Windows<T> extends ObservableListBase<Optional<T>> {
    /** Rows that are read in one go. */
    public static final int SIZE = 200;
    /** Parts that are kept; what was not looked at for longest goes first. */
    private static final int KEPT = 8;
    /** No more parts than these are in sight at once; older wishes are dropped. */
    private static final int WANTED = 3;

    /** Reads some of the rows; called off the window's thread. */
    public interface Source<T> {
        /** All the rows after {@code skip} others, {@code most} at most. */
        List<T> read(int skip, int most) throws Exception;
    }

    private final Tasks tasks;
    private final Runnable unread;
    private final Map<Integer, List<T>> parts = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private final Latest latest = new Latest();
    private Source<T> source = (skip, most) -> List.of();
    private int size;
    private boolean isReading;

    /** @param unread told where a part could not be read */
    public Windows(Tasks tasks, Runnable unread) {
        this.tasks = tasks;
        this.unread = unread;
    }

    /** Shows other rows, or the same after a change: what was read is forgotten. */
    public void show(int rows, Source<T> from) {
        latest.next();
        parts.clear();
        wanted.clear();
        isReading = false;
        source = from;
        int before = size;
        size = rows;
        beginChange();
        if (before > rows) {
            nextRemove(rows, removed(before - rows));
        } else if (rows > before) {
            nextAdd(before, rows);
        }
        for (int row = 0; row < Math.min(before, rows); row += SIZE) {
            nextUpdate(row);
        }
        endChange();
    }

    private List<Optional<T>> removed(int count) {
        return new java.util.AbstractList<>() {
            @Override
            public Optional<T> get(int index) {
                return Optional.empty();
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    /** How many rows are in memory. */
    public int held() {
        return parts.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Optional<T> get(int row) {
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException(row + " of " + size);
        }
        List<T> part = parts.get(row / SIZE);
        if (part == null) {
            want(row / SIZE);
            return Optional.empty();
        }
        return row % SIZE < part.size() ? Optional.of(part.get(row % SIZE)) : Optional.empty();
    }

    private void want(int part) {
        wanted.remove(part);
        wanted.addLast(part);
        if (wanted.size() > WANTED) {
            wanted.removeFirst();
        }
        if (!isReading) {
            readNext();
        }
    }

    private void readNext() {
        Integer part = wanted.peekLast();
        if (part == null) {
            return;
        }
        isReading = true;
        Source<T> from = source;
        tasks.load(latest, () -> List.copyOf(from.read(part * SIZE, SIZE)),
                rows -> read(part, rows), () -> {
                    isReading = false;
                    wanted.clear();
                    unread.run();
                });
    }

    private void read(int part, List<T> rows) {
        isReading = false;
        wanted.remove(part);
        parts.put(part, rows);
        Iterator<Integer> oldest = parts.keySet().iterator();
        while (parts.size() > KEPT) {
            oldest.next();
            oldest.remove();
        }
        beginChange();
        for (int row = part * SIZE; row < Math.min(size, part * SIZE + SIZE); row++) {
            nextUpdate(row);
        }
        endChange();
        if (!isReading) {
            readNext();
        }
    }
}
