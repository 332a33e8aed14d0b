package onebook.document;

import java.util.List;
import java.util.Optional;
import onebook.ledger.Problem;

/**
 * What a reader made of a document: a value, each field with where it stood, and what is wrong.
 *
 * @param kind invoice, receipt, bank-receipt, rail-ticket, air-itinerary, utility-bill or unknown
 * @param source xml, ofd, xbrl, pdf-attachment, pdf-text, qr or ocr
 * @param value empty where nothing could be made of it; then problems say why
 */
public record Reading<T>(String kind, String source, Optional<T> value, List<Field> fields,
        List<Problem> problems) {

    public Reading {
        fields = List.copyOf(fields);
        problems = List.copyOf(problems);
    }

    /** True where every key field may be booked without a person. */
    public boolean isAccepted() {
        return value.isPresent() && problems.isEmpty();
    }
}
