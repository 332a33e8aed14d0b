package onebook.invoice;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the code on an invoice says: {@code 01,32,,26332000000123456789,1010.00,20260305,,A1B2,}.
 *
 * @param code empty for 数电票
 * @param amount gross for 数电票, net for older invoices
 */
record QrContent(String type, String code, String number, String amount, LocalDate date) {

    /** Empty where the code is something else, such as an address on the web. */
    static Optional<QrContent> parse(String text) {
        String[] parts = text.strip().split(",", -1);
        if (parts.length < 6 || !parts[0].equals("01")) {
            return Optional.empty();
        }
        Optional<LocalDate> date = Figures.date(parts[5].strip());
        Optional<String> amount = Figures.amount(parts[4].strip());
        if (date.isEmpty() || amount.isEmpty() || !parts[3].strip().matches("[0-9]{8}|[0-9]{20}")) {
            return Optional.empty();
        }
        return Optional.of(new QrContent(parts[1].strip(), parts[2].strip(), parts[3].strip(),
                amount.get(), date.get()));
    }

    static Optional<QrContent> of(Draft draft) {
        return draft.field("invoice.qr").flatMap(f -> parse(f.text()));
    }

    boolean isDigital() {
        return number.length() == 20;
    }

    /** vat-special, vat-ordinary, rail-ticket or "". */
    String invoiceType() {
        return switch (type) {
            case "01", "08", "31" -> "vat-special";
            case "04", "10", "11", "14", "32" -> "vat-ordinary";
            case "51" -> "rail-ticket";
            default -> "";
        };
    }
}
