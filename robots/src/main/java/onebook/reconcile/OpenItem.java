package onebook.reconcile;

import java.time.LocalDate;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;

/**
 * An amount a customer still owes or a supplier is still owed.
 *
 * @param id stable over runs
 * @param account 1122 应收账款 or 2202 应付账款, or a detail of them
 * @param amount positive in the natural direction of the account
 * @param date issue date of the invoice, or first day of the book for opening balances
 * @param invoiceKey the invoice it comes from, or empty
 */
public record OpenItem(String id, AccountCode account, String party, Money amount, LocalDate date,
        String invoiceKey) {
    private static final AccountCode RECEIVABLE = AccountCode.of("1122");
    private static final AccountCode PAYABLE = AccountCode.of("2202");

    /** True where money of this amount coming in, or going out, settles it. */
    boolean isSettledBy(Money line) {
        AccountCode side = line.isPositive() ? RECEIVABLE : PAYABLE;
        return amount.isPositive() && account.isWithin(side) && line.abs().equals(amount);
    }
}
