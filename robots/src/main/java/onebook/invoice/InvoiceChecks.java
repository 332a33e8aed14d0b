package onebook.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/**
 * Judges what was read. An invoice may be booked without a person only where none of these finds
 * anything; readers, tests and corrections by hand all run this one list.
 */
final class InvoiceChecks {
    /** One question asked of a draft. */
    interface Check {
        void judge(Draft draft, List<Problem> found);
    }

    static final List<Check> ALL = List.of(
            InvoiceChecks::keyFieldsAreThere, InvoiceChecks::numberIsWellFormed,
            InvoiceChecks::taxIdsFitTheirCheckDigit, InvoiceChecks::linesAddUp,
            InvoiceChecks::taxFitsTheRate, InvoiceChecks::grossIsNetPlusTax,
            InvoiceChecks::wordsAreFigures, InvoiceChecks::redIsNegative,
            InvoiceChecks::codeSaysTheSame, InvoiceChecks::currencyIsOurs, ScanChecks::seenSurely,
            InvoiceChecks::isTaxInvoice);

    private static final BigDecimal LINE_TOLERANCE = new BigDecimal("0.01");
    private static final BigDecimal RATE_TOLERANCE = new BigDecimal("0.06");
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final Pattern ORGANISATION = Pattern.compile(
            "公司|厂|店|院|校|大学|部|所|中心|局|委员会|协会|集团|合伙|合作社|经营|银行|[（(].*[）)]|.{5}");

    private InvoiceChecks() { }

    /** What is wrong, the most important first. */
    static List<Problem> judge(Draft draft) {
        List<Problem> found = new ArrayList<>();
        ALL.forEach(check -> check.judge(draft, found));
        found.sort(Comparator.comparing(Problem::name));
        return found;
    }

    private static void keyFieldsAreThere(Draft draft, List<Problem> found) {
        List<String> paths = new ArrayList<>(
                List.of("type", "number", "date", "net", "tax", "gross"));
        if (draft.kind.equals("invoice") && !isCommercial(draft)) {
            paths.addAll(List.of("seller.name", "seller.taxId", "buyer.name", "lines.0.net"));
        }
        if (draft.value("invoice.number").length() == 8) {
            paths.add("code");
        }
        for (String path : paths) {
            if (!draft.has("invoice." + path)) {
                found.add(new Problem(Refusal.KEY_FIELD_IS_MISSING, "invoice." + path,
                        "not found"));
            }
        }
        if (!draft.has("invoice.buyer.taxId") && !buyerMayBeUnnamed(draft)) {
            found.add(new Problem(Refusal.KEY_FIELD_IS_MISSING, "invoice.buyer.taxId",
                    "not found"));
        }
        draft.date().filter(d -> d.isBefore(FIRST_DAY)).ifPresent(d -> found.add(
                new Problem(Refusal.KEY_FIELD_IS_DOUBTFUL, "invoice.date",
                        d + " is before " + FIRST_DAY)));
    }

    /** A natural person has no tax number; 专票 and tickets for travel are made out to firms. */
    private static boolean buyerMayBeUnnamed(Draft draft) {
        return isCommercial(draft) || draft.value("invoice.type").equals("vat-ordinary")
                && (draft.isData() || draft.value("invoice.buyer.name").contains("个人")
                        || !draft.isSeen()
                        && !ORGANISATION.matcher(draft.value("invoice.buyer.name")).find());
    }

    private static void numberIsWellFormed(Draft draft, List<Problem> found) {
        String number = draft.value("invoice.number");
        if (number.isEmpty() || isCommercial(draft)) {
            return;
        }
        int year = number.matches("[0-9]{20}") ? 2000 + Integer.parseInt(number.substring(0, 2))
                : number.matches("[0-9]{8}") ? OldCodes.year(draft.value("invoice.code")) : -1;
        int latest = draft.date().map(LocalDate::getYear).orElse(9999);
        boolean seenOtherYear = draft.isSeen() && number.length() == 20 && year != latest;
        if (year < 0 || number.length() == 20 && year < 2021 || year > latest || seenOtherYear) {
            found.add(new Problem(Refusal.NUMBER_IS_NOT_WELL_FORMED, "invoice.number", number
                    + (draft.has("invoice.code") ? " of " + draft.value("invoice.code") : "")
                    + " is no invoice number of " + draft.value("invoice.date")));
        }
    }

    private static void taxIdsFitTheirCheckDigit(Draft draft, List<Problem> found) {
        for (String path : List.of("invoice.seller.taxId", "invoice.buyer.taxId")) {
            if (draft.has(path) && !TaxId.isValid(draft.value(path))) {
                found.add(new Problem(Refusal.TAX_ID_CHECK_DIGIT_IS_WRONG, path,
                        draft.value(path) + " is no taxpayer's number"));
            }
        }
    }

    private static void linesAddUp(Draft draft, List<Problem> found) {
        int lines = draft.lines();
        BigDecimal tolerance = draft.isSeen() ? BigDecimal.ZERO
                : LINE_TOLERANCE.multiply(BigDecimal.valueOf(lines));
        for (String part : List.of("net", "tax")) {
            BigDecimal sum = BigDecimal.ZERO;
            int missing = 0;
            for (int i = 0; i < lines; i++) {
                sum = sum.add(draft.amount(Draft.line(i, part)).orElse(BigDecimal.ZERO));
                missing += draft.has(Draft.line(i, part)) ? 0 : 1;
            }
            BigDecimal total = draft.amount("invoice." + part).orElse(sum);
            boolean partly = isCommercial(draft) && missing > 0;
            if (lines > 0 && !partly && sum.subtract(total).abs().compareTo(tolerance) > 0) {
                found.add(new Problem(Refusal.LINES_DO_NOT_ADD_UP, "invoice." + part,
                        "the lines give " + sum + ", the total is " + total));
            }
        }
    }

    private static void taxFitsTheRate(Draft draft, List<Problem> found) {
        for (int i = 0; i < draft.lines(); i++) {
            String rate = draft.value(Draft.line(i, "rate"));
            BigDecimal net = draft.amount(Draft.line(i, "net")).orElse(BigDecimal.ZERO);
            BigDecimal tax = draft.amount(Draft.line(i, "tax")).orElse(BigDecimal.ZERO);
            if (rate.matches("0(\\.[0-9]+)?")
                    && net.multiply(new BigDecimal(rate)).subtract(tax).abs()
                    .compareTo(RATE_TOLERANCE) > 0) {
                found.add(new Problem(Refusal.TAX_IS_NOT_NET_TIMES_RATE, Draft.line(i, "tax"),
                        net + " at " + rate + " is not " + tax));
            }
        }
    }

    private static void grossIsNetPlusTax(Draft draft, List<Problem> found) {
        if (draft.has("invoice.net") && draft.has("invoice.tax") && draft.has("invoice.gross")) {
            BigDecimal sum = draft.amount("invoice.net").orElseThrow()
                    .add(draft.amount("invoice.tax").orElseThrow());
            BigDecimal gross = draft.amount("invoice.gross").orElseThrow();
            if (sum.compareTo(gross) != 0) {
                found.add(new Problem(Refusal.GROSS_IS_NOT_NET_PLUS_TAX, "invoice.gross",
                        "net and tax give " + sum + ", gross is " + gross));
            }
        }
    }

    private static void wordsAreFigures(Draft draft, List<Problem> found) {
        OptionalLong fen = ChineseAmount.fen(draft.value("invoice.words"));
        if (draft.has("invoice.words") && draft.has("invoice.gross")
                && (fen.isEmpty() || BigDecimal.valueOf(fen.getAsLong(), 2)
                        .compareTo(draft.amount("invoice.gross").orElseThrow()) != 0)) {
            found.add(new Problem(Refusal.WORDS_ARE_NOT_FIGURES, "invoice.gross",
                    draft.value("invoice.words") + " is not " + draft.value("invoice.gross")));
        }
    }

    private static void redIsNegative(Draft draft, List<Problem> found) {
        if (draft.has("invoice.original")
                && draft.amount("invoice.gross").orElse(BigDecimal.ZERO).signum() > 0) {
            found.add(new Problem(Refusal.KEY_FIELD_IS_DOUBTFUL, "invoice.gross",
                    "takes back another invoice, but its amount is not negative"));
        }
    }

    private static void codeSaysTheSame(Draft draft, List<Problem> found) {
        QrContent.of(draft).ifPresent(qr -> {
            differs(draft, "invoice.number", qr.number(), found);
            differs(draft, "invoice.code", qr.code(), found);
            differs(draft, "invoice.type", qr.invoiceType(), found);
            differs(draft, "invoice.date", qr.date().toString(), found);
            differs(draft, qr.isDigital() ? "invoice.gross" : "invoice.net", qr.amount(), found);
        });
    }

    private static void differs(Draft draft, String path, String said, List<Problem> found) {
        if (draft.has(path) && !said.isEmpty() && !draft.value(path).equals(said)) {
            found.add(new Problem(Refusal.QR_DIFFERS_FROM_PRINT, path,
                    "the code says " + said + ", the print " + draft.value(path)));
        }
    }

    private static void currencyIsOurs(Draft draft, List<Problem> found) {
        if (draft.has("invoice.currency") && !draft.value("invoice.currency").equals("CNY")) {
            found.add(new Problem(Refusal.CURRENCY_IS_NOT_CNY, "invoice.currency",
                    "in " + draft.value("invoice.currency")));
        }
    }

    private static void isTaxInvoice(Draft draft, List<Problem> found) {
        if (isCommercial(draft)) {
            found.add(new Problem(Refusal.NO_RULE_KNOWS_THIS, "invoice.type",
                    "no Chinese tax invoice; its parties have no tax numbers to check"));
        }
    }

    static boolean isCommercial(Draft draft) {
        return draft.value("invoice.type").equals("commercial");
    }
}
