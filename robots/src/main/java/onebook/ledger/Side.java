package onebook.ledger;

/** 借 or 贷, from the company's own view. */
public enum Side {
    DEBIT, CREDIT;

    public Side opposite() {
        return this == DEBIT ? CREDIT : DEBIT;
    }
}
