package onebook.reconcile;

import java.util.Comparator;
import onebook.bank.StatementLine;
import onebook.ledger.AccountCode;

/**
 * A line of an own account that nothing has booked yet.
 *
 * @param id identity of the line, the same in every file that holds it
 * @param account the own account it stands on
 */
public record CashLine(String id, AccountCode account, StatementLine line) {
    static final Comparator<CashLine> BY_TIME = Comparator
            .comparing((CashLine cash) -> cash.line.date()).thenComparing(cash -> cash.line.time())
            .thenComparing(CashLine::account).thenComparing(CashLine::id);
}
