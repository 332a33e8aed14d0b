package onebook.report;

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
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Records.Part;
import onebook.ledger.Side;

/** Finds the entries that terms count. */
final class Drill {
    /** Postings to an account or its details, of one party or side where that is said. */
    private record Spot(AccountCode account, Optional<String> party, Optional<Side> side) { }

    /** What is counted in the same slices. */
    private static final class Counted {
        private final Set<Spot> spots = new HashSet<>();
        private final Set<CashPart> flows = new HashSet<>();
        private Optional<CashRules> rules = Optional.empty();

        void add(Term term) {
            if (term instanceof Term.Balance one) {
                spots.add(new Spot(one.account(), one.party(), Optional.empty()));
            } else if (term instanceof Term.OneSide one) {
                spots.add(new Spot(one.account(), Optional.empty(), Optional.of(one.side())));
            } else if (term instanceof Term.Flow one) {
                flows.add(new CashPart(one.line(), one.contra()));
                rules = Optional.of(one.rules());
            }
        }

        boolean isOf(JournalEntry entry) {
            return entry.postings().stream().anyMatch(line -> isOf(line, line.account()))
                    || rules.isPresent() && VoucherCash.of(entry, rules.get()).keySet().stream()
                            .anyMatch(flows::contains);
        }

        private boolean isOf(Posting line, AccountCode account) {
            return spots.contains(new Spot(account, Optional.empty(), Optional.empty()))
                    || spots.contains(new Spot(account, Optional.of(line.party()),
                            Optional.empty()))
                    || spots.contains(new Spot(account, Optional.empty(),
                            Optional.of(line.side())))
                    || account.parent().map(above -> isOf(line, above)).orElse(false);
        }
    }

    private final Map<List<Slice>, Counted> counted = new HashMap<>();
    private final Set<AccountCode> accounts;

    Drill(List<Term> terms) {
        terms.forEach(term -> counted.computeIfAbsent(term.slices(), slices -> new Counted())
                .add(term));
        accounts = terms.stream().flatMap(term -> term.accounts().stream())
                .collect(Collectors.toSet());
    }

    Stream<JournalEntry> entries(Records records) {
        List<Slice> slices = counted.keySet().stream().flatMap(Collection::stream)
                .filter(slice -> slice.from().compareTo(slice.to()) <= 0).toList();
        if (slices.isEmpty()) {
            return Stream.empty();
        }
        Period from = slices.stream().map(Slice::from).min(Period::compareTo).orElseThrow();
        Period to = slices.stream().map(Slice::to).max(Period::compareTo).orElseThrow();
        return records.entries(accounts, from, to).filter(entry -> isCounted(entry, records));
    }

    private boolean isCounted(JournalEntry entry, Records records) {
        Part part = Part.of(entry, records::find);
        return counted.entrySet().stream().anyMatch(one -> one.getKey().stream()
                .anyMatch(slice -> slice.holds(part, entry.period()))
                && one.getValue().isOf(entry));
    }
}
