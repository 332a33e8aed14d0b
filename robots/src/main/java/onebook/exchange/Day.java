package onebook.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A date as vouchers write it: 2026-03-05, 2026/3/5, 2026.3.5, 20260305, 2026年3月5日, each also with
 * a time behind it, which is left out; in workbooks also the day number 46086.
 */
final class Day {
    private static final LocalDate DAY_NOUGHT = LocalDate.of(1899, 12, 30);
    private static final int FIRST_NUMBER = 20_000;
    private static final int LAST_NUMBER = 80_000;

    private Day() { }

    static Optional<LocalDate> of(String cell) {
        String text = withoutTime(cell);
        int[] parts = new int[3];
        int part = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && digits < 8) {
                parts[part] = parts[part] * 10 + c - '0';
                digits++;
            } else if (part < 2 && digits > 0 && (c == '-' || c == '/' || c == '.' || c == '年'
                    || c == '月')) {
                part++;
                digits = 0;
            } else if (c != '日' || i + 1 < text.length()) {
                return Optional.empty();
            }
        }
        return part == 2 && digits > 0 && digits < 3 ? date(parts[0], parts[1], parts[2])
                : part == 0 ? number(parts[0], digits) : Optional.empty();
    }

    private static String withoutTime(String cell) {
        int time = cell.indexOf(':') < 0 ? -1 : Math.max(cell.indexOf(' '), cell.indexOf('T'));
        boolean isNumber = cell.length() > 6 && cell.indexOf('.') == 5
                && cell.indexOf('.', 6) < 0;
        return time > 0 ? cell.substring(0, time) : isNumber ? cell.substring(0, 5) : cell;
    }

    private static Optional<LocalDate> number(int number, int digits) {
        if (digits == 8) {
            return date(number / 10_000, number / 100 % 100, number % 100);
        }
        return number >= FIRST_NUMBER && number <= LAST_NUMBER
                ? Optional.of(DAY_NOUGHT.plusDays(number)) : Optional.empty();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return year < 1000 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
