package onebook.robot;

import java.util.List;
import onebook.document.Document;
import onebook.document.Reading;
import onebook.invoice.Invoice;

/** A document with what was read from it. */
record Paper(Document document, Reading<Invoice> reading) {
    private static final List<String> SOURCES =
            List.of("xml", "xbrl", "pdf-attachment", "ofd", "pdf-text", "qr", "ocr");

    /** Rank of the form: of several forms of one invoice the lowest is booked. */
    int rank() {
        int rank = SOURCES.indexOf(reading.source());
        return rank < 0 ? SOURCES.size() : rank;
    }
}
