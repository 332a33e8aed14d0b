package onebook.report;

import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import onebook.ledger.Balances;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Records.Part;
import onebook.report.Tally.Sides;

/**
 * Sums of one account book: out of the journal's where those are kept, else added up line by line.
 * Balances brought forward into a book that begins count as before the book, whenever dated.
 */
final class BookSums {
    private final Records records;
    private final LedgerQuery query;
    private final Period first;

    BookSums(Records records, LedgerQuery query) {
        this.records = records;
        this.query = query;
        this.first = records.firstMonth().orElse(query.from());
    }

    /** What the book brings into its first month. */
    Tally opening() {
        Sides brought = sum(Part.OPENING, first, query.to());
        return brought.plus(turnover(first, query.from().previous())).balance();
    }

    /** What went through since 1 January, before the first month. */
    Sides yearBefore() {
        Period january = new Period(query.from().year(), 1);
        return turnover(january, query.from().previous());
    }

    private Sides turnover(Period from, Period to) {
        return sum(Part.TURNOVER, from, to).plus(sum(Part.TRANSFER, from, to));
    }

    private Sides sum(Part part, Period from, Period to) {
        if (to.compareTo(from) < 0) {
            return Sides.NONE;
        }
        return query.isSummed() ? kept(records.balances(part, from, to))
                : added(entry -> Part.of(entry, records::find) == part, from, to);
    }

    private Sides kept(Balances balances) {
        if (query.filter().party().isEmpty()) {
            return Sides.of(balances.turnover(query.account()));
        }
        String party = query.filter().party().get();
        return balances.kept().entrySet().stream()
                .filter(sum -> sum.getKey().isWithin(query.account()))
                .map(sum -> sum.getValue().get(party)).filter(Objects::nonNull)
                .map(Sides::of).reduce(Sides.NONE, Sides::plus);
    }

    private Sides added(Predicate<JournalEntry> which, Period from, Period to) {
        Sides sum = Sides.NONE;
        try (Stream<JournalEntry> entries =
                records.entries(Set.of(query.account()), from, to)) {
            for (JournalEntry entry : (Iterable<JournalEntry>) entries.filter(which)::iterator) {
                for (Posting line : entry.postings()) {
                    if (query.accepts(line)) {
                        sum = sum.plus(Sides.of(line));
                    }
                }
            }
        }
        return sum;
    }
}
