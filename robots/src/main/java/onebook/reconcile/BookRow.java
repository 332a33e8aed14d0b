package onebook.reconcile;

import java.time.LocalDate;
import java.util.Optional;
import onebook.ledger.EntryNumber;
import onebook.ledger.Money;

/**
 * A posting on the account in the journal.
 *
 * @param amount debit positive
 * @param isOpening true where it brings the balance forward: the bank has it in its own opening
 * @param corrects the entry this red one takes back
 */
public record BookRow(EntryNumber entry, LocalDate date, String summary, Money amount,
        boolean isOpening, Optional<EntryNumber> corrects) { }
