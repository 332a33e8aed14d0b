package onebook.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import onebook.ledger.Account;
import onebook.ledger.EntryNumber;

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

    /** Those that hand the log on to another key. */
    public static void keys(SqliteJournal journal, Consumer<byte[]> taker) {
        journal.file().each("SELECT body FROM leaf WHERE kind = 'key' ORDER BY n",
                row -> taker.accept(row.getBytes(1)));
    }

    /** Of one kind. */
    public static void each(SqliteJournal journal, String kind, Consumer<byte[]> taker) {
        journal.file().each("SELECT body FROM leaf WHERE kind = ? ORDER BY n",
                row -> taker.accept(row.getBytes(1)), kind);
    }

    /** The bytes of one leaf; empty where the log has none at that place. */
    public static Optional<byte[]> leaf(SqliteJournal journal, long index) {
        return journal.file().one("SELECT body FROM leaf WHERE n = ?", row -> row.getBytes(1),
                index);
    }

    /** Place of the leaf of an entry; empty where there is no entry of that number. */
    public static Optional<Long> leafOf(SqliteJournal journal, EntryNumber number) {
        return journal.file().one("SELECT leaf FROM entry WHERE period = ? AND sequence = ?",
                row -> row.getLong(1), number.period().toString(), number.sequence());
    }
}
