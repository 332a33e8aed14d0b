package onebook.invoice;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.document.Field;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/**
 * What a scan must have besides: each key field confirmed by something else, or read very surely.
 */
final class ScanChecks {
    private static final int SURE = 900;
    private static final int FAIRLY_SURE = 700;
    private static final int LEGIBLE = 300;

    private static final Pattern CATEGORY = Pattern.compile("^\\*([^*]+)\\*");

    private ScanChecks() { }

    static void seenSurely(Draft draft, List<Problem> found) {
        if (!draft.isSeen() || InvoiceChecks.isCommercial(draft)) {
            return;
        }
        for (String side : List.of("seller", "buyer")) {
            int least = draft.has("invoice." + side + ".taxId") ? LEGIBLE : FAIRLY_SURE;
            doubt(draft, "invoice." + side + ".name", least, found);
        }
        for (int i = 0; i < draft.lines() && draft.kind.equals("invoice"); i++) {
            category(draft, i, found);
        }
        if (QrContent.of(draft).isPresent()) {
            return;
        }
        doubt(draft, "invoice.number", SURE, found);
        doubt(draft, "invoice.date", FAIRLY_SURE, found);
        if (draft.value("invoice.number").length() == 8 && isSeen(draft, "invoice.number")) {
            found.add(new Problem(Refusal.KEY_FIELD_IS_DOUBTFUL, "invoice.number",
                    "a number of 8 figures has nothing that confirms it; there is no code"));
        }
        if (draft.kind.equals("rail-ticket")) {
            doubt(draft, "invoice.gross", SURE, found);
        } else if (!draft.has("invoice.words") && isSeen(draft, "invoice.gross")) {
            found.add(new Problem(Refusal.KEY_FIELD_IS_DOUBTFUL, "invoice.gross",
                    "neither words nor a code confirm the amount"));
        }
    }

    /** By the short name between asterisks a line is booked: it must be known, or read surely. */
    private static void category(Draft draft, int line, List<Problem> found) {
        String path = Draft.line(line, "name");
        Optional<Field> read =
                draft.field(Draft.line(line, "category")).or(() -> draft.field(path));
        Matcher m = CATEGORY.matcher(draft.value(path));
        boolean typed = draft.has(path) && !isSeen(draft, path);
        boolean known = m.find() && (Categories.isKnown(m.group(1))
                || read.filter(f -> f.certainty() >= SURE).isPresent());
        if (!typed && !known) {
            found.add(new Problem(Refusal.KEY_FIELD_IS_DOUBTFUL, path, "the classification in "
                    + draft.value(path) + " was not read surely"));
        }
    }

    /** What a person typed stands nowhere on the page. */
    private static boolean isSeen(Draft draft, String path) {
        return draft.field(path).filter(f -> f.page() > 0).isPresent();
    }

    private static void doubt(Draft draft, String path, int least, List<Problem> found) {
        draft.field(path).filter(f -> f.certainty() < least).ifPresent(f -> found.add(
                new Problem(Refusal.KEY_FIELD_IS_DOUBTFUL, path,
                        f.value() + " was read with confidence " + f.certainty() + " of 1000")));
    }
}
