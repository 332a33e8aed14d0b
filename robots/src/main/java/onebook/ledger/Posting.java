package onebook.ledger;

/**
 * One line of a voucher.
 *
 * @param amount as written; negative is a red figure on the same side
 * @param party customer, supplier or person the balance belongs to; empty where the account has
 *     none
 */
public record Posting(AccountCode account, Side side, Money amount, String party) {

    public static Posting debit(String account, Money amount, String party) {
        return new Posting(AccountCode.of(account), Side.DEBIT, amount, party);
    }

    public static Posting debit(String account, Money amount) {
        return debit(account, amount, "");
    }

    public static Posting credit(String account, Money amount, String party) {
        return new Posting(AccountCode.of(account), Side.CREDIT, amount, party);
    }

    public static Posting credit(String account, Money amount) {
        return credit(account, amount, "");
    }

    /** Debit positive, credit negative. */
    public Money signed() {
        return side == Side.DEBIT ? amount : amount.negated();
    }

    /** The same line in red: same side, opposite sign (红字冲销). */
    public Posting red() {
        return new Posting(account, side, amount.negated(), party);
    }
}
