package onebook.lender;

import onebook.ledger.Refusal;

/** A name cannot be hidden as it was asked; no package is written. */
public final class HidingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    HidingRefused(Refusal refusal, String text) {
        super(text);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
