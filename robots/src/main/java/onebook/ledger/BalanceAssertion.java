package onebook.ledger;

import java.time.LocalDate;

/** What somebody outside says a balance is: "the bank's statement ends the day with this much". */
public record BalanceAssertion(
        AccountCode account, LocalDate endOfDay, Money balance, Evidence source) { }
