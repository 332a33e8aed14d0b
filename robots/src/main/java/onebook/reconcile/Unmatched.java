package onebook.reconcile;

import onebook.ledger.Refusal;
import onebook.words.Sentence;

/**
 * A line without a partner; rules by words may still book it.
 *
 * @param reason NO_RULE_KNOWS_THIS, or SEVERAL_MATCHES_ARE_EQUAL where a person must choose
 */
public record Unmatched(CashLine line, Refusal reason, Sentence why) { }
