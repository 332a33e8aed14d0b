package onebook.lender.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.seal.Leaf;

/**
 * When amounts were first known outside, as far as the reader knows who says so. An anchor covers
 * the leaves before its size; amounts wait in runs of leaves, longer ones the more there are, and a
 * run counts when all of it is covered: never too early.
 */
final class Anchoring {
    /** The day in China decides whether a month was anchored in time. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int MOST_RUNS = 4096;

    /** An amount's class and month. */
    record Key(Corroboration.Kind kind, Period month) { }

    private final Map<Key, Money> inTime = new HashMap<>();
    private TreeMap<Long, Map<Key, Money>> waiting = new TreeMap<>();
    private long run = 1;
    private long index;
    private boolean isAnchored;

    void leaf(Leaf leaf) {
        index = leaf.index();
    }

    /** So many leaves were known outside at that time. */
    void anchored(long size, Instant at) {
        isAnchored = true;
        LocalDate day = LocalDate.ofInstant(at, CHINA);
        long days = Limits.standard().number("LAG-DAYS", Period.of(day)).longValueExact();
        while (!waiting.isEmpty() && (waiting.firstKey() + 1) * run <= size) {
            waiting.pollFirstEntry().getValue().forEach((key, amount) -> {
                if (!day.isAfter(key.month.lastDay().plusDays(days))) {
                    inTime.merge(key, amount, Money::plus);
                }
            });
        }
    }

    /** Of the entry whose leaf came last. */
    void add(Corroboration.Kind kind, Period month, Money amount) {
        waiting.computeIfAbsent(index / run, one -> new HashMap<>())
                .merge(new Key(kind, month), amount, Money::plus);
        if (waiting.size() > MOST_RUNS) {
            TreeMap<Long, Map<Key, Money>> longer = new TreeMap<>();
            waiting.forEach((place, sums) -> sums.forEach((key, sum) ->
                    longer.computeIfAbsent(place / 2, one -> new HashMap<>())
                            .merge(key, sum, Money::plus)));
            waiting = longer;
            run *= 2;
        }
    }

    /** False where the reader knows nobody who saw the log: nothing is known then. */
    boolean isAnchored() {
        return isAnchored;
    }

    Money inTime(Corroboration.Kind kind, Period month) {
        return inTime.getOrDefault(new Key(kind, month), Money.ZERO);
    }
}
