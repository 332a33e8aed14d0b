package onebook.document;

import java.text.Normalizer;

/** Brings the many ways to encode one character to one. */
public final class Letters {
    /** CJK radicals that Unicode does not fold into the characters they are printed as. */
    private static final String RADICALS = "⺁厂⺄乙⺅亻⺇几⺈刀⺊卜⺋卩⺌小⺎尢⺏尢⺓幺⺗心⺘手⺙攴⺛旡⺝月⺞歹⺠民⺡水⺣火⺤爪"
            + "⺥爪⺦爿⺨犬⺩玉⺪疋⺬示⺭示⺮竹⺰糸⺲网⺶羊⺸羊⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衣⻃西⻄西⻅见⻆角⻈讠⻉贝"
            + "⻋车⻌辶⻍辶⻎辶⻏阝⻐金⻑長⻒長⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟"
            + "⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟";

    private Letters() { }

    /**
     * NFKC where it changes the code but not the look: full-width letters and figures, Kangxi
     * radicals, compatibility ideographs, ligatures. Brackets and commas stay as printed: they
     * belong to names.
     */
    public static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String folded = isFolded(c)
                    ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
                    : String.valueOf(c);
            folded.chars().forEach(f -> out.append(plain((char) f)));
        }
        return out.toString();
    }

    private static boolean isFolded(char c) {
        return c >= '\uFF01' && c <= '\uFFEE' && "（），；".indexOf(c) < 0
                || c >= '\u2F00' && c <= '\u2FDF' || c >= '\uF900' && c <= '\uFAFF'
                || c >= '\uFB00' && c <= '\uFB06' || c == '\u3000' || c == '\u00A0'
                || c >= '\u2000' && c <= '\u200A';
    }

    private static char plain(char c) {
        if (c >= '\u2E80' && c <= '\u2EFF') {
            int at = RADICALS.indexOf(c);
            return at >= 0 && at % 2 == 0 ? RADICALS.charAt(at + 1) : c;
        }
        return switch (c) {
            case '￥' -> '¥';
            case '‐', '‑', '–', '—', '−' -> '-';
            case '∗', '＊', '✱', '﹡' -> '*';
            default -> c;
        };
    }
}
