package onebook.document;

import onebook.ledger.Refusal;

/**
 * Says inside this package and its readers that a file is not read further; never leaves a reader.
 */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final Refusal refusal;

    public Refused(Refusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
