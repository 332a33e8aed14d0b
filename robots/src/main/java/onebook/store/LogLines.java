package onebook.store;

import java.util.function.Consumer;

/** The leaves of a log one by one, for who copies it: none is held after the next has come. */
public final class LogLines {
    private LogLines() { }

    /** The bytes of each leaf in order; each is one line of JSON. */
    public static void each(SqliteJournal journal, Consumer<byte[]> taker) {
        journal.file().each("SELECT body FROM leaf ORDER BY n",
                row -> taker.accept(row.getBytes(1)));
    }

    /** Of one kind. */
    public static void each(SqliteJournal journal, String kind, Consumer<byte[]> taker) {
        journal.file().each("SELECT body FROM leaf WHERE kind = ? ORDER BY n",
                row -> taker.accept(row.getBytes(1)), kind);
    }
}
