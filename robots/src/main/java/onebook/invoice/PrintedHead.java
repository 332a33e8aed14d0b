package onebook.invoice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onebook.document.Region;
import onebook.document.TextLine;
import onebook.ledger.Refusal;

/** The corner with number, code and date. */
final class PrintedHead {
    /** 发票号码：26332000000123456789 */
    private static final Pattern NUMBER =
            Pattern.compile("发票号码:?([0-9OoIlZSB*]{20}|[0-9OoIlZSB]{8})");
    private static final Pattern NUMBER_CUT =
            Pattern.compile("票号码:?([0-9OoIlZSB*]{20}|[0-9OoIlZSB]{8})");
    /** № 87654321, on paper */
    private static final Pattern PAPER_NUMBER = Pattern.compile("N[o°º0]\\.?([0-9]{8})");
    private static final Pattern BARE_NUMBER = Pattern.compile("(?<![0-9])(2[0-9]{19})(?![0-9])");
    private static final Pattern TAKEN_BACK = Pattern.compile("红冲|原发票");
    /** 发票代码：044001629111 */
    private static final Pattern CODE = Pattern.compile("票代码:?([0-9]{12}|[0-9]{10})");
    private static final Pattern BARE_CODE = Pattern.compile("([1-9][0-9]{9})");
    /** 开票日期：2026年03月05日 */
    private static final Pattern DATE = Pattern.compile(
            "票日期:?([12][0-9]{3}(?:年[0-9]{1,2}月[0-9]{1,2}日?|\\D?[0-9]{2}\\D?[0-9]{2}日?))");
    private static final Pattern BARE_DATE =
            Pattern.compile("(?<![0-9])(20[0-9]{2}年[0-9]{2}月[0-9]{2}日)");

    private PrintedHead() { }

    static void read(Draft draft, List<TextLine> lines) {
        first(lines, NUMBER).or(() -> first(lines, NUMBER_CUT)).or(() -> run(lines, PAPER_NUMBER))
                .or(() -> first(lines, BARE_NUMBER))
                .ifPresent(r -> draft.print("invoice.number", digits(r.text()), r));
        Set<String> numbers = lines.stream().filter(l -> !l.has(TAKEN_BACK))
                .flatMap(l -> l.find(NUMBER).stream())
                .map(f -> digits(f.text())).filter(n -> n.length() == 20)
                .collect(Collectors.toSet());
        if (numbers.size() > 1) {
            draft.problem(Refusal.KEY_FIELD_IS_DOUBTFUL, "invoice.number",
                    "the file holds several invoices: " + numbers
                    + "; save each in a file of its own");
        }
        if (draft.value("invoice.number").length() == 8) {
            first(lines, CODE).or(() -> run(lines, BARE_CODE))
                    .ifPresent(r -> draft.print("invoice.code", r.text().replace(" ", ""), r));
        }
        first(lines, DATE).or(() -> first(lines, BARE_DATE)).ifPresent(r ->
                Figures.date(r.text()).ifPresent(d ->
                        draft.print("invoice.date", d.toString(), r)));
    }

    static Optional<Region> first(List<TextLine> lines, Pattern pattern) {
        return lines.stream().flatMap(l -> l.first(pattern).stream()).findFirst()
                .map(TextLine.Found::region);
    }

    private static Optional<Region> run(List<TextLine> lines, Pattern pattern) {
        return lines.stream().flatMap(l -> l.run(pattern).stream()).findFirst()
                .map(TextLine.Found::region);
    }

    /** Letters that stand where only figures can. */
    static String digits(String text) {
        return text.replace(" ", "").replace('O', '0').replace('o', '0').replace('I', '1')
                .replace('l', '1')
                .replace('Z', '2').replace('S', '5').replace('B', '8');
    }
}
