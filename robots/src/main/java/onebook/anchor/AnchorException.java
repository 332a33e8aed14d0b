package onebook.anchor;

import onebook.ledger.Refusal;

/** Nobody outside said what was asked; the refusal is told to the user. */
public final class AnchorException extends Exception {
    private static final long serialVersionUID = 1;
    private final Refusal refusal;

    public AnchorException(Refusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
