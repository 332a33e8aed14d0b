package onebook.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.document.Letters;

/** Amounts, rates and dates as invoices write them. */
final class Figures {
    private static final Pattern AMOUNT =
            Pattern.compile("[¥$€£]?(-?)[¥$€£]?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\\.[0-9]+)?");
    private static final Pattern DATE = Pattern.compile(
            "([12][0-9]{3})(?:年([0-9]{1,2})月([0-9]{1,2})日?|\\D([0-9]{1,2})\\D([0-9]{1,2})"
                    + "|([0-9]{2})([0-9]{2}))");

    private Figures() { }

    /** "¥1,234.50", "-0.5" and "1234" become "1234.50", "-0.50" and "1234.00". Empty otherwise. */
    static Optional<String> amount(String text) {
        return decimal(text).filter(d -> d.stripTrailingZeros().scale() <= 2 && d.precision() < 16)
                .map(d -> d.setScale(2, RoundingMode.UNNECESSARY).toPlainString());
    }

    /** The same with up to 13 decimals, as quantities and prices have. */
    static Optional<BigDecimal> decimal(String text) {
        Matcher m = AMOUNT.matcher(Letters.plain(text).replaceAll("\\s", ""));
        return m.matches() && text.length() < 40
                ? Optional.of(new BigDecimal(m.group(1) + m.group(2).replace(",", "")
                        + (m.group(3) == null ? "" : m.group(3))))
                : Optional.empty();
    }

    /** "1%", "0.01" and "13％" become "0.01" and "0.13"; 免税, 不征税 and *** stay. */
    static Optional<String> rate(String text) {
        String plain = Letters.plain(text).replaceAll("\\s", "");
        if (plain.matches("免税|不征税|\\*{1,3}|出口零税率|普通零税率")) {
            return Optional.of(plain.startsWith("*") ? "***" : plain);
        }
        if (plain.endsWith("%")) {
            return decimal(plain.substring(0, plain.length() - 1))
                    .map(d -> rate(d.movePointLeft(2)));
        }
        return decimal(plain).filter(d -> d.abs().compareTo(BigDecimal.ONE) < 0).map(Figures::rate);
    }

    private static String rate(BigDecimal rate) {
        return rate.setScale(Math.max(2, rate.stripTrailingZeros().scale()),
                RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** "2026年03月05日", "2026-03-05", "20260305", "2026/3/5" and with a time behind. */
    static Optional<LocalDate> date(String text) {
        Matcher m = DATE.matcher(Letters.plain(text).strip());
        if (!m.lookingAt()) {
            return Optional.empty();
        }
        int month = m.group(2) != null ? 2 : m.group(4) != null ? 4 : 6;
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(m.group(1)),
                    Integer.parseInt(m.group(month)), Integer.parseInt(m.group(month + 1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
