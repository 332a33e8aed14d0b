package onebook.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.ledger.Period;

/**
 * What statements cover: months, or a whole year. Twelve months are not yet a year: the annual
 * forms set the year beside the one before it, the others their months beside the year so far.
 */
public record Span(Period from, Period to, boolean isAnnual) {
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})Q([1-4])");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    public Span {
        boolean isYear = from.month() == 1 && to.equals(new Period(from.year(), 12));
        if (from.compareTo(to) > 0 || isAnnual && !isYear) {
            throw new IllegalArgumentException("no span: " + from + " to " + to);
        }
    }

    /** Some months, both included. */
    public static Span of(Period from, Period to) {
        return new Span(from, to, false);
    }

    public static Span ofYear(int year) {
        return new Span(new Period(year, 1), new Period(year, 12), true);
    }

    /** Reads "2026-03", "2026Q1" or "2026"; throws {@link IllegalArgumentException} otherwise. */
    public static Span parse(String text) {
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            int last = 3 * Integer.parseInt(quarter.group(2));
            Period to = new Period(Integer.parseInt(quarter.group(1)), last);
            return of(to.quarterStart(), to);
        }
        if (YEAR.matcher(text).matches()) {
            return ofYear(Integer.parseInt(text));
        }
        if (!MONTH.matcher(text).matches()) {
            throw new IllegalArgumentException("not like 2026-03, 2026Q1 or 2026: " + text);
        }
        Period month = Period.parse(text);
        return of(month, month);
    }
}
