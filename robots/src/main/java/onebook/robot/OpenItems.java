package onebook.robot;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import onebook.reconcile.OpenItem;

/**
 * What customers owe and what is owed to suppliers, item by item, out of the entries alone: an
 * invoice or opening balance opens an item, a payment of the same amount closes the oldest.
 */
final class OpenItems {
    static final Map<AccountCode, Side> ACCOUNTS = Map.of(
            AccountCode.of("1122"), Side.DEBIT, AccountCode.of("2202"), Side.CREDIT);

    private final Map<EntryNumber, String> invoiceKeys;
    private final Map<EntryNumber, String> originals;
    /** In the order they were opened, and where to find those that a payment may close. */
    private final SortedMap<Integer, OpenItem> items = new TreeMap<>();
    private final Map<Object, SortedSet<Integer>> places = new HashMap<>();
    private int opened;

    private OpenItems(Map<EntryNumber, String> invoiceKeys, Map<EntryNumber, String> originals) {
        this.invoiceKeys = invoiceKeys;
        this.originals = originals;
    }

    /**
     * @param invoiceKeys the invoice an entry booked
     * @param originals for entries of red invoices, the key of the blue one
     */
    static List<OpenItem> of(Collection<JournalEntry> entries, Map<EntryNumber, String> invoiceKeys,
            Map<EntryNumber, String> originals) {
        OpenItems open = new OpenItems(invoiceKeys, originals);
        Map<EntryNumber, EntryNumber> taken = new HashMap<>();
        entries.forEach(entry ->
                entry.takesBack().ifPresent(wrong -> taken.put(wrong, entry.number())));
        entries.stream()
                .filter(entry -> !taken.containsKey(entry.number()) && entry.takesBack().isEmpty())
                .sorted(Comparator.comparing(JournalEntry::date)
                        .thenComparing(JournalEntry::number))
                .forEach(open::add);
        return List.copyOf(open.items.values());
    }

    private void add(JournalEntry entry) {
        int line = 0;
        for (Posting posting : entry.postings()) {
            line++;
            Side opens = ACCOUNTS.get(posting.account());
            if (opens == null) {
                continue;
            }
            Money amount = posting.side() == opens ? posting.amount() : posting.amount().negated();
            if (amount.isPositive()) {
                put(opened++, new OpenItem(entry.number() + "#" + line, posting.account(),
                        posting.party(), amount, entry.date(),
                        invoiceKeys.getOrDefault(entry.number(), "")));
            } else {
                close(entry, posting, amount.negated());
            }
        }
    }

    /** The item of the invoice that is taken back; else the oldest of that party and amount. */
    private void close(JournalEntry entry, Posting posting, Money amount) {
        String original = originals.getOrDefault(entry.number(), "");
        Optional<Integer> place = original.isEmpty() ? Optional.empty() : first(original);
        place.or(() -> first(debt(posting.account(), posting.party(), amount))).ifPresent(one -> {
            OpenItem item = take(one);
            Money rest = item.amount().minus(amount);
            if (rest.isPositive()) {
                put(one, new OpenItem(item.id(), item.account(), item.party(), rest, item.date(),
                        item.invoiceKey()));
            }
        });
    }

    private void put(int place, OpenItem item) {
        items.put(place, item);
        keys(item).forEach(key -> places.computeIfAbsent(key, one -> new TreeSet<>()).add(place));
    }

    private OpenItem take(int place) {
        OpenItem item = items.remove(place);
        keys(item).forEach(key -> places.get(key).remove(place));
        return item;
    }

    private Optional<Integer> first(Object key) {
        return Optional.ofNullable(places.get(key)).filter(found -> !found.isEmpty())
                .map(SortedSet::first);
    }

    private static List<Object> keys(OpenItem item) {
        Object debt = debt(item.account(), item.party(), item.amount());
        return item.invoiceKey().isEmpty() ? List.of(debt) : List.of(debt, item.invoiceKey());
    }

    private static Object debt(AccountCode account, String party, Money amount) {
        return List.of(account, party, amount);
    }
}
