package onebook.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onebook.document.TextLine;

/** The table of an English invoice: Description … Amount, until the sums. */
final class CommercialLines {
    private static final Pattern HEAD =
            Pattern.compile("(?i)^(description|item|service|product)s?\\b");
    private static final Pattern AMOUNT_HEAD = Pattern.compile("(?i)\\b(amount|total|price)\\b");
    private static final Pattern END =
            Pattern.compile("(?i)^(sub\\s*-?\\s*total|total|net|tax|vat|gst)\\b");
    private static final Pattern NUMBER = Pattern.compile("[$€£¥]?-?[0-9][0-9,]*(\\.[0-9]+)?");

    private static final int COLUMN = 700;

    private CommercialLines() { }

    static void read(Draft draft, List<Phrase> phrases) {
        int amountEnds = -1;
        int n = 0;
        for (TextLine line : phrases.stream().map(Phrase::line).distinct().toList()) {
            List<Phrase> row = phrases.stream().filter(p -> p.line() == line).toList();
            if (amountEnds > 0 && END.matcher(row.get(0).text()).find()) {
                return;
            } else if (amountEnds > 0) {
                n += item(draft, n, row, amountEnds) ? 1 : 0;
            } else if (row.size() > 1 && HEAD.matcher(row.get(0).text()).find()) {
                amountEnds = row.stream().skip(1).filter(p -> AMOUNT_HEAD.matcher(p.text()).find())
                        .mapToInt(Phrase::right).max().orElse(-1);
            }
        }
    }

    /** Team plan, annual subscription    5    512.00    2,560.00 */
    private static boolean item(Draft draft, int n, List<Phrase> row, int amountEnds) {
        List<Phrase> numbers = new ArrayList<>(row.stream()
                .filter(p -> NUMBER.matcher(p.text()).matches()).toList());
        if (numbers.isEmpty() || numbers.contains(row.get(0))
                || Math.abs(numbers.get(numbers.size() - 1).right() - amountEnds) > COLUMN
                || Figures.amount(numbers.get(numbers.size() - 1).text()).isEmpty()) {
            return false;
        }
        Phrase name = row.get(0);
        Phrase net = numbers.remove(numbers.size() - 1);
        draft.print(Draft.line(n, "name"), name.text(), name.region());
        draft.print(Draft.line(n, "net"), Figures.amount(net.text()).orElseThrow(), net.region());
        if (numbers.size() >= 2) {
            number(draft, Draft.line(n, "quantity"), numbers.get(0));
            number(draft, Draft.line(n, "unitPrice"), numbers.get(1));
        }
        return true;
    }

    private static void number(Draft draft, String path, Phrase phrase) {
        Figures.decimal(phrase.text())
                .ifPresent(d -> draft.print(path, d.toPlainString(), phrase.region()));
    }
}
