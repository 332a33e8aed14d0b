package onebook.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Due times that come again and again, by the clocks of China.
 *
 * @param day day of the week (1 is Monday) or of the month; 0 where it has no part in it. A day
 *     that a month does not have is its last day.
 */
public record Schedule(Every every, int day, LocalTime time) {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public enum Every { HOUR, DAY, WEEK, MONTH }

    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);
    // hourly | daily 07:30 | weekly mon 08:00 | monthly 5 09:00
    private static final Pattern FORM = Pattern.compile("hourly"
            + "|daily (?<daily>\\d\\d:\\d\\d)"
            + "|weekly (?<weekday>mon|tue|wed|thu|fri|sat|sun) (?<weekly>\\d\\d:\\d\\d)"
            + "|monthly (?<monthday>[1-9]|[12]\\d|3[01]) (?<monthly>\\d\\d:\\d\\d)");

    /** Throws {@link IllegalArgumentException} on any other form than the four above. */
    public static Schedule parse(String text) {
        Matcher form = FORM.matcher(text.trim().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        if (!form.matches()) {
            throw new IllegalArgumentException("not a schedule such as \"hourly\", \"daily 07:30\","
                    + " \"weekly mon 08:00\" or \"monthly 5 09:00\": " + text);
        }
        if (form.group("daily") != null) {
            return new Schedule(Every.DAY, 0, time(form.group("daily")));
        }
        if (form.group("weekly") != null) {
            return new Schedule(Every.WEEK, DAYS.indexOf(form.group("weekday")) + 1,
                    time(form.group("weekly")));
        }
        if (form.group("monthly") != null) {
            return new Schedule(Every.MONTH, Integer.parseInt(form.group("monthday")),
                    time(form.group("monthly")));
        }
        return new Schedule(Every.HOUR, 0, LocalTime.MIDNIGHT);
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (java.time.DateTimeException wrong) {
            throw new IllegalArgumentException("not a time of day such as 07:30: " + text, wrong);
        }
    }

    /** The first due time after the instant. */
    public Instant next(Instant after) {
        long turn = turn(after);
        return at(turn).isAfter(after) ? at(turn) : at(turn + 1);
    }

    /** The last due time that is not after the instant. */
    public Instant latest(Instant upTo) {
        long turn = turn(upTo);
        return at(turn).isAfter(upTo) ? at(turn - 1) : at(turn);
    }

    /** Hours, days, weeks or months are counted; each has one due time. */
    private long turn(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, ZONE);
        return switch (every) {
            case HOUR -> Math.floorDiv(instant.getEpochSecond(), Duration.ofHours(1).toSeconds());
            case DAY -> date.toEpochDay();
            case WEEK -> Math.floorDiv(date.toEpochDay() - A_MONDAY.toEpochDay(), 7);
            case MONTH -> date.getYear() * 12L + date.getMonthValue() - 1;
        };
    }

    private Instant at(long turn) {
        return switch (every) {
            case HOUR -> Instant.ofEpochSecond(turn * Duration.ofHours(1).toSeconds());
            case DAY -> at(LocalDate.ofEpochDay(turn));
            case WEEK -> at(A_MONDAY.plusWeeks(turn).plusDays(day - 1));
            case MONTH -> {
                YearMonth month = YearMonth.of(Math.toIntExact(Math.floorDiv(turn, 12)),
                        (int) Math.floorMod(turn, 12) + 1);
                yield at(month.atDay(Math.min(day, month.lengthOfMonth())));
            }
        };
    }

    private Instant at(LocalDate date) {
        return LocalDateTime.of(date, time).atZone(ZONE).toInstant();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return switch (every) {
            case HOUR -> "hourly";
            case DAY -> "daily " + time;
            case WEEK -> "weekly " + DAYS.get(day - 1) + " " + time;
            case MONTH -> "monthly " + day + " " + time;
        };
    }
}
