package onebook.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Debit and credit turnover per account and party, summed from entries. Immutable.
 * Sums are debit positive; a line of statements asks for the sign it prints.
 */
public final class Balances {
    private record Key(AccountCode account, String party) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : party.compareTo(other.party);
        }
    }

    /** What went through an account: both sums as written, red figures negative. */
    public record Turnover(Money debit, Money credit) {
        static final Turnover NONE = new Turnover(Money.ZERO, Money.ZERO);

        public Money balance() {
            return debit.minus(credit);
        }

        Turnover plus(Turnover other) {
            return new Turnover(debit.plus(other.debit), credit.plus(other.credit));
        }
    }

    private final SortedMap<Key, Turnover> sums = new TreeMap<>();

    private Balances() { }

    public static Balances of(Collection<JournalEntry> entries) {
        return of(entries, entry -> true);
    }

    public static Balances of(Collection<JournalEntry> entries, Predicate<JournalEntry> which) {
        Balances balances = new Balances();
        entries.stream().filter(which).forEach(balances::add);
        return balances;
    }

    /** Sums that somebody kept; each account and party once. */
    public static Balances of(Map<AccountCode, Map<String, Turnover>> kept) {
        Balances balances = new Balances();
        kept.forEach((account, parties) -> parties.forEach((party, sum) ->
                balances.sums.put(new Key(account, party), sum)));
        return balances;
    }

    /** The sums as {@link #of(Map)} takes them, each account exactly as posted to. */
    public SortedMap<AccountCode, SortedMap<String, Turnover>> kept() {
        SortedMap<AccountCode, SortedMap<String, Turnover>> accounts = new TreeMap<>();
        sums.forEach((key, sum) -> accounts.computeIfAbsent(key.account(), one -> new TreeMap<>())
                .put(key.party(), sum));
        return accounts;
    }

    public Balances plus(Balances other) {
        Balances both = new Balances();
        both.sums.putAll(sums);
        other.sums.forEach((key, sum) -> both.sums.merge(key, sum, Turnover::plus));
        return both;
    }

    private void add(JournalEntry entry) {
        for (Posting line : entry.postings()) {
            Turnover one = line.side() == Side.DEBIT
                    ? new Turnover(line.amount(), Money.ZERO)
                    : new Turnover(Money.ZERO, line.amount());
            sums.merge(new Key(line.account(), line.party()), one, Turnover::plus);
        }
    }

    /** Turnover of the account with all its details and parties. */
    public Turnover turnover(AccountCode account) {
        return sums.entrySet().stream().filter(sum -> sum.getKey().account().isWithin(account))
                .map(Map.Entry::getValue).reduce(Turnover.NONE, Turnover::plus);
    }

    /** Balance of the account with all its details and parties; debit positive. */
    public Money balance(AccountCode account) {
        return turnover(account).balance();
    }

    /** Balance per party of the account and its details; debit positive; zero ones left out. */
    public SortedMap<String, Money> byParty(AccountCode account) {
        SortedMap<String, Money> parties = new TreeMap<>();
        sums.forEach((key, sum) -> {
            if (key.account().isWithin(account)) {
                parties.merge(key.party(), sum.balance(), Money::plus);
            }
        });
        parties.values().removeIf(Money::isZero);
        return parties;
    }

    /** Turnover per account exactly as posted to, in order of code. */
    public SortedMap<AccountCode, Turnover> byAccount() {
        SortedMap<AccountCode, Turnover> accounts = new TreeMap<>();
        sums.forEach((key, sum) -> accounts.merge(key.account(), sum, Turnover::plus));
        return accounts;
    }

    /** Zero in every sound book. */
    public Money sum() {
        return sums.values().stream().map(Turnover::balance).reduce(Money.ZERO, Money::plus);
    }
}
