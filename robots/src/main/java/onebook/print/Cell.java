package onebook.print;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import onebook.ledger.Money;

/** What stands in one field of a table. */
public sealed interface Cell {
    Cell BLANK = new Text("", "");

    /**
     * Never a formula, whatever it begins with.
     *
     * @param text for people: 记-7
     * @param code the same for programs: 2026-03-0007
     */
    record Text(String text, String code) implements Cell { }

    /** Printed with two decimals and thousands separators; below zero in red. */
    record Amount(Money money) implements Cell { }

    /** A quantity, a price or a rate: as many decimals as it has. */
    record Number(BigDecimal value) implements Cell { }

    record Day(LocalDate date) implements Cell { }

    static Cell of(String text) {
        return of(text, text);
    }

    static Cell of(String text, String code) {
        return text.isEmpty() && code.isEmpty() ? BLANK : new Text(text, code);
    }

    static Cell of(Money money) {
        return new Amount(money);
    }

    /** Blank for zero, as ledgers leave a side without turnover empty. */
    static Cell unlessZero(Money money) {
        return money.isZero() ? BLANK : new Amount(money);
    }

    static Cell of(BigDecimal value) {
        return new Number(value);
    }

    static Cell of(LocalDate date) {
        return new Day(date);
    }

    static Cell of(Optional<BigDecimal> value) {
        return value.map(Cell::of).orElse(BLANK);
    }

    default boolean isRed() {
        return this instanceof Amount amount && amount.money().isNegative()
                || this instanceof Number number && number.value().signum() < 0;
    }

    /** As people read it: {@code 1,234.50}, {@code 2026-03-31}. */
    default String shown() {
        if (this instanceof Amount amount) {
            return grouped(amount.money().toDecimal());
        }
        if (this instanceof Number number) {
            BigDecimal value = number.value().stripTrailingZeros();
            return grouped(value.scale() < 0 ? value.setScale(0) : value);
        }
        return this instanceof Text text ? text.text() : plain();
    }

    /** As programs read it: {@code 1234.50}, {@code 2026-03-31}. */
    default String plain() {
        if (this instanceof Amount amount) {
            return amount.money().toString();
        }
        if (this instanceof Number number) {
            return number.value().toPlainString();
        }
        return this instanceof Day day ? day.date().toString() : ((Text) this).code();
    }

    private static String grouped(BigDecimal value) {
        return String.format(Locale.ROOT, "%,." + value.scale() + "f", value);
    }
}
