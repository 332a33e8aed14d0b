package onebook.robot;

import java.util.concurrent.Callable;
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

    @SuppressWarnings("unchecked")
    static <T> T of(SqliteJournal journal, Callable<Done<T>> work) {
        try {
            return journal.transaction(() -> {
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
