package onebook.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What has been posted, as books and statements ask for it: sums of months, and the entries behind
 * them. A journal answers from sums that it keeps, {@link Held} from entries in memory.
 */
public interface Records {

    /** What an entry is to a statement; a red entry is what the entry it takes back was. */
    enum Part {
        /** 期初: balances brought forward into a book that begins. */
        OPENING,
        /** 发生额: what an income statement counts. */
        TURNOVER,
        /** 结转损益: income and expense carried to 本年利润. */
        TRANSFER;

        public static Part of(JournalEntry entry,
                Function<EntryNumber, Optional<JournalEntry>> find) {
            JournalEntry meant = entry.takesBack().flatMap(find).orElse(entry);
            return meant.kind() == JournalEntry.Kind.OPENING ? OPENING
                    : meant.rule().equals(JournalEntry.PROFIT_TRANSFER) ? TRANSFER : TURNOVER;
        }
    }

    /**
     * Which entries are asked for; what is empty asks for all.
     *
     * @param account an account with its details
     * @param text a number, or what stands in a summary, a reason, a line's summary or a party
     */
    record Query(Optional<Period> from, Optional<Period> to, Optional<AccountCode> account,
            String text) {
        public static final Query ALL =
                new Query(Optional.empty(), Optional.empty(), Optional.empty(), "");

        public boolean accepts(JournalEntry entry) {
            return from.map(first -> entry.period().compareTo(first) >= 0).orElse(true)
                    && to.map(last -> entry.period().compareTo(last) <= 0).orElse(true)
                    && account.map(code -> entry.postings().stream()
                            .anyMatch(line -> line.account().isWithin(code))).orElse(true)
                    && (text.isBlank() || mentions(entry));
        }

        private boolean mentions(JournalEntry entry) {
            return entry.number().toString().equals(text) || entry.summary().contains(text)
                    || entry.why().contains(text) || entry.postings().stream().anyMatch(line ->
                            line.party().contains(text) || line.details().memo().contains(text));
        }
    }

    /** How many entries the query accepts. */
    long count(Query query);

    /** Some of the entries the query accepts, in order of number, after {@code skip} others. */
    List<JournalEntry> window(Query query, long skip, int most);

    /** Sums per account and party of one part of what these months hold, both included. */
    Balances balances(Part part, Period from, Period to);

    /**
     * The entries of these months, both included, that post to one of the accounts or their
     * details; to any where none is named. In order of number. Close the stream after use.
     */
    Stream<JournalEntry> entries(Set<AccountCode> accounts, Period from, Period to);

    Optional<JournalEntry> find(EntryNumber number);

    /** The earliest month with an entry; empty for a book without any. */
    Optional<Period> firstMonth();

    static Records of(Collection<JournalEntry> entries) {
        return new Held(entries);
    }

    /** The months there are, of all parts. */
    default Balances balances(Period from, Period to) {
        Balances all = balances(Part.OPENING, from, to);
        return all.plus(balances(Part.TURNOVER, from, to)).plus(balances(Part.TRANSFER, from, to));
    }

    /** Entries in memory. */
    final class Held implements Records {
        private final Map<EntryNumber, JournalEntry> byNumber = new HashMap<>();
        private final List<JournalEntry> entries;

        private Held(Collection<JournalEntry> entries) {
            this.entries = List.copyOf(entries);
            entries.forEach(entry -> byNumber.put(entry.number(), entry));
        }

        @Override
        public Balances balances(Part part, Period from, Period to) {
            return Balances.of(entries, entry -> isWithin(entry, from, to)
                    && Part.of(entry, this::find) == part);
        }

        @Override
        public Stream<JournalEntry> entries(Set<AccountCode> accounts, Period from, Period to) {
            return entries.stream().filter(entry -> isWithin(entry, from, to))
                    .filter(entry -> accounts.isEmpty() || entry.postings().stream()
                            .anyMatch(line -> accounts.stream().anyMatch(line.account()::isWithin)))
                    .sorted((one, other) -> one.number().compareTo(other.number()));
        }

        @Override
        public long count(Query query) {
            return entries.stream().filter(query::accepts).count();
        }

        @Override
        public List<JournalEntry> window(Query query, long skip, int most) {
            return entries.stream().filter(query::accepts)
                    .sorted((one, other) -> one.number().compareTo(other.number()))
                    .skip(skip).limit(most).toList();
        }

        @Override
        public Optional<JournalEntry> find(EntryNumber number) {
            return Optional.ofNullable(byNumber.get(number));
        }

        @Override
        public Optional<Period> firstMonth() {
            return entries.stream().map(JournalEntry::period).min(Period::compareTo);
        }

        private static boolean isWithin(JournalEntry entry, Period from, Period to) {
            return entry.period().compareTo(from) >= 0 && entry.period().compareTo(to) <= 0;
        }
    }
}
