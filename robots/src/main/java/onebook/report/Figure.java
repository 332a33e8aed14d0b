package onebook.report;

import java.util.List;
import java.util.TreeSet;
import onebook.ledger.EntryNumber;
import onebook.ledger.Money;

/**
 * An amount of a statement and the entries it comes from.
 *
 * @param entries in order of number, each once
 */
public record Figure(Money amount, List<EntryNumber> entries) {
    public static final Figure NONE = new Figure(Money.ZERO, List.of());

    public Figure {
        entries = List.copyOf(entries);
    }

    Figure plus(Figure other) {
        if (other.entries.isEmpty()) {
            return new Figure(amount.plus(other.amount), entries);
        }
        TreeSet<EntryNumber> both = new TreeSet<>(entries);
        both.addAll(other.entries);
        return new Figure(amount.plus(other.amount), List.copyOf(both));
    }

    Figure negated() {
        return new Figure(amount.negated(), entries);
    }
}
