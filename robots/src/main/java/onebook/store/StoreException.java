package onebook.store;

/** The disk or the file failed, or a trigger refused: nothing of the transaction was written. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreException(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
