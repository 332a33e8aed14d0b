package onebook.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;

/** Balances per account and party, debit positive, each with the entries that made it. */
final class TracedBalances {

    /** What stands on one account for one party; the party is empty where the account has none. */
    private static final class Item {
        private Money sum = Money.ZERO;
        private final TreeSet<EntryNumber> entries = new TreeSet<>();

        Figure figure() {
            return new Figure(sum, List.copyOf(entries));
        }
    }

    private final SortedMap<AccountCode, SortedMap<String, Item>> items = new TreeMap<>();

    static TracedBalances of(Collection<JournalEntry> entries, Predicate<JournalEntry> which) {
        TracedBalances balances = new TracedBalances();
        entries.stream().filter(which).forEach(balances::add);
        return balances;
    }

    private void add(JournalEntry entry) {
        for (Posting line : entry.postings()) {
            Item item = items.computeIfAbsent(line.account(), code -> new TreeMap<>())
                    .computeIfAbsent(line.party(), party -> new Item());
            item.sum = item.sum.plus(line.signed());
            item.entries.add(entry.number());
        }
    }

    /** The account with all its details and parties. */
    Figure of(AccountCode account) {
        return sum(List.copyOf(byParty(account).values()));
    }

    /** The account with its details for each party, zero balances among them. */
    SortedMap<String, Figure> byParty(AccountCode account) {
        SortedMap<String, Figure> parties = new TreeMap<>();
        items.forEach((code, byParty) -> {
            if (code.isWithin(account)) {
                byParty.forEach((party, item) ->
                        parties.merge(party, item.figure(), Figure::plus));
            }
        });
        return parties;
    }

    /** The first-level accounts that were posted to, in order of code. */
    List<AccountCode> firstLevel() {
        return items.keySet().stream().map(TracedBalances::root).distinct().toList();
    }

    static AccountCode root(AccountCode code) {
        return code.parent().map(TracedBalances::root).orElse(code);
    }

    static Figure sum(List<Figure> figures) {
        Money amount = Money.ZERO;
        TreeSet<EntryNumber> entries = new TreeSet<>();
        for (Figure figure : figures) {
            amount = amount.plus(figure.amount());
            entries.addAll(figure.entries());
        }
        return new Figure(amount, new ArrayList<>(entries));
    }
}
