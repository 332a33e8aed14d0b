package onebook.invoice;

import java.util.OptionalLong;

/** 大写金额: amounts in words, as 《支付结算办法》 writes them and as people vary it. */
public final class ChineseAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] VARIANTS =
            {"〇零", "一壹", "二贰", "貳贰", "弍贰", "两贰", "三叁", "參叁", "参叁", "叄叁", "四肆",
        "五伍", "六陆", "陸陆", "七柒", "八捌", "九玖", "十拾", "百佰", "千仟", "萬万", "億亿", "圆元", "圓元", "园元", "正整"};

    private static final long[] POWERS = {1, 10, 100, 1000};

    private ChineseAmount() { }

    /**
     * Amount in fen: 壹万陆仟圆整 is 1600000; 负 or (负数) before it makes it negative. Empty where the
     * words are no amount.
     */
    public static OptionalLong fen(String words) {
        String text = words.replaceAll("[\\s⊗ⓧⓍ()（）:]", "");
        boolean negative = text.startsWith("负");
        text = plain(text.replaceFirst("^负数?", "")).replaceFirst("^人民币", "").replaceFirst("整$", "");
        int yuan = text.indexOf('元');
        try {
            long fen = yuan < 0 ? 0 : Math.multiplyExact(whole(text.substring(0, yuan)), 100);
            fen += cents(text.substring(yuan + 1));
            return text.isEmpty() || text.equals("元") ? OptionalLong.empty()
                    : OptionalLong.of(negative ? -fen : fen);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private static String plain(String text) {
        String out = text;
        for (String pair : VARIANTS) {
            out = out.replace(pair.charAt(0), pair.charAt(1));
        }
        return out;
    }

    private static long whole(String text) {
        int yi = text.lastIndexOf('亿');
        long high = yi < 0 ? 0 : Math.multiplyExact(whole(text.substring(0, yi)), 100_000_000);
        String rest = text.substring(yi + 1);
        int wan = rest.indexOf('万');
        long middle = wan < 0 ? 0 : Math.multiplyExact(group(rest.substring(0, wan)), 10_000);
        long low = group(rest.substring(wan + 1));
        return high + middle + low;
    }

    /** 柒仟零壹拾捌 is 7018; units must fall, so that two amounts run together are refused. */
    private static long group(String text) {
        long sum = 0;
        int digit = -1;
        int ceiling = 4;
        for (char c : text.toCharArray()) {
            int unit = "个拾佰仟".indexOf(c);
            if (unit > 0) {
                if (unit >= ceiling || digit < 0 && unit > 1) {
                    throw new IllegalArgumentException(text);
                }
                sum += (digit < 0 ? 1 : digit) * POWERS[unit];
                ceiling = unit;
                digit = -1;
            } else {
                digit = digit(c, digit, text);
            }
        }
        return digit > 0 && ceiling > 0 ? sum + digit : sum;
    }

    private static int digit(char c, int before, String text) {
        int value = DIGITS.indexOf(c);
        if (value < 0 || before > 0) {
            throw new IllegalArgumentException(text);
        }
        return value == 0 ? -1 : value;
    }

    private static long cents(String text) {
        long fen = 0;
        String rest = text.replace("零", "");
        if (rest.length() >= 2 && rest.charAt(1) == '角') {
            fen += 10L * positive(rest.charAt(0), text);
            rest = rest.substring(2);
        }
        if (rest.length() == 2 && rest.charAt(1) == '分') {
            return fen + positive(rest.charAt(0), text);
        } else if (!rest.isEmpty()) {
            throw new IllegalArgumentException(text);
        }
        return fen;
    }

    private static int positive(char c, String text) {
        int value = DIGITS.indexOf(c);
        if (value <= 0) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    /** The amount as invoices print it: 1600000 fen are 壹万陆仟圆整, 204 fen 贰圆零肆分. */
    public static String words(long fen) {
        long yuan = Math.abs(fen) / 100;
        int jiao = (int) (Math.abs(fen) / 10 % 10);
        int last = (int) (Math.abs(fen) % 10);
        StringBuilder out = new StringBuilder(fen < 0 ? "（负数）" : "");
        if (yuan > 0 || jiao + last == 0) {
            out.append(yuan == 0 ? "零" : whole(yuan)).append('圆');
        }
        if (jiao > 0) {
            out.append(DIGITS.charAt(jiao)).append('角');
        } else if (last > 0 && yuan > 0) {
            out.append('零');
        }
        return out.append(last > 0 ? DIGITS.charAt(last) + "分" : jiao > 0 ? "" : "整").toString();
    }

    private static String whole(long yuan) {
        StringBuilder out = new StringBuilder();
        String figures = Long.toString(yuan);
        boolean zero = false;
        boolean group = false;
        for (int i = 0; i < figures.length(); i++) {
            int place = figures.length() - 1 - i;
            int digit = figures.charAt(i) - '0';
            if (digit > 0) {
                out.append(zero ? "零" : "").append(DIGITS.charAt(digit));
                out.append(place % 4 == 0 ? "" : "个拾佰仟".substring(place % 4, place % 4 + 1));
            }
            zero = digit == 0 && out.length() > 0;
            group |= digit > 0;
            if (place % 4 == 0 && place > 0 && group) {
                out.append(place % 8 == 0 ? '亿' : '万');
                group = false;
            }
        }
        return out.toString();
    }
}
