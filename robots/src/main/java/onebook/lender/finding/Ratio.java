package onebook.lender.finding;

import java.util.List;
import java.util.Optional;
import onebook.ledger.Money;

/**
 * A ratio of the statements, with what it is made of; nobody is graded by it.
 *
 * @param formula with lines of forms: BS 会小企01, PL 会小企02, CF 会小企03
 * @param value as text, rounded as {@link Ratios} says; empty where it cannot be computed
 * @param whyNot why there is no value, in Chinese and English; empty where there is one
 */
public record Ratio(String name, String zh, String en, String formula, List<Input> inputs,
        Optional<String> value, String whyNot) {

    /** One line of a statement, or another sum. */
    public record Input(String line, Money amount) { }
}
