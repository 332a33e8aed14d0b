package onebook.invoice;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.document.Document;
import onebook.document.PageText;
import onebook.document.PdfFile;
import onebook.document.Reading;
import onebook.document.Refused;
import onebook.document.Xml;
import onebook.document.ocr.OcrEngine;
import onebook.ledger.Refusal;

/** PDF invoices: data attached first, then the text with its places, then the picture. */
final class PdfInvoiceReader {
    private static final int ENOUGH_CHARACTERS = 20;
    private static final int SCAN_SIDE = 2400;

    private final OcrEngine ocr;

    PdfInvoiceReader(OcrEngine ocr) {
        this.ocr = ocr;
    }

    Reading<Invoice> read(Document document) throws Refused {
        try (PdfFile pdf = PdfFile.open(document.path())) {
            Optional<Draft> attached = attached(pdf);
            List<PageText> print = pdf.text();
            int characters = print.stream().flatMap(p -> p.runs().stream()).mapToInt(List::size)
                    .sum();
            if (attached.isEmpty() && characters < ENOUGH_CHARACTERS) {
                return new ScanInvoiceReader(ocr).read(scanned(pdf));
            }
            Optional<Draft> printed = PrintedInvoice.read(print, "pdf-text");
            attached.ifPresent(a -> OfdInvoiceReader.compare(a, printed, print));
            return attached.or(() -> printed).map(InvoiceReader::judged)
                    .orElseGet(() -> InvoiceReader.nothing(PrintedInvoice.kind(print), "pdf-text",
                            Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK, "a PDF, but no invoice"));
        }
    }

    private static List<BufferedImage> scanned(PdfFile pdf) throws Refused {
        List<BufferedImage> pages = new ArrayList<>();
        for (int page = 1; page <= Math.min(ScanInvoiceReader.MAX_PAGES, pdf.pages()); page++) {
            pages.add(pdf.render(page, SCAN_SIDE));
        }
        return pages;
    }

    private static Optional<Draft> attached(PdfFile pdf) throws Refused {
        for (Map.Entry<String, byte[]> file : pdf.attachments().entrySet()) {
            String start = new String(file.getValue(), 0, Math.min(200, file.getValue().length),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
            if (start.contains("<")) {
                Optional<Draft> draft = XmlInvoiceReader.read(Xml.parse(file.getValue()),
                        "pdf-attachment");
                if (draft.isPresent()) {
                    return draft;
                }
            }
        }
        return Optional.empty();
    }
}
