package onebook.invoice;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import onebook.document.Region;
import onebook.document.TextLine;
import onebook.document.TextLine.Found;

/** The sums below the table: net, tax, gross in figures and in words. */
final class PrintedTotals {
    /** 合    计   ¥15841.58   ¥158.42 */
    private static final Pattern SUM = Pattern.compile("(?<!税)合.{0,2}计(?!\\(大|（大)");
    /** The same where a scan lost a character of the label. */
    private static final Pattern SUM_SEEN = Pattern.compile("^[合计]?[¥Y]-?[0-9,.]+[¥Y]-?[0-9,.]+$");
    private static final Pattern AMOUNT =
            Pattern.compile("[¥Y]?-?[0-9][0-9,]*\\.[0-9]{2}(?![0-9])");
    /** The same where a scan may have lost the point. */
    private static final Pattern AMOUNT_SEEN =
            Pattern.compile("[¥Y]-?[0-9][0-9,.]*|-?[0-9][0-9,]*\\.[0-9]{2}(?![0-9])");
    private static final Pattern NO_TAX = Pattern.compile("\\*{1,3}$");
    /** 价税合计（大写） ⊗壹万陆仟圆整 （小写）¥16000.00 */
    private static final Pattern GROSS =
            Pattern.compile("小写[)）]?:?([¥Y]?-?[¥]?[0-9][0-9,]*\\.[0-9]{2})(?![0-9])");
    private static final Pattern GROSS_LINE = Pattern.compile("价税合计|[(（]大写|小写[)）]");
    private static final Pattern WORDS_BEHIND = Pattern.compile("大写[)）]?[^\\u4E00-\\u9FFF(（]{0,3}"
            + "((?:[(（]负数[)）])?[\\u4E00-\\u9FFF]{1,30}?[圆元园][\\u4E00-\\u9FFF]{0,6}?)"
            + "(?=[(（¥Y]|小写|$)");
    private static final Pattern WORDS = Pattern.compile(
            "((?:[(（]?负数?[)）]?)?[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[圆元][零〇壹贰叁肆伍陆柒捌玖角分整正]*)");

    private PrintedTotals() { }

    static void read(Draft draft, List<TextLine> lines, PrintedTable table) {
        lines.stream().filter(l -> l.has(SUM) && !l.has(GROSS_LINE)).reduce((a, b) -> b)
                .or(() -> lines.stream().filter(l -> l.has(SUM_SEEN) && !l.has(GROSS_LINE))
                        .reduce((a, b) -> b))
                .ifPresent(l -> sums(draft, l, table));
        lines.stream().flatMap(l -> l.find(GROSS).stream()).reduce((a, b) -> b).map(Found::region)
                .or(() -> lines.stream().filter(l -> l.has(GROSS_LINE)).reduce((a, b) -> b)
                        .flatMap(l -> last(l.find(AMOUNT))).map(Found::region))
                .ifPresent(r -> print(draft, "invoice.gross", r));
        lines.stream().filter(l -> l.has(GROSS_LINE)).flatMap(l -> l.find(WORDS_BEHIND).stream())
                .reduce((a, b) -> b)
                .or(() -> lines.stream().flatMap(l -> l.find(WORDS).stream()).reduce((a, b) -> b))
                .map(Found::region).ifPresent(r -> draft.print("invoice.words", r.text(), r));
    }

    private static void sums(Draft draft, TextLine line, PrintedTable table) {
        List<Found> amounts = line.find(AMOUNT).size() >= 2 || !draft.isSeen()
                ? line.find(AMOUNT) : line.find(AMOUNT_SEEN);
        if (amounts.size() >= 2) {
            print(draft, "invoice.net", amounts.get(amounts.size() - 2).region());
            print(draft, "invoice.tax", amounts.get(amounts.size() - 1).region());
        } else if (amounts.size() == 1) {
            Found only = amounts.get(0);
            Optional<Columns> columns = table.columns();
            boolean isTax = columns.isPresent() && columns.get()
                    .distance("tax", only.left(), only.right())
                    < columns.get().distance("net", only.left(), only.right());
            print(draft, isTax ? "invoice.tax" : "invoice.net", only.region());
            if (!isTax && line.has(NO_TAX)) {
                draft.print("invoice.tax", "0.00", line.first(NO_TAX).orElseThrow().region());
            }
        }
    }

    private static Optional<Found> last(List<Found> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static void print(Draft draft, String path, Region region) {
        Figures.amount(region.text().replace("Y", "")).ifPresent(v -> draft.print(path, v, region));
    }
}
