package onebook.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Records.Part;
import onebook.ledger.Side;

/** Finds the entries that terms count. */
public final class Drill {
    /** Postings to an account or its details, of one party or side where that is said. */
    private record Spot(AccountCode account, Optional<String> party, Optional<Side> side) { }

    /** What is counted in the same slices. */
    private static final class Counted {
        private final Map<Spot, List<Term>> spots = new HashMap<>();
        private final Map<CashPart, List<Term>> flows = new HashMap<>();
        private Optional<CashRules> rules = Optional.empty();

        void add(Term term) {
            if (term instanceof Term.Balance one) {
                put(new Spot(one.account(), one.party(), Optional.empty()), term);
            } else if (term instanceof Term.OneSide one) {
                put(new Spot(one.account(), Optional.empty(), Optional.of(one.side())), term);
            } else if (term instanceof Term.Flow one) {
                flows.computeIfAbsent(new CashPart(one.line(), one.contra()),
                        part -> new ArrayList<>()).add(term);
                rules = Optional.of(one.rules());
            }
        }

        private void put(Spot spot, Term term) {
            spots.computeIfAbsent(spot, one -> new ArrayList<>()).add(term);
        }

        void collect(JournalEntry entry, Set<Term> found) {
            entry.postings().forEach(line -> collect(line, line.account(), found));
            rules.ifPresent(known -> VoucherCash.of(entry, known).keySet().forEach(part ->
                    found.addAll(flows.getOrDefault(part, List.of()))));
        }

        private void collect(Posting line, AccountCode account, Set<Term> found) {
            for (Spot spot : List.of(new Spot(account, Optional.empty(), Optional.empty()),
                    new Spot(account, Optional.of(line.party()), Optional.empty()),
                    new Spot(account, Optional.empty(), Optional.of(line.side())))) {
                found.addAll(spots.getOrDefault(spot, List.of()));
            }
            account.parent().ifPresent(above -> collect(line, above, found));
        }
    }

    /**
     * The entries of one term.
     *
     * @param first the numbers of the first ones
     * @param count how many there are
     */
    public record Found(List<EntryNumber> first, int count) {
        static final Found NONE = new Found(List.of(), 0);

        Found with(EntryNumber next, int most) {
            List<EntryNumber> longer = first;
            if (first.size() < most) {
                longer = new ArrayList<>(first);
                longer.add(next);
            }
            return new Found(longer, count + 1);
        }
    }

    private final Map<List<Slice>, Counted> counted = new HashMap<>();
    private final Set<AccountCode> accounts;

    Drill(Collection<Term> terms) {
        terms.forEach(term -> counted.computeIfAbsent(term.slices(), slices -> new Counted())
                .add(term));
        accounts = terms.stream().flatMap(term -> term.accounts().stream())
                .collect(Collectors.toSet());
    }

    /** Finds the entries of many terms in one reading; names at most so many of each. */
    public static Map<Term, Found> all(Collection<Term> terms, Records records, int most) {
        Drill drill = new Drill(Set.copyOf(terms));
        Map<Term, Found> all = new HashMap<>();
        try (Stream<JournalEntry> entries = drill.read(records)) {
            entries.forEach(entry -> drill.termsOf(entry, records).forEach(term -> all.put(term,
                    all.getOrDefault(term, Found.NONE).with(entry.number(), most))));
        }
        terms.forEach(term -> all.putIfAbsent(term, Found.NONE));
        return all;
    }

    Stream<JournalEntry> entries(Records records) {
        return read(records).filter(entry -> !termsOf(entry, records).isEmpty());
    }

    /** All entries that may be among them. */
    private Stream<JournalEntry> read(Records records) {
        List<Slice> slices = counted.keySet().stream().flatMap(Collection::stream)
                .filter(slice -> slice.from().compareTo(slice.to()) <= 0).toList();
        if (slices.isEmpty()) {
            return Stream.empty();
        }
        Period from = slices.stream().map(Slice::from).min(Period::compareTo).orElseThrow();
        Period to = slices.stream().map(Slice::to).max(Period::compareTo).orElseThrow();
        return records.entries(accounts, from, to);
    }

    private Set<Term> termsOf(JournalEntry entry, Records records) {
        Part part = Part.of(entry, records::find);
        Set<Term> found = new HashSet<>();
        counted.forEach((slices, one) -> {
            if (slices.stream().anyMatch(slice -> slice.holds(part, entry.period()))) {
                one.collect(entry, found);
            }
        });
        return found;
    }
}
