package onebook.store;

import java.util.Map;
import java.util.Optional;
import onebook.ledger.Refusal;
import org.sqlite.SQLiteException;

/** The disk or the file failed, or a trigger refused: nothing of the transaction was written. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;
    /** By SQLite's primary result codes: busy, locked, read-only, I/O, corrupt, full, and so on. */
    private static final Map<Integer, Refusal> CODES = Map.of(
            5, Refusal.BOOK_IS_HELD_BY_ANOTHER_PROGRAM, 6, Refusal.BOOK_IS_HELD_BY_ANOTHER_PROGRAM,
            8, Refusal.BOOK_MAY_NOT_BE_WRITTEN, 10, Refusal.BOOK_CANNOT_BE_WRITTEN,
            11, Refusal.BOOK_IS_DAMAGED, 13, Refusal.BOOK_CANNOT_BE_WRITTEN,
            14, Refusal.BOOK_MAY_NOT_BE_WRITTEN, 26, Refusal.BOOK_IS_DAMAGED);

    private final Refusal refusal;

    StoreException(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
        this.refusal = of(cause);
    }

    public StoreException(Refusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    StoreException(Refusal refusal, String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
        this.refusal = refusal;
    }

    /** What it means to whoever keeps the book; empty where a law of the file was broken. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What failed in the end, without the statement that met it. */
    public String detail() {
        Throwable last = this;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }

    private static Refusal of(Throwable cause) {
        for (Throwable why = cause; why != null; why = why.getCause()) {
            if (why instanceof StoreException named) {
                return named.refusal;
            } else if (why instanceof SQLiteException sqlite) {
                return CODES.get(sqlite.getResultCode().code & 0xff);
            }
        }
        return null;
    }
}
