package onebook.robot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Map<AccountCode, Side> ACCOUNTS = Map.of(
            AccountCode.of("1122"), Side.DEBIT, AccountCode.of("2202"), Side.CREDIT);

    private final Map<EntryNumber, String> invoiceKeys;
    private final Map<EntryNumber, String> originals;
    private final List<OpenItem> items = new ArrayList<>();

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
        return List.copyOf(open.items);
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
                items.add(new OpenItem(entry.number() + "#" + line, posting.account(),
                        posting.party(), amount, entry.date(),
                        invoiceKeys.getOrDefault(entry.number(), "")));
            } else {
                close(entry, posting, amount.negated());
            }
        }
    }

    private void close(JournalEntry entry, Posting posting, Money amount) {
        String original = originals.getOrDefault(entry.number(), "");
        Optional<OpenItem> item = items.stream().filter(one -> !original.isEmpty()
                        && one.invoiceKey().equals(original)).findFirst()
                .or(() -> items.stream().filter(one -> one.account().equals(posting.account())
                        && one.party().equals(posting.party()) && one.amount().equals(amount))
                        .findFirst());
        item.ifPresent(one -> {
            int place = items.indexOf(one);
            Money rest = one.amount().minus(amount);
            if (rest.isPositive()) {
                items.set(place, new OpenItem(one.id(), one.account(), one.party(), rest,
                        one.date(), one.invoiceKey()));
            } else {
                items.remove(place);
            }
        });
    }
}
