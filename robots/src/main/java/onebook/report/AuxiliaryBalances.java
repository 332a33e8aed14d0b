package onebook.report;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Records.Part;
import onebook.report.Tally.Sides;

/**
 * 辅助余额表: what each party, department, project or bank account brought forward on an account,
 * turned over and carries on. Those of parties come from the sums of months; no sums are kept of
 * the other dimensions, so their lines are added up.
 */
public final class AuxiliaryBalances {

    /** @param value who or what; empty for the lines that do not say */
    public record Row(AccountCode account, String value, Money opening, Sides period) {
        public Money closing() {
            return opening.plus(period.balance().money());
        }

        boolean isZero() {
            return opening.isZero() && period.isZero();
        }
    }

    private record Key(AccountCode account, String value) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : value.compareTo(other.value);
        }
    }

    private final SortedMap<Key, Sides> before = new TreeMap<>();
    private final SortedMap<Key, Sides> within = new TreeMap<>();
    private final Set<AccountCode> accounts;

    private AuxiliaryBalances(Set<AccountCode> accounts) {
        this.accounts = accounts;
    }

    /**
     * By account as posted to and by value.
     *
     * @param accounts these with their details; where none is named, all that say a value
     */
    public static AuxiliaryBalances of(Records records, Set<AccountCode> accounts,
            Account.Dimension dimension, Period from, Period to) {
        AuxiliaryBalances balances = new AuxiliaryBalances(accounts);
        Period first = records.firstMonth().orElse(from);
        if (dimension.isParty()) {
            balances.keep(Slice.opening(first, to).of(records), balances.before);
            balances.keep(Slice.posted(first, from.previous()).of(records), balances.before);
            balances.keep(Slice.posted(from, to).of(records), balances.within);
        } else {
            balances.add(records, dimension, first.compareTo(from) < 0 ? first : from, to, from);
        }
        return balances;
    }

    private void keep(Balances sums, SortedMap<Key, Sides> into) {
        sums.kept().forEach((account, parties) -> {
            if (isAsked(account)) {
                parties.forEach((party, sum) ->
                        into.merge(new Key(account, party), Sides.of(sum), Sides::plus));
            }
        });
    }

    private boolean isAsked(AccountCode account) {
        return accounts.isEmpty() || accounts.stream().anyMatch(account::isWithin);
    }

    private void add(Records records, Account.Dimension dimension, Period first, Period to,
            Period from) {
        try (Stream<JournalEntry> entries = records.entries(accounts, first, to)) {
            entries.forEach(entry -> {
                boolean isBefore = entry.period().compareTo(from) < 0
                        || Part.of(entry, records::find) == Part.OPENING;
                for (Posting line : entry.postings()) {
                    if (isAsked(line.account())) {
                        (isBefore ? before : within).merge(
                                new Key(line.account(), line.in(dimension)), Sides.of(line),
                                Sides::plus);
                    }
                }
            });
        }
    }

    /** Rows with a balance or turnover, in order of account and value. */
    public List<Row> rows() {
        SortedSet<Key> keys = new TreeSet<>(before.keySet());
        keys.addAll(within.keySet());
        Set<AccountCode> saying = keys.stream().filter(key -> !key.value().isEmpty())
                .map(Key::account).collect(Collectors.toSet());
        return keys.stream()
                .filter(key -> !accounts.isEmpty() || saying.contains(key.account()))
                .map(key -> new Row(key.account(), key.value(),
                        before.getOrDefault(key, Sides.NONE).balance().money(),
                        within.getOrDefault(key, Sides.NONE)))
                .filter(row -> !row.isZero()).toList();
    }
}
