package onebook.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Side;

/**
 * 账龄: what is open on an account of receivables or payables, by party and by the days since it
 * arose. See {@link PartyItems} for what a payment settles.
 */
public final class Ageing {
    /** @param days the most days an item of this bucket is old; the last bucket has no end */
    public record Bucket(String label, int days) { }

    /**
     * What one party owes or is owed.
     *
     * @param amounts one for each bucket
     * @param advance what it paid beyond all items, negative or zero
     * @param total the balance, on the normal side of the account
     */
    public record Row(String party, List<Money> amounts, Money advance, Money total) { }

    private final LocalDate at;
    private final List<Bucket> buckets;
    private final List<Row> rows = new ArrayList<>();

    private Ageing(LocalDate at, List<Bucket> buckets) {
        this.at = at;
        this.buckets = List.copyOf(buckets);
    }

    /**
     * As the table says: "days,label" in rising order, the last row without days. Throws
     * {@link IllegalArgumentException} with the row that is not well formed.
     */
    public static List<Bucket> buckets(String table) {
        List<Bucket> buckets = new ArrayList<>();
        int before = -1;
        for (String line : table.lines().skip(1).filter(one -> !one.isBlank()).toList()) {
            String[] fields = line.split(",", -1);
            boolean isRow = fields.length == 2 && fields[0].matches("[0-9]{0,5}");
            if (!isRow || before == Integer.MAX_VALUE || days(fields[0]) <= before) {
                throw new IllegalArgumentException("buckets of ageing: " + line);
            }
            before = days(fields[0]);
            buckets.add(new Bucket(fields[1], before));
        }
        if (before != Integer.MAX_VALUE) {
            throw new IllegalArgumentException("buckets of ageing: the last one has no days");
        }
        return buckets;
    }

    private static int days(String text) {
        return text.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(text);
    }

    /** @param side the side on which items arise: debit for receivables */
    public static Ageing of(Records records, AccountCode account, Side side, LocalDate at,
            List<Bucket> buckets) {
        SortedMap<String, PartyItems> parties = new TreeMap<>();
        Period last = Period.of(at);
        for (Period month = records.firstMonth().orElse(last); month.compareTo(last) <= 0;
                month = month.next()) {
            for (JournalEntry entry : entries(records, account, month)) {
                for (Posting line : entry.postings()) {
                    if (line.account().isWithin(account) && !entry.date().isAfter(at)) {
                        Money signed = line.signed();
                        parties.computeIfAbsent(line.party(), party -> new PartyItems()).add(
                                entry, side == Side.DEBIT ? signed : signed.negated());
                    }
                }
            }
        }
        Ageing ageing = new Ageing(at, buckets);
        parties.forEach(ageing::add);
        return ageing;
    }

    /** Of one month, in order of date. */
    private static List<JournalEntry> entries(
            Records records, AccountCode account, Period month) {
        try (Stream<JournalEntry> all = records.entries(Set.of(account), month, month)) {
            return all.sorted(Comparator.comparing(JournalEntry::date)
                    .thenComparing(JournalEntry::number)).toList();
        }
    }

    private void add(String party, PartyItems items) {
        List<Money> amounts = new ArrayList<>(Collections.nCopies(buckets.size(), Money.ZERO));
        items.open().forEach(item -> {
            int place = bucket(ChronoUnit.DAYS.between(item.since(), at));
            amounts.set(place, amounts.get(place).plus(item.rest()));
        });
        Money advance = items.advance().negated();
        Money total = Money.sum(amounts).plus(advance);
        if (!advance.isZero() || amounts.stream().anyMatch(amount -> !amount.isZero())) {
            rows.add(new Row(party, List.copyOf(amounts), advance, total));
        }
    }

    private int bucket(long days) {
        int place = 0;
        while (days > buckets.get(place).days()) {
            place++;
        }
        return place;
    }

    public LocalDate at() {
        return at;
    }

    public List<Bucket> buckets() {
        return buckets;
    }

    /** In order of party; those with nothing open are left out. */
    public List<Row> rows() {
        return rows;
    }

    public Row total() {
        List<Money> amounts = new ArrayList<>();
        for (int place = 0; place < buckets.size(); place++) {
            int bucket = place;
            amounts.add(Money.sum(rows.stream().map(row -> row.amounts().get(bucket)).toList()));
        }
        return new Row("", amounts, Money.sum(rows.stream().map(Row::advance).toList()),
                Money.sum(rows.stream().map(Row::total).toList()));
    }
}
