package onebook.app.common;

import java.util.Locale;
import java.util.Optional;
import onebook.ledger.Money;

/** Amounts as people write them: thousands separators, always the decimals of the currency. */
public final class Figures {
    private Figures() { }

    /** "1,234.50"; a currency other than CNY is named in front. */
    public static String of(Money amount) {
        String digits = amount.toString().contains(".") ? "%,.2f" : "%,.0f";
        String figure = String.format(Locale.ROOT, digits, amount.toDecimal());
        return Money.CNY.equals(amount.currency()) ? figure : amount.currency() + " " + figure;
    }

    public static String of(Optional<Money> amount) {
        return amount.map(Figures::of).orElse("");
    }

    /** Nothing where the amount is zero, as in a column of debits. */
    public static String orBlank(Money amount) {
        return amount.isZero() ? "" : of(amount);
    }

    /** Reads what {@link #of} writes and what people type: "1234.5", "￥1，234.50". */
    public static Optional<Money> read(String typed) {
        String plain = typed.replaceAll("[,，\\s￥¥]", "");
        try {
            return plain.isEmpty() ? Optional.empty() : Optional.of(Money.parse(plain));
        } catch (ArithmeticException | NumberFormatException notAnAmount) {
            return Optional.empty();
        }
    }
}
