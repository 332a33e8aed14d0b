package onebook.app.common;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;

/**
 * The pinyin initials of a Chinese name, as they are typed to find it: 库存现金 is "kcxj". The first
 * level of GB 2312 stands in the order of pinyin, so the place of a character tells its initial;
 * the few words whose usual reading is another one are listed.
 */
final class Initials {
    private static final Charset GB = Charset.forName("GB18030");
    private static final Map<String, String> READ_OTHERWISE = Map.of("银行", "yh", "会计", "kj",
            "调整", "tz", "重分类", "cfl");
    /** The first character of each initial, and one past the last, as GB 2312 numbers them. */
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
    private static final int[] FIRST = {0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1,
        0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6,
        0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1, 0xD7FA};

    private Initials() { }

    /** In small letters; what is no character of the first level is left out or kept as it is. */
    static String of(String name) {
        String plain = name;
        for (Map.Entry<String, String> word : READ_OTHERWISE.entrySet()) {
            plain = plain.replace(word.getKey(), word.getValue());
        }
        StringBuilder initials = new StringBuilder();
        plain.codePoints().forEach(one -> initials.append(of(one)));
        return initials.toString();
    }

    private static String of(int character) {
        String text = Character.toString(character);
        if (character < 128) {
            return Character.isLetterOrDigit(character) ? text.toLowerCase(Locale.ROOT)
                    : "";
        }
        byte[] bytes = text.getBytes(GB);
        int place = bytes.length == 2 ? (bytes[0] & 255) << 8 | bytes[1] & 255 : 0;
        for (int letter = FIRST.length - 2; letter >= 0; letter--) {
            if (place >= FIRST[letter] && place < FIRST[letter + 1]) {
                return LETTERS.substring(letter, letter + 1);
            }
        }
        return "";
    }
}
