package onebook.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.ledger.AccountCode;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Side;

/**
 * What one voucher moved in cash, by the line of 会小企03; in above zero, out below. It always adds
 * up to what the voucher's cash lines add up to.
 *
 * <p>The other lines are summed per account and party, so that what is booked and settled at once
 * counts as what it was for. Money cannot have come in for more than the credit sums among them,
 * nor gone out for more than the debit ones; what cash lines say beyond that went from one cash
 * account to another and is none. The rest is shared out in proportion to those sums, to the fen.
 * Where a person chose the line of a cash line, its share goes there; where of another line, that
 * line's share. A voucher whose cash lines are all red, or that takes another back, is what the
 * black one would be, with the sign turned.
 */
final class VoucherCash {
    private record Reason(AccountCode account, String party, int chosen)
            implements Comparable<Reason> {
        @Override
        public int compareTo(Reason other) {
            int byAccount = account.compareTo(other.account);
            int byParty = byAccount != 0 ? byAccount : party.compareTo(other.party);
            return byParty != 0 ? byParty : Integer.compare(chosen, other.chosen);
        }
    }

    private final CashRules rules;
    private final List<Posting> cash = new ArrayList<>();
    private final SortedMap<Reason, Money> reasons = new TreeMap<>();
    private final SortedMap<CashPart, Money> parts = new TreeMap<>();

    private VoucherCash(CashRules rules) {
        this.rules = rules;
    }

    static SortedMap<CashPart, Money> of(JournalEntry entry, CashRules rules) {
        boolean takesBack = entry.takesBack().isPresent();
        List<Posting> lines = takesBack ? red(entry.postings()) : entry.postings();
        List<Posting> cash = lines.stream().filter(one -> rules.isCash(one.account())).toList();
        if (cash.isEmpty()) {
            return new TreeMap<>();
        }
        boolean isRed = cash.stream().allMatch(one -> one.amount().isNegative());
        VoucherCash voucher = new VoucherCash(rules);
        (isRed ? red(lines) : lines).forEach(voucher::add);
        voucher.share();
        if (isRed != takesBack) {
            voucher.parts.replaceAll((part, amount) -> amount.negated());
        }
        return voucher.parts;
    }

    private static List<Posting> red(List<Posting> lines) {
        return lines.stream().map(Posting::red).toList();
    }

    private void add(Posting line) {
        if (rules.isCash(line.account())) {
            cash.add(line);
        } else {
            int chosen = line.details().cashFlow();
            reasons.merge(new Reason(line.account(), line.party(),
                    rules.isChoice(chosen) ? chosen : 0), line.signed().negated(), Money::plus);
        }
    }

    private void share() {
        Money in = sum(Side.DEBIT);
        Money out = sum(Side.CREDIT);
        Money inward = atLeastZero(in).plus(atLeastZero(out.negated()));
        Money outward = atLeastZero(out).plus(atLeastZero(in.negated()));
        share(least(inward, reasons(true)), true);
        share(least(outward, reasons(false)), false);
    }

    private Money sum(Side side) {
        return Money.sum(cash.stream().filter(one -> one.side() == side).map(Posting::amount)
                .toList());
    }

    private static Money atLeastZero(Money amount) {
        return amount.isNegative() ? Money.ZERO : amount;
    }

    private static Money least(Money limit, Map<Reason, Money> reasons) {
        Money most = Money.sum(reasons.values());
        return most.compareTo(limit) < 0 ? most : limit;
    }

    /** The reasons for which money came in, or went out, each above zero. */
    private SortedMap<Reason, Money> reasons(boolean isInward) {
        SortedMap<Reason, Money> found = new TreeMap<>();
        reasons.forEach((reason, effect) -> {
            Money amount = isInward ? effect : effect.negated();
            if (amount.isPositive()) {
                found.put(reason, amount);
            }
        });
        return found;
    }

    private void share(Money total, boolean isInward) {
        if (total.isZero()) {
            return;
        }
        Money rest = total.minus(chosen(total, isInward));
        SortedMap<Reason, Money> all = reasons(isInward);
        SortedMap<Reason, Money> own = new TreeMap<>(all);
        own.keySet().removeIf(one ->
                one.chosen() == 0 && rules.isShared(one.account(), isInward));
        SortedMap<Reason, Money> among = own.isEmpty() ? all : own;
        List<Money> shares = shares(rest, List.copyOf(among.values()));
        int next = 0;
        for (Reason reason : among.keySet()) {
            int line = reason.chosen() > 0 ? reason.chosen()
                    : rules.line(reason.account(), isInward);
            put(new CashPart(line, reason.account()), shares.get(next++), isInward);
        }
    }

    /** Puts what a person chose a line for; gives how much that is. */
    private Money chosen(Money total, boolean isInward) {
        List<Posting> side = cash.stream()
                .filter(one -> one.side() == Side.DEBIT == isInward).toList();
        if (side.stream().noneMatch(this::isChosen) || !sum(side).isPositive()) {
            return Money.ZERO;
        }
        List<Money> shares = shares(total, side.stream().map(Posting::amount).toList());
        Money sum = Money.ZERO;
        for (int index = 0; index < side.size(); index++) {
            if (isChosen(side.get(index))) {
                put(new CashPart(side.get(index).details().cashFlow(),
                        side.get(index).account()), shares.get(index), isInward);
                sum = sum.plus(shares.get(index));
            }
        }
        return sum;
    }

    private boolean isChosen(Posting line) {
        return rules.isChoice(line.details().cashFlow());
    }

    private static Money sum(List<Posting> lines) {
        return Money.sum(lines.stream().map(Posting::amount).toList());
    }

    private void put(CashPart part, Money amount, boolean isInward) {
        if (!amount.isZero()) {
            parts.merge(part, isInward ? amount : amount.negated(), Money::plus);
        }
    }

    /** Shares in proportion to weights whose sum is above zero; they add up to the total. */
    private static List<Money> shares(Money total, List<Money> weights) {
        Money whole = Money.sum(weights);
        if (whole.equals(total)) {
            return weights;
        }
        List<Money> shares = new ArrayList<>();
        Money sofar = Money.ZERO;
        Money given = Money.ZERO;
        for (Money weight : weights) {
            sofar = sofar.plus(weight);
            Money upTo = portion(total, sofar, whole);
            shares.add(upTo.minus(given));
            given = upTo;
        }
        return shares;
    }

    /** total × part ÷ whole, half a fen up. */
    private static Money portion(Money total, Money part, Money whole) {
        BigDecimal share = BigDecimal.valueOf(total.minor())
                .multiply(BigDecimal.valueOf(part.minor()))
                .divide(BigDecimal.valueOf(whole.minor()), 0, RoundingMode.HALF_UP);
        return new Money(share.longValueExact(), total.currency());
    }
}
