package onebook.invoice;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.document.Document;
import onebook.document.PageText;
import onebook.document.Picture;
import onebook.document.QrCode;
import onebook.document.Reading;
import onebook.document.Refused;
import onebook.document.Region;
import onebook.document.ocr.OcrEngine;
import onebook.ledger.Refusal;

/** Pictures of invoices. */
final class ScanInvoiceReader {
    static final int MAX_PAGES = 5;
    private static final int READABLE = 60;
    private static final int ENOUGH_KEYS = 3;
    private static final List<String> KEYS =
            List.of("invoice.number", "invoice.date", "invoice.gross",
            "invoice.net", "invoice.seller.taxId", "invoice.buyer.taxId");

    private final OcrEngine ocr;

    ScanInvoiceReader(OcrEngine ocr) {
        this.ocr = ocr;
    }

    Reading<Invoice> read(Document document) throws Refused, IOException {
        List<BufferedImage> pages = new ArrayList<>();
        for (int page = 1; page <= Math.min(MAX_PAGES, Picture.pages(document.path())); page++) {
            pages.add(Picture.read(document.path(), page));
        }
        return read(pages);
    }

    Reading<Invoice> read(List<BufferedImage> pages) throws Refused {
        List<PageText> print = new ArrayList<>();
        Optional<Region> code = Optional.empty();
        for (int i = 0; i < pages.size(); i++) {
            print.add(ocr.read(pages.get(i), i + 1));
            int page = i + 1;
            code = code.or(() -> QrCode.read(pages.get(page - 1), page)
                    .filter(r -> QrContent.parse(r.text()).isPresent()));
        }
        Optional<Draft> read = PrintedInvoice.read(print, "ocr");
        if (read.isEmpty()) {
            return noInvoice(print);
        }
        Draft draft = read.get();
        code.ifPresent(r -> draft.print("invoice.qr", r.text(), r));
        ScanRepair.repair(draft);
        if (KEYS.stream().filter(draft::has).count() < ENOUGH_KEYS
                && !InvoiceChecks.isCommercial(draft)) {
            draft.problem(Refusal.NOT_READABLE, "", "too little of the invoice can be read");
        }
        return InvoiceReader.judged(draft);
    }

    /** Much certain print that is no invoice, or too little of anything. */
    private static Reading<Invoice> noInvoice(List<PageText> print) {
        long certain = print.stream().flatMap(p -> p.runs().stream()).flatMap(List::stream)
                .filter(g -> g.certainty() >= 800).count();
        return certain < READABLE
                ? InvoiceReader.nothing("unknown", "ocr", Refusal.NOT_READABLE,
                        "almost nothing can be read")
                : InvoiceReader.nothing(PrintedInvoice.kind(print), "ocr",
                        Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK, "a picture, but of no invoice");
    }
}
