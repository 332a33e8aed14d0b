package onebook.lender.submit;

import onebook.ledger.Refusal;

/** Something was not sent, not taken or not believed; the message is a detail of the refusal. */
public final class SubmissionRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Refusal refusal;

    public SubmissionRefused(Refusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
