package onebook.document.table;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a cell says, freed of what spreadsheets and banks wrap around it. */
public final class CellText {
    // ="19045101040012345"   '622848...   `2026-01-05   a tab or blanks before or after
    private static final Pattern FORMULA_TEXT = Pattern.compile("=\\s*\"(.*)\"", Pattern.DOTALL);
    private static final Pattern EDGE = Pattern.compile(
            "^[\\s\\p{Z}\\p{Cc}\\p{Cf}]+|[\\s\\p{Z}\\p{Cc}\\p{Cf}]+$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");
    // --   -----------   /   —
    private static final Pattern NOTHING = Pattern.compile("[-—–－_/\\\\]+");
    // ------------------- 张三17670961139美金
    private static final Pattern RULE = Pattern.compile("-{5,}");
    // 交易日期[ Transaction Date ]   余额(元)   收入金额(+元)
    private static final Pattern ASIDE = Pattern.compile("\\[[^\\]]*\\]|\\([+-]?(人民币)?元\\)");

    private CellText() { }

    public static String clean(String raw) {
        if (raw.isEmpty()) {
            return raw;
        }
        String text = EDGE.matcher(capped(raw)).replaceAll("");
        var formula = FORMULA_TEXT.matcher(text);
        if (formula.matches()) {
            text = formula.group(1).replace("\"\"", "\"");
        } else if (text.startsWith("'") || text.startsWith("`")) {
            text = text.substring(1);
        }
        text = BLANKS.matcher(text).replaceAll(" ").strip();
        return NOTHING.matcher(text).matches() ? "" : text;
    }

    /** How a header or a label is compared: half-width, without blanks, asides and case. */
    public static String label(String cell) {
        String half = Normalizer.normalize(cell, Normalizer.Form.NFKC);
        String bare = ASIDE.matcher(half).replaceAll("");
        bare = BLANKS.matcher(bare).replaceAll("");
        return (bare.endsWith(":") ? bare.substring(0, bare.length() - 1) : bare)
                .toLowerCase(Locale.ROOT);
    }

    /** Full-width digits, signs and letters as half-width ones. */
    public static String half(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    }

    /** A free text without the rules that banks draw for "nothing". */
    public static String words(String cell) {
        return RULE.matcher(cell).replaceAll(" ").replaceAll(" +", " ").strip();
    }

    private static String capped(String raw) {
        return raw.length() > Sheet.MAX_CELL_LENGTH ? raw.substring(0, Sheet.MAX_CELL_LENGTH) : raw;
    }
}
