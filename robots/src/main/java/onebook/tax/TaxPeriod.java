package onebook.tax;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.ledger.Period;

/** What a return covers (税款所属期): a month, "2026-03", or a quarter, "2026Q1". */
public record TaxPeriod(Period from, Period to) implements Comparable<TaxPeriod> {
    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})Q([1-4])");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    public TaxPeriod {
        boolean isMonth = from.equals(to);
        boolean isQuarter = from.equals(from.quarterStart()) && to.equals(from.next().next());
        if (!isMonth && !isQuarter) {
            throw new IllegalArgumentException(from + " to " + to + " is no month and no quarter");
        }
    }

    public static TaxPeriod parse(String text) {
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)));
        }
        if (!MONTH.matcher(text).matches()) {
            throw new IllegalArgumentException("neither like 2026Q1 nor like 2026-03: " + text);
        }
        return month(Period.parse(text));
    }

    public static TaxPeriod month(Period month) {
        return new TaxPeriod(month, month);
    }

    /** The quarter of the month. */
    public static TaxPeriod quarterOf(Period month) {
        return quarter(month.year(), (month.month() + 2) / 3);
    }

    private static TaxPeriod quarter(int year, int quarter) {
        Period from = new Period(year, quarter * 3 - 2);
        return new TaxPeriod(from, from.next().next());
    }

    public boolean isQuarter() {
        return !from.equals(to);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(firstDay()) && !date.isAfter(lastDay());
    }

    public LocalDate firstDay() {
        return from.firstDay();
    }

    public LocalDate lastDay() {
        return to.lastDay();
    }

    /** The periods of the same length from January to this one, this one last. */
    public List<TaxPeriod> yearToDate() {
        List<TaxPeriod> periods = new ArrayList<>();
        Period month = new Period(from.year(), 1);
        while (month.compareTo(from) <= 0) {
            TaxPeriod one = isQuarter() ? quarterOf(month) : month(month);
            periods.add(one);
            month = one.to.next();
        }
        return periods;
    }

    @Override
    public int compareTo(TaxPeriod other) {
        int byStart = from.compareTo(other.from);
        return byStart != 0 ? byStart : to.compareTo(other.to);
    }

    @Override
    public String toString() {
        return isQuarter() ? from.year() + "Q" + (from.month() + 2) / 3 : from.toString();
    }
}
