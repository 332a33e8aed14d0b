package onebook.robot;

import onebook.ledger.Refusal;

/** A command that could not begin. Its refusal is told to the user; nothing was written. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Refusal refusal;

    public RefusedException(Refusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
