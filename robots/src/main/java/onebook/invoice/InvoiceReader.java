package onebook.invoice;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.document.Document;
import onebook.document.Field;
import onebook.document.Reading;
import onebook.document.Refused;
import onebook.document.Xml;
import onebook.document.ocr.Ocr;
import onebook.document.ocr.OcrEngine;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/** Reads any document as an invoice or ticket. Safe to use from several threads. */
public final class InvoiceReader {
    private final OcrEngine ocr;

    /** With the engines that come with OneBook; they are loaded when the first picture is read. */
    public InvoiceReader() {
        this(Ocr.shared());
    }

    public InvoiceReader(OcrEngine ocr) {
        this.ocr = ocr;
    }

    /**
     * Never throws for what is in the file: what is wrong with it stands in the reading's problems.
     */
    public Reading<Invoice> read(Document document) {
        try {
            return switch (document.media()) {
                case XML -> xml(document);
                case OFD -> OfdInvoiceReader.read(document);
                case PDF -> new PdfInvoiceReader(ocr).read(document);
                case PNG, JPEG, TIFF -> new ScanInvoiceReader(ocr).read(document);
                default -> nothing("unknown", "", Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK,
                        "a table, no invoice");
            };
        } catch (Refused e) {
            return nothing("unknown", "", e.refusal(), e.getMessage());
        } catch (IOException | RuntimeException e) {
            return nothing("unknown", "", Refusal.FILE_IS_BROKEN, "it cannot be read: " + e);
        }
    }

    /**
     * The reading with fields put right by a person, judged again. A typed value is certain; ""
     * takes a field away. Values that are no date or amount where one must stand are kept as they
     * were.
     *
     * @param typed path to value, "invoice.gross" to "1010.00"
     */
    public static Reading<Invoice> corrected(Reading<Invoice> reading, Map<String, String> typed) {
        Draft draft = Draft.of(reading);
        typed.forEach((path, value) -> normal(path, value).ifPresent(v -> {
            draft.remove(path);
            draft.put(Field.stated(path, v, value));
        }));
        return judged(draft);
    }

    private static Optional<String> normal(String path, String value) {
        if (path.endsWith(".date") && !value.isEmpty()) {
            return Figures.date(value).map(Object::toString);
        } else if (path.matches(".*\\.(net|tax|gross)") && !value.isEmpty()) {
            return Figures.amount(value);
        }
        return Optional.of(value.strip());
    }

    private static Reading<Invoice> xml(Document document) throws Refused, IOException {
        Xml root = Xml.parse(Files.readAllBytes(document.path()));
        return XmlInvoiceReader.read(root, "xml").map(InvoiceReader::judged)
                .orElseGet(() -> nothing(
                        "unknown", "xml", Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK, "XML <" + root.name()
                + ">"));
    }

    static Reading<Invoice> judged(Draft draft) {
        Reading<Invoice> read = draft.toReading();
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(InvoiceChecks.judge(draft));
        problems.sort(java.util.Comparator.comparing(Problem::name));
        return new Reading<>(read.kind(), read.source(), read.value(), read.fields(), problems);
    }

    static Reading<Invoice> nothing(String kind, String source, Refusal why, String text) {
        return new Reading<>(kind, source, Optional.empty(), List.of(),
                List.of(new Problem(why, "", text)));
    }
}
