package onebook.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import onebook.ledger.Balances.Turnover;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Side;

/**
 * An amount with what it stands for.
 *
 * @param units 数量, zero where none were counted
 * @param foreign 原币, in the currency the account is kept in; zero where there is none
 */
public record Tally(Money money, BigDecimal units, BigDecimal foreign) {
    public static final Tally NONE = new Tally(Money.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static Tally of(Money money) {
        return new Tally(money, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** As written: red lines are negative. */
    static Tally of(Posting line) {
        return new Tally(line.amount(),
                line.details().quantity().map(Posting.Quantity::count).orElse(BigDecimal.ZERO),
                line.details().foreign().map(one -> one.amount().toDecimal())
                        .orElse(BigDecimal.ZERO));
    }

    public Tally plus(Tally other) {
        return new Tally(money.plus(other.money), units.add(other.units),
                foreign.add(other.foreign));
    }

    public Tally minus(Tally other) {
        return plus(other.negated());
    }

    public Tally negated() {
        return new Tally(money.negated(), units.negate(), foreign.negate());
    }

    public boolean isZero() {
        return money.isZero() && units.signum() == 0 && foreign.signum() == 0;
    }

    /** Money for one unit, rounded half up to this many decimals; empty without units. */
    public Optional<BigDecimal> averagePrice(int decimals) {
        return units.signum() == 0 ? Optional.empty()
                : Optional.of(money.toDecimal().divide(units, decimals, RoundingMode.HALF_UP));
    }

    /** What went through an account, both sides. */
    public record Sides(Tally debit, Tally credit) {
        static final Sides NONE = new Sides(Tally.NONE, Tally.NONE);

        static Sides of(Turnover sums) {
            return new Sides(Tally.of(sums.debit()), Tally.of(sums.credit()));
        }

        static Sides of(Posting line) {
            Tally one = Tally.of(line);
            return line.side() == Side.DEBIT ? new Sides(one, Tally.NONE)
                    : new Sides(Tally.NONE, one);
        }

        Sides plus(Sides other) {
            return new Sides(debit.plus(other.debit), credit.plus(other.credit));
        }

        /** Debit positive. */
        public Tally balance() {
            return debit.minus(credit);
        }

        boolean isZero() {
            return debit.isZero() && credit.isZero();
        }
    }
}
