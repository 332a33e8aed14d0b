package onebook.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Working days of the first quarter of 2026. */
final class Calendar {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    private Calendar() { }

    static boolean isWorkday(LocalDate day) {
        boolean newYear = day.isBefore(LocalDate.of(2026, 1, 4));
        boolean spring = !day.isBefore(LocalDate.of(2026, 2, 15))
                && day.isBefore(LocalDate.of(2026, 2, 24));
        return !newYear && !spring && day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The day itself or the next working day. */
    static LocalDate workday(LocalDate day) {
        LocalDate out = day;
        while (!isWorkday(out)) {
            out = out.plusDays(1);
        }
        return out;
    }

    static LocalDate workday(int month, int day) {
        return workday(LocalDate.of(2026, month, day));
    }
}
