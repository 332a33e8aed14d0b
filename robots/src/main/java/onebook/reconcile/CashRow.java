package onebook.reconcile;

import java.util.Optional;
import onebook.bank.StatementLine;
import onebook.ledger.EntryNumber;

/**
 * A line of the account's statements, merged over all files.
 *
 * @param entry the entry that books it now; empty where none does
 */
public record CashRow(String id, StatementLine line, Optional<EntryNumber> entry) { }
