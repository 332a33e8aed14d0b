package onebook.invoice;

import java.util.List;
import java.util.OptionalLong;
import onebook.document.Field;

/** Puts right what a scan misread, where something else on the paper says what it must be. */
final class ScanRepair {
    private static final int SURE = 900;

    private ScanRepair() { }

    static void repair(Draft draft) {
        if (!draft.isSeen() || InvoiceChecks.isCommercial(draft)) {
            return;
        }
        QrContent.of(draft).ifPresent(qr -> byCode(draft, qr));
        for (String path : List.of("invoice.seller.taxId", "invoice.buyer.taxId")) {
            draft.field(path).ifPresent(f -> TaxId.repaired(f.value())
                    .filter(id -> !id.equals(f.value()))
                    .ifPresent(id -> change(draft, f, id, "the check digit")));
        }
        TotalsRepair.repair(draft);
        LinesRepair.repair(draft);
        QuantityRepair.repair(draft);
        words(draft);
    }

    /**
     * The code fills what was not read, and overrules what was read unsurely; else both stay, and
     * differ.
     */
    private static void byCode(Draft draft, QrContent qr) {
        fill(draft, "invoice.number", qr.number());
        fill(draft, "invoice.code", qr.code());
        fill(draft, "invoice.date", qr.date().toString());
        if (draft.value("invoice.type").isEmpty()) {
            draft.state("invoice.type", qr.invoiceType());
        }
    }

    private static void fill(Draft draft, String path, String said) {
        if (said.isEmpty()) {
            return;
        }
        Field code = draft.field("invoice.qr").orElseThrow();
        draft.field(path).ifPresentOrElse(f -> {
            boolean form = !path.equals("invoice.number") || f.value().length() == said.length();
            if (!f.value().equals(said) && (f.certainty() < SURE || !form)) {
                change(draft, f, said, "the code");
            }
        }, () -> draft.put(new Field(path, said, code.confidence(), code.page(), code.box(),
                code.text())));
    }

    /** Words that are no amount, or nearly the words of the amount that the equations give. */
    private static void words(Draft draft) {
        if (!draft.has("invoice.words") || !draft.has("invoice.gross")) {
            return;
        }
        Field words = draft.field("invoice.words").orElseThrow();
        long fen = draft.amount("invoice.gross").orElseThrow().movePointRight(2).longValueExact();
        OptionalLong read = ChineseAmount.fen(words.value());
        String meant = ChineseAmount.words(fen);
        if (read.isEmpty() && TotalsRepair.agree(draft)
                && edits(words.value(), meant) <= Math.max(2, meant.length() / 3)) {
            change(draft, words, meant, "the sums");
        }
    }

    /** Levenshtein's distance. */
    static int edits(String read, String meant) {
        int[] row = new int[meant.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= read.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = diagonal + (read.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[meant.length()];
    }

    static void change(Draft draft, Field field, String value, String by) {
        draft.put(field.corrected(value, field.text() + " (read; put right by " + by + ")"));
    }
}
