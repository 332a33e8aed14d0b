package onebook.store;

import java.util.List;
import java.util.function.Consumer;
import onebook.ledger.Account;

/**
 * A log for who hands it over: its leaves one by one, none held after the next has come, and the
 * chart its first leaf speaks of.
 */
public final class LogLines {
    private LogLines() { }

    /** The bytes of each leaf in order; each is one line of JSON. */
    public static void each(SqliteJournal journal, Consumer<byte[]> taker) {
        journal.file().each("SELECT body FROM leaf ORDER BY n",
                row -> taker.accept(row.getBytes(1)));
    }

    /** The accounts the book began with, in order of code. */
    public static List<Account> firstChart(SqliteJournal journal) {
        return new AccountTable(journal.file()).first();
    }

    /** Of one kind. */
    public static void each(SqliteJournal journal, String kind, Consumer<byte[]> taker) {
        journal.file().each("SELECT body FROM leaf WHERE kind = ? ORDER BY n",
                row -> taker.accept(row.getBytes(1)), kind);
    }
}
