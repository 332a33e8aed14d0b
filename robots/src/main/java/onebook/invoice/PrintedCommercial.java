package onebook.invoice;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onebook.document.TextLine;

/** A commercial invoice in English: labels and what stands behind or below them. */
final class PrintedCommercial {
    private static final Pattern TITLE = Pattern.compile("(?i)\\binvoice\\b");
    /** Invoice No.: INV-2026-63322 */
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)\\binvoice\\s*(?:no\\b|number|nr\\b|id\\b|#)\\s*[.:#]*"
                    + "\\s*([A-Z0-9][A-Z0-9/_-]*)?$");
    /** Invoice Date: 2026-01-21 */
    private static final Pattern DATE = Pattern.compile(
            "(?i)^(?:invoice\\s*date|date\\s*of\\s*issue|issue\\s*date|issued|date)"
                    + "\\s*:?\\s*(.*)$");
    /** Currency: CNY; Total (CNY) */
    private static final Pattern CURRENCY =
            Pattern.compile("(?i:currency)\\s*:?\\s*([A-Z]{3})\\b|[(]([A-Z]{3})[)]");
    private static final Pattern NET =
            Pattern.compile("(?i)^(sub\\s*-?\\s*total|net(\\s+(amount|total))?\\b|total\\s+excl)");
    private static final Pattern TAX =
            Pattern.compile("(?i)^(sales\\s+)?(tax|vat|gst)\\b(?!\\s*(id|no|reg|number))");
    private static final Pattern GROSS = Pattern.compile(
            "(?i)^(grand\\s+total|total\\s+due|amount\\s+due|balance\\s+due|total)\\b(?!\\s+excl)");
    private static final Pattern BUYER = Pattern.compile(
            "(?i)^(?:bill(?:ed)?\\s+to|sold\\s+to|customer|client|buyer)\\s*:?\\s*(.*)$");
    private static final Pattern SELLER =
            Pattern.compile("(?i)^(?:from|seller|vendor|supplier)\\s*:\\s*(.*)$");
    private static final Pattern AMOUNT = Pattern.compile("[$€£¥]?\\s?-?[0-9][0-9,]*\\.[0-9]{2}");

    private final Draft draft;
    private final List<Phrase> phrases;

    private PrintedCommercial(Draft draft, List<Phrase> phrases) {
        this.draft = draft;
        this.phrases = phrases;
    }

    static Optional<Draft> read(List<TextLine> lines, String source) {
        List<Phrase> phrases = lines.stream().flatMap(l -> Phrase.of(l).stream()).toList();
        if (phrases.stream().noneMatch(p -> TITLE.matcher(p.text()).find())) {
            return Optional.empty();
        }
        PrintedCommercial page = new PrintedCommercial(new Draft("invoice", source), phrases);
        page.draft.state("invoice.type", "commercial");
        page.head();
        page.parties();
        page.sums();
        CommercialLines.read(page.draft, phrases);
        return page.draft.has("invoice.number") || page.draft.has("invoice.gross")
                ? Optional.of(page.draft) : Optional.empty();
    }

    private void head() {
        behind(NUMBER).ifPresent(p -> print("invoice.number", last(p, NUMBER), p));
        phrases.stream().filter(p -> DATE.matcher(p.text()).matches()).findFirst()
                .flatMap(p -> EnglishDates.parse(last(p, DATE)).isPresent() ? Optional.of(p)
                        : rightOf(p))
                .ifPresent(p -> EnglishDates.parse(last(p, DATE)).ifPresent(d ->
                        print("invoice.date", d.toString(), p)));
        phrases.stream().filter(p -> CURRENCY.matcher(p.text()).find()).findFirst().ifPresent(p -> {
            Matcher m = CURRENCY.matcher(p.text());
            m.find();
            String code = (m.group(1) == null ? m.group(2) : m.group(1)).toUpperCase(Locale.ROOT);
            if (isCurrency(code)) {
                print("invoice.currency", code, p);
            }
        });
    }

    private static boolean isCurrency(String code) {
        return java.util.Currency.getAvailableCurrencies().stream()
                .anyMatch(c -> c.getCurrencyCode().equals(code)
                        && c.getDefaultFractionDigits() >= 0);
    }

    /** A label with its value in one phrase, or the phrase to its right. */
    private Optional<Phrase> behind(Pattern label) {
        return phrases.stream().filter(p -> label.matcher(p.text()).find()).findFirst()
                .flatMap(p -> last(p, label).isEmpty() ? rightOf(p) : Optional.of(p));
    }

    private Optional<Phrase> rightOf(Phrase label) {
        return phrases.stream().filter(p -> p.line() == label.line() && p.left() > label.right())
                .findFirst();
    }

    private Optional<Phrase> below(Phrase label) {
        return phrases.stream().filter(p -> p.line().page() == label.line().page()
                        && p.line().middle() > label.line().middle()
                        && Math.abs(p.left() - label.left()) < 300)
                .min(Comparator.comparingInt(p -> p.line().middle()));
    }

    private static String last(Phrase phrase, Pattern label) {
        Matcher m = label.matcher(phrase.text());
        return !m.find() ? phrase.text() : m.group(1) == null ? "" : m.group(1).strip();
    }

    private void parties() {
        phrases.stream().filter(p -> BUYER.matcher(p.text()).matches()).findFirst()
                .flatMap(p -> last(p, BUYER).isEmpty() ? below(p) : Optional.of(p))
                .ifPresent(p -> print("invoice.buyer.name", last(p, BUYER), p));
        phrases.stream().filter(p -> SELLER.matcher(p.text()).matches()).findFirst()
                .flatMap(p -> last(p, SELLER).isEmpty() ? below(p) : Optional.of(p))
                .or(this::letterhead).ifPresent(p ->
                        print("invoice.seller.name", last(p, SELLER), p));
    }

    /** The tallest print of the upper third that is not the title. */
    private Optional<Phrase> letterhead() {
        return phrases.stream().filter(p -> p.line().page() == 1 && p.line().middle() < 3300)
                .filter(p -> p.text().matches(".*[A-Za-z]{3}.*") && !TITLE.matcher(p.text()).find())
                .max(Comparator.comparingInt((Phrase p) -> p.region().box().height())
                        .thenComparing(p -> -p.line().middle()));
    }

    private void sums() {
        amountOf(NET, "invoice.net");
        amountOf(TAX, "invoice.tax");
        amountOf(GROSS, "invoice.gross");
    }

    /** The last line with such a label has the sum. */
    private void amountOf(Pattern label, String path) {
        phrases.stream().filter(p -> label.matcher(p.text()).find())
                .flatMap(p -> amounts(p).reduce((a, b) -> b).stream()).reduce((a, b) -> b)
                .ifPresent(p -> Figures.amount(amount(p)).ifPresent(v -> print(path, v, p)));
    }

    private Stream<Phrase> amounts(Phrase label) {
        return phrases.stream().filter(p -> p.line() == label.line() && p.left() >= label.left())
                .filter(p -> AMOUNT.matcher(p.text()).find());
    }

    private static String amount(Phrase phrase) {
        Matcher m = AMOUNT.matcher(phrase.text());
        String found = "";
        while (m.find()) {
            found = m.group();
        }
        return found;
    }

    private void print(String path, String value, Phrase phrase) {
        draft.print(path, value, phrase.region());
    }
}
