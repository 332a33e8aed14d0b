package onebook.bank;

import onebook.ledger.Refusal;

/** Ends the reading of a file from deep inside; {@link StatementReader} turns it into a problem. */
final class Unreadable extends Exception {
    final transient Refusal refusal;

    Unreadable(Refusal refusal, String text) {
        super(text);
        this.refusal = refusal;
    }
}
