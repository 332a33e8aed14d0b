package onebook.bank;

import java.time.LocalDate;
import java.util.Optional;
import onebook.ledger.Money;

/**
 * One movement of a bank account or wallet.
 *
 * @param row line or row of the file it was read from, first is 1
 * @param time "17:07:09", or empty
 * @param amount from the company's view: money in is positive
 * @param balance after this line, where the bank states it
 * @param reference the bank's own serial, or empty
 * @param status as the wallet says it, or empty
 */
public record StatementLine(int row, LocalDate date, String time, Money amount,
        Optional<Money> balance, String party, String partyAccount, String memo, String reference,
        String status) { }
