package onebook.reconcile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import onebook.ledger.Money;

/** The items that are still open while lines are matched, the oldest first. */
final class OpenList {
    private static final Comparator<OpenItem> OLDEST_FIRST = Comparator.comparing(OpenItem::date)
            .thenComparing(OpenItem::invoiceKey).thenComparing(OpenItem::id);

    private record Owed(String plainParty, Money amount) { }

    private final Map<Money, TreeSet<OpenItem>> byAmount = new HashMap<>();
    private final Map<Owed, TreeSet<OpenItem>> byParty = new HashMap<>();
    private final Set<String> parties = new HashSet<>();

    OpenList(Collection<OpenItem> items) {
        for (OpenItem item : items) {
            byAmount.computeIfAbsent(item.amount(), any -> new TreeSet<>(OLDEST_FIRST)).add(item);
            byParty.computeIfAbsent(owed(item), any -> new TreeSet<>(OLDEST_FIRST)).add(item);
            parties.add(PartyNames.plain(item.party()));
        }
    }

    /** Items of the party that a line of this amount and day settles. */
    List<OpenItem> of(String plainParty, Money line, LocalDate until) {
        return settled(byParty.getOrDefault(new Owed(plainParty, line.abs()), new TreeSet<>()),
                line, until).limit(2).toList();
    }

    /** The oldest item of that amount of somebody else. */
    Optional<OpenItem> ofOthers(Set<String> plainParties, Money line, LocalDate until) {
        return settled(byAmount.getOrDefault(line.abs(), new TreeSet<>()), line, until)
                .filter(item -> !plainParties.contains(PartyNames.plain(item.party())))
                .findFirst();
    }

    /** True where the party had any item at first. */
    boolean knows(String plainParty) {
        return parties.contains(plainParty);
    }

    void remove(OpenItem item) {
        byAmount.get(item.amount()).remove(item);
        byParty.get(owed(item)).remove(item);
    }

    private static Stream<OpenItem> settled(TreeSet<OpenItem> items, Money line, LocalDate until) {
        return items.stream().takeWhile(item -> !item.date().isAfter(until))
                .filter(item -> item.isSettledBy(line));
    }

    private static Owed owed(OpenItem item) {
        return new Owed(PartyNames.plain(item.party()), item.amount());
    }
}
