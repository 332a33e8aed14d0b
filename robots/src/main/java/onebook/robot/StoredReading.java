package onebook.robot;

import java.util.Optional;
import onebook.bank.Statement;
import onebook.document.Document;
import onebook.document.Reading;
import onebook.invoice.Invoice;

/** What was made of a document, kept so that it is read once: an invoice reading or a statement. */
record StoredReading(Optional<Reading<Invoice>> invoice, Optional<Reading<Statement>> bank) {

    /** True where a file of this kind holds a table and so can be a bank statement. */
    static boolean isTable(Document.Media media) {
        return media == Document.Media.CSV || media == Document.Media.XLSX
                || media == Document.Media.XLS;
    }

    Optional<Statement> statement() {
        return bank.flatMap(Reading::value);
    }
}
