package onebook.reconcile;

import java.util.Optional;

/** A pair that one entry books. */
public sealed interface Match {
    /** One Chinese sentence: what makes them a pair. */
    String why();

    /** The next best, and why it was not taken. */
    Optional<String> runnerUp();

    /** A customer's or own payment that settles an open item. */
    record Settlement(CashLine line, OpenItem item, String why, Optional<String> runnerUp)
            implements Match { }

    /** Money from one own account to another; the entry has the date of the paying line. */
    record Transfer(CashLine paid, CashLine received, String why, Optional<String> runnerUp)
            implements Match { }
}
