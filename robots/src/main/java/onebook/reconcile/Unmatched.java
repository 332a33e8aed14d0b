package onebook.reconcile;

import onebook.ledger.Refusal;

/**
 * A line without a partner; rules by words may still book it.
 *
 * @param reason NO_RULE_KNOWS_THIS, or SEVERAL_MATCHES_ARE_EQUAL where a person must choose
 * @param why one Chinese sentence
 */
public record Unmatched(CashLine line, Refusal reason, String why) { }
