package onebook.tax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Captions and dates as the forms print them. */
final class Texts {
    private Texts() { }

    /** A data file of the templates. Requires that it is there. */
    static String of(String resource) {
        try (InputStream data = Texts.class.getResourceAsStream(resource)) {
            if (data == null) {
                throw new IllegalStateException("missing " + resource);
            }
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** "2026年3月31日". */
    static String day(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** "1%" of 0.01. */
    static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
