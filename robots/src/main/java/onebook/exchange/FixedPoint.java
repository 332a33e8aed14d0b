package onebook.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decimal text as whole minor units, exactly: nothing is rounded, nothing passes through a binary
 * fraction.
 */
final class FixedPoint {
    static final long NOT_A_NUMBER = Long.MIN_VALUE;
    static final long TOO_LARGE = Long.MIN_VALUE + 1;
    private static final long LAST_SAFE = Long.MAX_VALUE / 10 - 1;
    private static final int LONGEST = 60;
    // ￥1,234.50   (1,234.00)   １２３.４５   1,234.5元
    private static final Pattern UNUSUAL = Pattern.compile(
            "(\\()?([+-])?[¥￥]? ?([+-])?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+|(?=\\.[0-9]))"
            + "(?:\\.([0-9]*))? ?元?(\\))?");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?[0-9]{1,20}(?:\\.[0-9]{1,20})?(?:E[+-]?[0-9]{1,2})?");
    /** What a spreadsheet shows of a number; the digits after these are binary noise. */
    private static final MathContext SHOWN = new MathContext(15);

    private FixedPoint() { }

    /**
     * "1,234.5" with two decimals is 123450. Gives {@link #NOT_A_NUMBER} for anything else, also
     * where there are more decimals than that, or {@link #TOO_LARGE}.
     */
    static long parse(char[] text, int from, int to, int decimals) {
        long value = 0;
        int digits = 0;
        int after = -1;
        int at = from;
        boolean isSigned = at < to && (text[at] == '-' || text[at] == '+');
        for (at = isSigned ? at + 1 : at; at < to; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                if (text[at] != '.' || after >= 0) {
                    return unusual(new String(text, from, to - from), decimals);
                }
                after = 0;
                continue;
            }
            digits++;
            if (after == decimals) {
                if (digit != 0) {
                    return NOT_A_NUMBER;
                }
                continue;
            }
            if (value > LAST_SAFE) {
                return TOO_LARGE;
            }
            value = value * 10 + digit;
            after = after < 0 ? after : after + 1;
        }
        return digits == 0 ? NOT_A_NUMBER
                : scaled(value, decimals - Math.max(after, 0), isSigned && text[from] == '-');
    }

    private static long scaled(long value, int places, boolean isNegative) {
        long scaled = value;
        for (int i = 0; i < places; i++) {
            if (scaled > LAST_SAFE) {
                return TOO_LARGE;
            }
            scaled *= 10;
        }
        return isNegative ? -scaled : scaled;
    }

    static long parse(String text, int decimals) {
        return parse(text.toCharArray(), 0, text.length(), decimals);
    }

    private static long unusual(String cell, int decimals) {
        if (cell.length() > LONGEST) {
            return NOT_A_NUMBER;
        }
        String half = Normalizer.normalize(cell, Normalizer.Form.NFKC).replace('−', '-').strip();
        Matcher form = UNUSUAL.matcher(half);
        if (!form.matches() || (form.group(1) == null) != (form.group(6) == null)
                || form.group(2) != null && form.group(3) != null) {
            return NOT_A_NUMBER;
        }
        boolean isNegative = "-".equals(form.group(2)) || "-".equals(form.group(3));
        String rest = form.group(5) == null ? "" : "." + form.group(5);
        long size = parse(form.group(4).replace(",", "") + rest, decimals);
        return size < 0 || isNegative == (form.group(1) != null) ? size : -size;
    }

    /**
     * How a workbook's number is written here: 0.30000000000000004 as 0.3, 1.5E7 as 15000000;
     * every other text as it is.
     */
    static String shown(String cell) {
        boolean isLong = cell.length() > 15 && cell.indexOf('.') >= 0;
        if (!isLong && cell.indexOf('E') < 0 || !DECIMAL.matcher(cell).matches()) {
            return cell;
        }
        BigDecimal shown = new BigDecimal(cell).round(SHOWN);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
