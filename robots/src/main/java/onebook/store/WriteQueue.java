package onebook.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Rows of one transaction that nobody waits for yet. A small transaction writes them itself when it
 * asks or ends; a large one has a second thread write what came before, while it goes on deciding
 * what comes next. Rows of one statement are written in their order and one after the other; the
 * statements in the order in which they first came.
 */
final class WriteQueue implements AutoCloseable {
    /** Runs one statement for each row. */
    interface Runner {
        void run(String sql, List<Object[]> rows);
    }

    private record Write(String sql, Object[] values) { }

    private static final int LARGE = 4096;

    private final Runner runner;
    private final Runnable large;
    private List<Write> writes = new ArrayList<>();
    private ExecutorService second;
    private Future<?> running;
    private long batches;

    /** @param large is told before each hand-over */
    WriteQueue(Runner runner, Runnable large) {
        this.runner = runner;
        this.large = large;
    }

    void add(String sql, Object... values) {
        writes.add(new Write(sql, values));
    }

    /** What was added so far needs nothing that comes: it may be written. */
    void whole() {
        if (writes.size() >= LARGE) {
            large.run();
            handOver();
        }
    }

    /** How many batches are done or being run: what was added before the last but one is done. */
    long batches() {
        return batches;
    }

    private void handOver() {
        await();
        if (second == null) {
            second = Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "journal");
                thread.setDaemon(true);
                return thread;
            });
        }
        List<Write> batch = writes;
        writes = new ArrayList<>(LARGE);
        batches++;
        running = second.submit(() -> run(batch));
    }

    private void run(List<Write> batch) {
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        batch.forEach(write -> rows.computeIfAbsent(write.sql, sql -> new ArrayList<>())
                .add(write.values));
        rows.forEach(runner::run);
    }

    /** Afterwards everything that was added has been run. */
    void settle() {
        if (writes.isEmpty() && running == null) {
            return;
        }
        await();
        List<Write> rest = writes;
        writes = new ArrayList<>();
        batches++;
        run(rest);
    }

    /** Afterwards nothing is run any more. */
    void forget() {
        writes = new ArrayList<>();
        batches++;
        if (running != null) {
            try {
                await();
            } catch (StoreException | IllegalStateException failed) {
                running = null; // the transaction is taken back, whatever went wrong in it
            }
        }
    }

    private void await() {
        Future<?> last = running;
        running = null;
        if (last == null) {
            return;
        }
        try {
            last.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof StoreException refused) {
                throw refused;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreException("stopped while writing", stopped);
        }
    }

    @Override
    public void close() {
        if (second != null) {
            second.shutdownNow();
        }
    }
}
