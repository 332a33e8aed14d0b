package onebook.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;

/**
 * The open items of one party on one account, in order of date.
 *
 * <p>A payment settles the oldest item; one that was matched settles the oldest item of its very
 * amount where there is one. A red entry takes back what the entry it corrects opened, and opens
 * again what that one settled, each with its own age. What is paid beyond all items waits as an
 * advance for the next one.
 */
final class PartyItems {
    /** The rule of entries that were matched with an item. */
    private static final String MATCH = "match";

    /** @param rest never negative */
    record Item(LocalDate since, Money rest) { }

    /** An item with what is open of it, or a payment with what is not applied. */
    private static final class Movement implements Comparable<Movement> {
        private final int order;
        private final LocalDate since;
        private final boolean isItem;
        private Money rest;
        private final SortedMap<Movement, Money> settled = new TreeMap<>();

        Movement(int order, LocalDate since, Money amount) {
            this.order = order;
            this.since = since;
            this.isItem = amount.isPositive();
            this.rest = amount.abs();
        }

        @Override
        public int compareTo(Movement other) {
            return Integer.compare(order, other.order);
        }

        private void settle(Money amount, Movement other) {
            rest = rest.minus(amount);
            settled.merge(other, amount, Money::plus);
        }
    }

    private final Map<EntryNumber, List<Movement>> movements = new HashMap<>();
    private final SortedSet<Movement> items = new TreeSet<>();
    private final SortedSet<Movement> payments = new TreeSet<>();
    private int count;

    /** Requires entries in order of date. */
    void add(JournalEntry entry, Money amount) {
        Money left = entry.takesBack().map(wrong -> takeBack(wrong, amount)).orElse(amount);
        if (!left.isZero()) {
            Movement one = new Movement(count++, entry.date(), left);
            movements.computeIfAbsent(entry.number(), number -> new ArrayList<>()).add(one);
            (left.isPositive() ? items : payments).add(one);
            if (left.isNegative() && entry.rule().equals(MATCH)) {
                items.stream().filter(item -> item.rest.equals(one.rest)).findFirst()
                        .ifPresent(item -> settle(one, item));
            }
        }
        settle();
    }

    /** The oldest payment settles the oldest item until there is only one kind of them. */
    private void settle() {
        while (!items.isEmpty() && !payments.isEmpty()) {
            settle(payments.first(), items.first());
        }
    }

    private void settle(Movement payment, Movement item) {
        Money amount = lesser(payment.rest, item.rest);
        payment.settle(amount, item);
        item.settle(amount, payment);
        keep(payment, payments);
        keep(item, items);
    }

    private static void keep(Movement one, SortedSet<Movement> open) {
        if (one.rest.isPositive()) {
            open.add(one);
        } else {
            open.remove(one);
        }
    }

    /** Takes from the movements of the wrong entry; gives what they did not hold. */
    private Money takeBack(EntryNumber wrong, Money amount) {
        boolean isItem = amount.isNegative();
        Money left = amount.abs();
        for (Movement one : movements.getOrDefault(wrong, List.of())) {
            if (isItem == one.isItem) {
                left = left.minus(isItem ? undo(one, left, items, payments)
                        : undo(one, left, payments, items));
            }
        }
        return isItem ? left.negated() : left;
    }

    /**
     * This movement never was: first what is open of it goes, then what it settled with is open
     * again, the youngest first. Gives how much went.
     */
    private Money undo(Movement one, Money most, SortedSet<Movement> own,
            SortedSet<Movement> others) {
        Money gone = lesser(most, one.rest);
        one.rest = one.rest.minus(gone);
        keep(one, own);
        List<Movement> youngestFirst = new ArrayList<>(one.settled.keySet());
        Collections.reverse(youngestFirst);
        for (Movement other : youngestFirst) {
            Money back = lesser(most.minus(gone), one.settled.get(other));
            one.settled.merge(other, back.negated(), Money::plus);
            other.settle(back.negated(), one);
            keep(other, others);
            gone = gone.plus(back);
        }
        return gone;
    }

    private static Money lesser(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    List<Item> open() {
        return items.stream().map(item -> new Item(item.since, item.rest)).toList();
    }

    /** What was paid beyond all items, zero or above. */
    Money advance() {
        return Money.sum(payments.stream().map(payment -> payment.rest).toList());
    }
}
