package onebook.robot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import onebook.seal.CanonicalJson;
import onebook.seal.Leaf;

/**
 * Balances too many for one voucher (a leaf of the log holds 65,535 bytes) become several, each
 * balanced in itself. Rows of parties stay whole wherever a row without a party, such as capital or
 * a bank account, can be divided among vouchers instead: an open item keeps its amount.
 */
final class OpeningVouchers {
    /** Room for the head of the voucher, its evidence and what makes it even. */
    private static final int FULL = Leaf.LARGEST_BYTES - 15_000;
    private static final int MOST = Leaf.LARGEST_BYTES - 5_000;
    private static final int LINE_WITHOUT_PARTY = 100;

    /** What is not in a voucher yet, by the side on which it weighs. */
    private final Map<Side, Deque<Posting>> rows = new EnumMap<>(Side.class);
    /** Of these, what may be divided; the largest first. */
    private final Map<Side, Deque<Posting>> divisible = new EnumMap<>(Side.class);
    private List<Posting> voucher = new ArrayList<>();
    private Money sum = Money.ZERO;

    private OpeningVouchers(List<Posting> lines) {
        for (Side side : Side.values()) {
            rows.put(side, new ArrayDeque<>());
            divisible.put(side, new ArrayDeque<>());
        }
        lines.stream().filter(line -> !line.party().isEmpty())
                .forEach(line -> rows.get(weighs(line)).add(line));
        lines.stream().filter(line -> line.party().isEmpty())
                .sorted(Comparator.comparing((Posting line) -> line.amount().abs()).reversed())
                .forEach(line -> divisible.get(weighs(line)).add(line));
    }

    /** One list where all fit into one voucher, or the whole does not balance anyway. */
    static List<List<Posting>> of(List<Posting> lines) {
        if (size(lines) <= MOST || !isBalanced(lines)) {
            return List.of(lines);
        }
        OpeningVouchers all = new OpeningVouchers(lines);
        List<List<Posting>> vouchers = new ArrayList<>();
        for (List<Posting> next = all.next(); !next.isEmpty(); next = all.next()) {
            vouchers.add(next);
        }
        return vouchers;
    }

    private static boolean isBalanced(List<Posting> lines) {
        try {
            return lines.stream().map(Posting::signed).reduce(Money.ZERO, Money::plus).isZero();
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    private List<Posting> next() {
        voucher = new ArrayList<>();
        sum = Money.ZERO;
        fill();
        takeFromDivisible();
        giveBack();
        return voucher;
    }

    /** Takes rows so that neither side gets far ahead. */
    private void fill() {
        int bytes = 0;
        while (bytes < FULL && !isEmpty()) {
            Side lighter = sum.isPositive() ? Side.CREDIT : Side.DEBIT;
            Deque<Posting> from = rows.get(lighter).isEmpty()
                    ? rows.get(lighter.opposite()) : rows.get(lighter);
            Posting row = from.remove();
            voucher.add(row);
            sum = sum.plus(row.signed());
            bytes += size(row);
        }
    }

    /** True where nothing is left; rows that may be divided come last. */
    private boolean isEmpty() {
        if (rows.values().stream().allMatch(Deque::isEmpty)) {
            divisible.forEach((side, left) -> {
                rows.get(side).addAll(left);
                left.clear();
            });
        }
        return rows.values().stream().allMatch(Deque::isEmpty);
    }

    private void takeFromDivisible() {
        Deque<Posting> from = divisible.get(heavier().opposite());
        int bytes = size(voucher);
        while (!sum.isZero() && !from.isEmpty() && bytes < MOST) {
            Posting row = from.remove();
            Money part = smaller(row.amount().abs(), sum.abs());
            voucher.add(part(row, part));
            sum = sum.plus(part(row, part).signed());
            bytes += size(row);
            rest(row, part).ifPresent(from::addFirst);
        }
    }

    /** The last rows of the heavier side go back, the last of them in part. */
    private void giveBack() {
        Side heavier = heavier();
        for (int i = voucher.size() - 1; i >= 0 && !sum.isZero(); i--) {
            Posting row = voucher.get(i);
            if (weighs(row) == heavier) {
                Money part = smaller(row.amount().abs(), sum.abs());
                rows.get(heavier).addFirst(part(row, part));
                sum = sum.minus(part(row, part).signed());
                voucher.remove(i);
                int place = i;
                rest(row, part).ifPresent(kept -> voucher.add(place, kept));
            }
        }
    }

    private Side heavier() {
        return sum.isPositive() ? Side.DEBIT : Side.CREDIT;
    }

    private static Side weighs(Posting row) {
        return row.signed().isNegative() ? Side.CREDIT : Side.DEBIT;
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Posting part(Posting row, Money part) {
        return new Posting(row.account(), row.side(),
                row.amount().isNegative() ? part.negated() : part, row.party(), row.details());
    }

    private static Optional<Posting> rest(Posting row, Money part) {
        Money rest = row.amount().abs().minus(part);
        return rest.isZero() ? Optional.empty()
                : Optional.of(part(row, rest));
    }

    private static int size(List<Posting> lines) {
        return lines.stream().mapToInt(OpeningVouchers::size).sum();
    }

    private static int size(Posting line) {
        return LINE_WITHOUT_PARTY + CanonicalJson.write(line.party()).length;
    }
}
