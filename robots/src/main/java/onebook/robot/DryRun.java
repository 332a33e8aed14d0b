package onebook.robot;

import java.util.concurrent.Callable;
import java.util.function.Function;
import onebook.store.SqliteJournal;

/** A transaction that is taken back where its work says so, with what was found by it. */
final class DryRun {
    /**
     * What work found.
     *
     * @param isKept false takes back all that was written
     */
    record Done<T>(T found, boolean isKept) { }

    /** Carries the finding out of the transaction. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Object found;

        TakenBack(Object found) {
            super("taken back", null, false, false);
            this.found = found;
        }
    }

    private DryRun() { }

    static <T> T of(SqliteJournal journal, Callable<Done<T>> work) {
        return taken(work, journal::transaction);
    }

    /** The same for very many rows. */
    static <T> T ofMuch(SqliteJournal journal, Callable<Done<T>> work) {
        return taken(work, journal::largeTransaction);
    }

    @SuppressWarnings("unchecked")
    private static <T> T taken(Callable<Done<T>> work, Function<Callable<T>, T> transaction) {
        try {
            return transaction.apply(() -> {
                Done<T> done = work.call();
                if (!done.isKept) {
                    throw new TakenBack(done.found);
                }
                return done.found;
            });
        } catch (TakenBack back) {
            return (T) back.found;
        }
    }
}
