package onebook.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as whole fen, and how they are written. */
public final class Fen {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿"};

    private Fen() { }

    /** "-1234.50" */
    public static String text(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** "1,234.50" */
    public static String grouped(long fen) {
        String plain = text(Math.abs(fen));
        StringBuilder out = new StringBuilder(plain);
        for (int i = plain.length() - 6; i > 0; i -= 3) {
            out.insert(i, ',');
        }
        return fen < 0 ? "-" + out : out.toString();
    }

    /** fen * part / whole, half up away from zero. */
    public static long share(long fen, long part, long whole) {
        return BigDecimal.valueOf(fen).multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP).longValueExact();
    }

    /** 16000.00 = 壹万陆仟圆整, -0.50 = （负数）伍角整 */
    public static String words(long fen) {
        long whole = Math.abs(fen) / 100;
        int jiao = (int) (Math.abs(fen) / 10 % 10);
        int cent = (int) (Math.abs(fen) % 10);
        StringBuilder out = new StringBuilder(fen < 0 ? "（负数）" : "");
        if (whole > 0 || jiao == 0 && cent == 0) {
            out.append(wholeWords(whole)).append('圆');
        }
        if (jiao > 0) {
            out.append(DIGITS.charAt(jiao)).append('角');
        } else if (cent > 0 && whole > 0) {
            out.append('零');
        }
        return cent > 0 ? out.append(DIGITS.charAt(cent)).append('分').toString()
                : out.append('整').toString();
    }

    private static String wholeWords(long whole) {
        if (whole == 0) {
            return "零";
        }
        String digits = Long.toString(whole);
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        boolean groupHasDigit = false;
        for (int i = 0; i < digits.length(); i++) {
            int place = digits.length() - 1 - i;
            int digit = digits.charAt(i) - '0';
            if (digit == 0) {
                gap = true;
            } else {
                out.append(gap && out.length() > 0 ? "零" : "");
                out.append(DIGITS.charAt(digit)).append(PLACES[place % 4]);
                gap = false;
                groupHasDigit = true;
            }
            if (place % 4 == 0) {
                out.append(groupHasDigit ? GROUPS[place / 4] : "");
                groupHasDigit = false;
            }
        }
        return out.toString();
    }
}
