package onebook.invoice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as English letters write them; 03/04/2026, which means two days, is none. */
final class EnglishDates {
    private static final List<String> MONTHS = List.of(
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** 21 January 2026; 21st Jan. 2026 */
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?i)([0-9]{1,2})(?:st|nd|rd|th)?[ .-]*([a-z]{3})[a-z]*[ .,-]*([12][0-9]{3})");
    /** January 21, 2026 */
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?i)([a-z]{3})[a-z]*[ .-]*([0-9]{1,2})(?:st|nd|rd|th)?[ ,]*([12][0-9]{3})");
    /** 21/01/2026 */
    private static final Pattern FIGURES =
            Pattern.compile("([0-9]{1,2})[/.]([0-9]{1,2})[/.]([12][0-9]{3})");

    private EnglishDates() { }

    static Optional<LocalDate> parse(String text) {
        Optional<LocalDate> iso = Figures.date(text);
        if (iso.isPresent()) {
            return iso;
        }
        Matcher m = DAY_FIRST.matcher(text);
        if (m.find()) {
            return date(m.group(3), month(m.group(2)), m.group(1));
        }
        m = MONTH_FIRST.matcher(text);
        if (m.find()) {
            return date(m.group(3), month(m.group(1)), m.group(2));
        }
        m = FIGURES.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(2));
        if (first <= 12 && second <= 12 && first != second) {
            return Optional.empty();
        }
        return first > 12 ? date(m.group(3), second, m.group(1))
                : date(m.group(3), first, m.group(2));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
    }

    private static Optional<LocalDate> date(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
