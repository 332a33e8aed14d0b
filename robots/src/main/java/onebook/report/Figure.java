package onebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Records;

/**
 * An amount of a statement and what it is made of. It holds no entries; {@link #entries} finds them
 * when somebody asks.
 */
public record Figure(Money amount, List<Term> terms) {
    public static final Figure NONE = new Figure(Money.ZERO, List.of());

    public Figure {
        terms = List.copyOf(terms);
    }

    static Figure of(List<? extends Term> terms) {
        return new Figure(Money.sum(terms.stream().map(Term::amount).toList()),
                List.copyOf(terms));
    }

    static Figure sum(List<Figure> figures) {
        List<Term> terms = new ArrayList<>();
        figures.forEach(figure -> terms.addAll(figure.terms));
        return new Figure(Money.sum(figures.stream().map(Figure::amount).toList()), terms);
    }

    Figure negated() {
        return new Figure(amount.negated(), terms.stream().map(Term::negated).toList());
    }

    /**
     * The entries behind it in order of number, each once, found as they are read. Requires the
     * records it was computed from. Close the stream after use.
     */
    public Stream<JournalEntry> entries(Records records) {
        return new Drill(terms).entries(records);
    }
}
