package onebook.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;

/**
 * An exact amount of money.
 *
 * @param minor amount in the minor unit of the currency (fen for CNY); may be negative
 * @param currency ISO 4217 code, three capital letters
 */
public record Money(long minor, String currency) implements Comparable<Money> {
    public static final String CNY = "CNY";
    public static final Money ZERO = cny(0);
    /** Beyond these no long holds it, no paper prints it; "1E+999999999" would fill the memory. */
    private static final int MOST_DIGITS = 19;
    private static final int MOST_DECIMALS = 1000;

    public Money {
        if (!CNY.equals(currency)) {
            Currency.getInstance(currency);
        }
    }

    public static Money cny(long fen) {
        return new Money(fen, CNY);
    }

    /** Reads "1234.50" or "-0.01" as CNY. Throws where there are more than two decimals. */
    public static Money parse(String text) {
        return of(new BigDecimal(text), CNY);
    }

    /** Exact: throws {@link ArithmeticException} at more decimals than the currency has. */
    public static Money of(BigDecimal value, String currency) {
        return rounded(value, currency, RoundingMode.UNNECESSARY);
    }

    public static Money rounded(BigDecimal value, String currency, RoundingMode rounding) {
        if (value.signum() != 0 && (value.precision() - (long) value.scale() > MOST_DIGITS
                || value.scale() > MOST_DECIMALS)) {
            throw new ArithmeticException("no amount of money: " + value);
        }
        BigDecimal scaled = value.setScale(scale(currency), rounding);
        return new Money(scaled.unscaledValue().longValueExact(), currency);
    }

    /** The sum of amounts in CNY. Throws {@link ArithmeticException} on overflow. */
    public static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money abs() {
        return minor < 0 ? negated() : this;
    }

    /** The amount times a rate such as 0.03, rounded to the minor unit as named. */
    public Money times(BigDecimal rate, RoundingMode rounding) {
        return rounded(toDecimal().multiply(rate), currency, rounding);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minor, scale(currency));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** "1234.50": no thousands separators, no currency. */
    @Override
    public String toString() {
        if (!CNY.equals(currency) || minor == Long.MIN_VALUE) {
            return toDecimal().toPlainString();
        }
        long fen = Math.abs(minor);
        long cents = fen % 100;
        return (minor < 0 ? "-" : "") + fen / 100 + (cents < 10 ? ".0" : ".") + cents;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " is not " + other.currency);
        }
        return other;
    }

    private static int scale(String currency) {
        return CNY.equals(currency) ? 2 : Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
