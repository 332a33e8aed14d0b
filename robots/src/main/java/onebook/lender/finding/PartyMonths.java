package onebook.lender.finding;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import onebook.report.Ageing;

/**
 * What parties owe or are owed on one account, by the month it arose; what they paid settles the
 * oldest month first. A red entry goes to the month of the entry it takes back. Balances brought
 * forward count as of the month the book begins with.
 */
final class PartyMonths {
    private static final class Party {
        private final SortedMap<Period, Money> items = new TreeMap<>();
        private final SortedMap<Period, Money> opened = new TreeMap<>();
        private final SortedMap<Period, Money> settled = new TreeMap<>();
        private final SortedMap<Period, Money> shown = new TreeMap<>();
    }

    private final String account;
    private final boolean isDebit;
    private final SortedMap<String, Party> parties = new TreeMap<>();

    /** @param isDebit true where items arise on the debit side */
    PartyMonths(String account, boolean isDebit) {
        this.account = account;
        this.isDebit = isDebit;
    }

    private boolean isMine(Posting line) {
        String code = line.account().value();
        return code.equals(account) || code.startsWith(account + ".");
    }

    private Party party(String name) {
        return parties.computeIfAbsent(name, one -> new Party());
    }

    void add(JournalEntry entry) {
        Period month = entry.takesBack().map(wrong -> wrong.period()).orElse(entry.period());
        for (Posting line : entry.postings()) {
            if (isMine(line)) {
                Party party = party(line.party());
                boolean isItem = (line.side() == Side.DEBIT) == isDebit;
                (isItem ? party.items : party.settled).merge(month, line.amount(), Money::plus);
                if (isItem && entry.kind() == JournalEntry.Kind.OPENING) {
                    party.opened.merge(month, line.amount(), Money::plus);
                }
            }
        }
    }

    /** So much of what the party settled is shown by bank lines. */
    void shown(JournalEntry entry, Money byBank) {
        Money left = byBank;
        for (Posting line : entry.postings()) {
            boolean isPaid = isMine(line) && (line.side() == Side.CREDIT) == isDebit;
            if (isPaid && left.isPositive() && line.amount().isPositive()) {
                Money part = Least.of(left, line.amount());
                party(line.party()).shown.merge(entry.period(), part, Money::plus);
                left = left.minus(part);
            }
        }
    }

    /** Items of a month, those brought forward left out. */
    Money items(Period month) {
        return Money.sum(parties.values().stream().map(party ->
                party.items.getOrDefault(month, Money.ZERO)
                        .minus(party.opened.getOrDefault(month, Money.ZERO))).toList());
    }

    /** What bank lines until then show to be paid of the items of each month, oldest first. */
    Map<Period, Money> shownPaid(Period to) {
        Map<Period, Money> paid = new TreeMap<>();
        for (Party party : parties.values()) {
            Money left = sum(party.shown, to);
            for (Map.Entry<Period, Money> item : party.items.headMap(to.next()).entrySet()) {
                Money opened = party.opened.getOrDefault(item.getKey(), Money.ZERO);
                left = left.minus(Least.of(left, positive(opened)));
                Money part = Least.of(left, positive(item.getValue().minus(opened)));
                paid.merge(item.getKey(), part, Money::plus);
                left = left.minus(part);
            }
        }
        return paid;
    }

    private static Money positive(Money amount) {
        return amount.isNegative() ? Money.ZERO : amount;
    }

    private static Money sum(SortedMap<Period, Money> months, Period to) {
        return Money.sum(months.headMap(to.next()).values());
    }

    /** 账龄 at the end of a month, ages counted from the end of the month an item arose in. */
    List<Ageing.Row> ageing(Period to, List<Ageing.Bucket> buckets) {
        List<Ageing.Row> rows = new ArrayList<>();
        parties.forEach((name, party) -> {
            List<Money> amounts = new ArrayList<>(
                    Collections.nCopies(buckets.size(), Money.ZERO));
            Money left = sum(party.settled, to);
            for (Map.Entry<Period, Money> item : party.items.headMap(to.next()).entrySet()) {
                Money part = item.getValue().isNegative() ? item.getValue()
                        : Least.of(positive(left), item.getValue());
                left = left.minus(part);
                int bucket = bucket(buckets, ChronoUnit.DAYS.between(
                        item.getKey().lastDay(), to.lastDay()));
                amounts.set(bucket, amounts.get(bucket).plus(item.getValue().minus(part)));
            }
            Money advance = left.negated();
            Money total = Money.sum(amounts).plus(advance);
            if (!advance.isZero() || amounts.stream().anyMatch(amount -> !amount.isZero())) {
                rows.add(new Ageing.Row(name, List.copyOf(amounts), advance, total));
            }
        });
        return rows;
    }

    private static int bucket(List<Ageing.Bucket> buckets, long days) {
        int place = 0;
        while (days > buckets.get(place).days()) {
            place++;
        }
        return place;
    }
}
