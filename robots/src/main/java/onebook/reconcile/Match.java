package onebook.reconcile;

import java.util.Optional;
import onebook.words.Sentence;

/** A pair that one entry books. */
public sealed interface Match {
    /** What makes them a pair. */
    Sentence why();

    /** The next best, and why it was not taken. */
    Optional<Sentence> runnerUp();

    /** A customer's or own payment that settles an open item. */
    record Settlement(CashLine line, OpenItem item, Sentence why,
            Optional<Sentence> runnerUp) implements Match { }

    /** Money from one own account to another; the entry has the date of the paying line. */
    record Transfer(CashLine paid, CashLine received, Sentence why,
            Optional<Sentence> runnerUp) implements Match { }
}
