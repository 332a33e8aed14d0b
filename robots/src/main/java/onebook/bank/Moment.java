package onebook.bank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.document.table.CellText;

/**
 * A day, with its time where the bank says it.
 *
 * @param time "17:07:09", "17:07" or empty
 */
record Moment(LocalDate date, String time) {
    /** In which order a day's parts stand where the year is not first. */
    enum Days { YMD, DMY, MDY }

    // 20260410   2026-04-10   2026/4/10 9:05   2026年4月10日   20260410 17:07:09   20260410170709   2026-04-10-17.07.09.123
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[ T-]?(.*))?");
    private static final Pattern COMPACT = Pattern.compile(
            "((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?:[ T]?([0-9:.]{4,15}))?");
    // 24/03/2025
    private static final Pattern YEAR_LAST = Pattern.compile(
            "([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(?: (.*))?");
    // 12/29, the year is in the title
    private static final Pattern NO_YEAR = Pattern.compile("([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
    // 46122   46122.713298611: days since 1899-12-30 as a spreadsheet counts
    private static final Pattern SERIAL = Pattern.compile("([2-6][0-9]{4})(\\.[0-9]{1,20})?");
    // 17:07:09   9:05   17.07.09
    private static final Pattern CLOCK = Pattern.compile(
            "([0-9]{1,2})[:.时]([0-9]{1,2})(?:[:.分]([0-9]{1,2}))?秒?(?:\\.[0-9]+)?Z?");
    // 170709   93045   905: a spreadsheet drops leading zeros
    private static final Pattern COMPACT_CLOCK = Pattern.compile(
            "([0-9]{0,2}?)([0-9]{1,2})([0-9]{2})");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    static Optional<Moment> of(String cell, Days days, Optional<YearMonth> bill) {
        String text = CellText.half(cell);
        if (text.isEmpty() || text.length() > 40) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(read(text, days, bill));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Moment read(String text, Days days, Optional<YearMonth> bill) {
        Matcher form = YEAR_FIRST.matcher(text);
        if (form.matches() || (form = COMPACT.matcher(text)).matches()) {
            return at(day(form.group(1), form.group(2), form.group(3)), form.group(4));
        }
        if ((form = YEAR_LAST.matcher(text)).matches() && days != Days.YMD) {
            boolean dayFirst = days == Days.DMY;
            return at(day(form.group(3), form.group(dayFirst ? 2 : 1),
                    form.group(dayFirst ? 1 : 2)), form.group(4));
        }
        if ((form = NO_YEAR.matcher(text)).matches() && bill.isPresent()) {
            int month = Integer.parseInt(form.group(1));
            int year = bill.get().getYear() - (month > bill.get().getMonthValue() ? 1 : 0);
            return new Moment(LocalDate.of(year, month, Integer.parseInt(form.group(2))), "");
        }
        return (form = SERIAL.matcher(text)).matches() ? serial(form) : null;
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static Moment at(LocalDate date, String rest) {
        return new Moment(date, rest == null ? "" : time(rest));
    }

    private static Moment serial(Matcher form) {
        LocalDate date = SERIAL_ZERO.plusDays(Integer.parseInt(form.group(1)));
        return new Moment(date, form.group(2) == null ? "" : fraction("0" + form.group(2)));
    }

    private static String fraction(String ofADay) {
        long second = new BigDecimal(ofADay).multiply(SECONDS_A_DAY)
                .setScale(0, RoundingMode.HALF_UP).longValueExact();
        return clock(second / 3600 % 24, second / 60 % 60, second % 60);
    }

    /** The time a cell of its own says; empty where it says none. */
    static String time(String cell) {
        String text = CellText.half(cell);
        Matcher form = CLOCK.matcher(text);
        if (text.matches("0?\\.[0-9]{1,20}")) {
            return fraction("0" + text.substring(text.indexOf('.')));
        }
        if (form.matches() && form.group(3) == null) {
            return isClock(form.group(1), form.group(2), "0") ? "%02d:%02d".formatted(
                    Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))) : "";
        }
        if ((form.matches() || (form = COMPACT_CLOCK.matcher(text)).matches())
                && isClock(form.group(1), form.group(2), form.group(3))) {
            return clock(Long.parseLong("0" + form.group(1)), Long.parseLong(form.group(2)),
                    Long.parseLong(form.group(3)));
        }
        return "";
    }

    private static boolean isClock(String hour, String minute, String second) {
        try {
            LocalTime.of(Integer.parseInt("0" + hour), Integer.parseInt(minute),
                    Integer.parseInt(second));
            return true;
        } catch (DateTimeException noSuchTime) {
            return false;
        }
    }

    private static String clock(long hour, long minute, long second) {
        return "%02d:%02d:%02d".formatted(hour, minute, second);
    }
}
