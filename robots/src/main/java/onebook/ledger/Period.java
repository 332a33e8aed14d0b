package onebook.ledger;

import java.time.LocalDate;
import java.time.YearMonth;

/** An accounting month, written "2026-03". */
public record Period(int year, int month) implements Comparable<Period> {

    public Period {
        YearMonth.of(year, month);
    }

    public static Period of(LocalDate date) {
        return new Period(date.getYear(), date.getMonthValue());
    }

    public static Period parse(String text) {
        YearMonth month = YearMonth.parse(text);
        return new Period(month.getYear(), month.getMonthValue());
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, month, 1);
    }

    public LocalDate lastDay() {
        return YearMonth.of(year, month).atEndOfMonth();
    }

    public boolean contains(LocalDate date) {
        return date.getYear() == year && date.getMonthValue() == month;
    }

    public Period next() {
        return of(lastDay().plusDays(1));
    }

    public Period previous() {
        return of(firstDay().minusDays(1));
    }

    /** The first month of this month's quarter. */
    public Period quarterStart() {
        return new Period(year, (month - 1) / 3 * 3 + 1);
    }

    public boolean isQuarterEnd() {
        return month % 3 == 0;
    }

    @Override
    public int compareTo(Period other) {
        int byYear = Integer.compare(year, other.year);
        return byYear != 0 ? byYear : Integer.compare(month, other.month);
    }

    @Override
    public String toString() {
        return year < 1000 || year > 9999 ? YearMonth.of(year, month).toString()
                : year + (month < 10 ? "-0" : "-") + month;
    }
}
