package onebook.ledger;

import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Voucher number 记字第 n 号, continuous within its period; written "2026-03-0007". */
public record EntryNumber(Period period, int sequence) implements Comparable<EntryNumber> {
    private static final Pattern FORM = Pattern.compile("([0-9]{4}-[0-9]{2})-([0-9]{4,})");

    public EntryNumber {
        if (sequence < 1) {
            throw new IllegalArgumentException("voucher numbers begin at 1: " + sequence);
        }
    }

    public static EntryNumber parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "not a voucher number such as 2026-03-0007: " + text);
        }
        try {
            return new EntryNumber(Period.parse(form.group(1)), Integer.parseInt(form.group(2)));
        } catch (DateTimeException noMonth) {
            throw new IllegalArgumentException("not a voucher number: " + text, noMonth);
        }
    }

    @Override
    public int compareTo(EntryNumber other) {
        int byPeriod = period.compareTo(other.period);
        return byPeriod != 0 ? byPeriod : Integer.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        String digits = Integer.toString(sequence);
        return period + "-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
