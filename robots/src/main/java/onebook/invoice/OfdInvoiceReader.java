package onebook.invoice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.document.Document;
import onebook.document.Glyph;
import onebook.document.OfdFile;
import onebook.document.OfdPage;
import onebook.document.PageText;
import onebook.document.QrCode;
import onebook.document.Reading;
import onebook.document.Refused;
import onebook.document.Region;
import onebook.document.TextLine;
import onebook.document.Xml;
import onebook.ledger.Refusal;

/**
 * OFD invoices: the data inside first, then the tags that name objects on the page, then the print.
 */
final class OfdInvoiceReader {
    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("InvoiceCode", "invoice.code"), Map.entry("InvoiceNo", "invoice.number"),
            Map.entry("IssueDate", "invoice.date"), Map.entry("BuyerName", "invoice.buyer.name"),
            Map.entry("BuyerTaxID", "invoice.buyer.taxId"),
            Map.entry("SellerName", "invoice.seller.name"),
            Map.entry("SellerTaxID", "invoice.seller.taxId"),
            Map.entry("TaxExclusiveTotalAmount", "invoice.net"),
            Map.entry("TaxTotalAmount", "invoice.tax"),
            Map.entry("TaxInclusiveTotalAmount", "invoice.gross"));

    private OfdInvoiceReader() { }

    static Reading<Invoice> read(Document document) throws Refused, IOException {
        try (OfdFile ofd = OfdFile.open(document.path())) {
            List<OfdPage> pages = ofd.pages();
            List<PageText> print = pages.stream().map(OfdPage::text).toList();
            Optional<Draft> printed = PrintedInvoice.read(print, "ofd");
            for (Xml tags : ofd.tags()) {
                printed.ifPresent(d -> tagged(d, tags, pages));
            }
            Optional<Draft> inside = inside(ofd);
            if (inside.isEmpty() && printed.isEmpty()) {
                return InvoiceReader.nothing(PrintedInvoice.kind(print), "ofd",
                        Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK, "an OFD, but no invoice");
            }
            Draft draft = inside.orElseGet(printed::orElseThrow);
            inside.ifPresent(d -> compare(d, printed, print));
            code(ofd).ifPresent(c -> draft.state("invoice.qr", c));
            return InvoiceReader.judged(draft);
        }
    }

    private static Optional<Draft> inside(OfdFile ofd) throws Refused, IOException {
        for (Xml attachment : ofd.attachments().values()) {
            Optional<Draft> draft = XmlInvoiceReader.read(attachment, "ofd");
            if (draft.isPresent()) {
                return draft;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> code(OfdFile ofd) throws Refused, IOException {
        return ofd.pictures().stream().flatMap(p -> QrCode.read(p).stream())
                .filter(t -> QrContent.parse(t).isPresent()).findFirst();
    }

    /** {@code <ofd:InvoiceNo><ofd:ObjectRef PageRef="61">6922</ofd:ObjectRef></ofd:InvoiceNo>}. */
    private static void tagged(Draft draft, Xml tags, List<OfdPage> pages) {
        TAGS.forEach((tag, path) -> tags.find(tag).flatMap(t -> refs(t, pages))
                .ifPresent(r -> value(path, r.text()).ifPresent(v -> draft.print(path, v, r))));
    }

    private static Optional<Region> refs(Xml tag, List<OfdPage> pages) {
        List<Glyph> glyphs = new ArrayList<>();
        int page = 1;
        for (Xml ref : tag.all("ObjectRef").toList()) {
            for (OfdPage candidate : pages) {
                List<Glyph> object = candidate.objects().get(ref.text());
                if (object != null) {
                    glyphs.addAll(object);
                    page = candidate.number();
                    break;
                }
            }
        }
        return glyphs.isEmpty() ? Optional.empty() : Optional.of(Region.of(page, glyphs));
    }

    private static Optional<String> value(String path, String text) {
        return switch (path) {
            case "invoice.date" -> Figures.date(text).map(Object::toString);
            case "invoice.net", "invoice.tax", "invoice.gross" -> Figures.amount(text);
            case "invoice.number", "invoice.code" -> Optional.of(text)
                    .filter(t -> t.matches("[0-9]{8,20}"));
            default -> Optional.of(text);
        };
    }

    /** The data inside count; the print gives the places, and must not say something else. */
    static void compare(Draft data, Optional<Draft> printed, List<PageText> print) {
        printed.ifPresent(p -> {
            for (String path : List.of("invoice.number", "invoice.date", "invoice.net",
                    "invoice.gross")) {
                if (p.has(path) && data.has(path) && !p.value(path).equals(data.value(path))) {
                    data.problem(Refusal.QR_DIFFERS_FROM_PRINT, path, "the data inside say "
                            + data.value(path) + ", the page prints " + p.value(path));
                }
            }
            p.fields().stream().filter(f -> f.value().equals(data.value(f.path())))
                    .forEach(data::put);
        });
        data.fields().stream().filter(f -> f.page() == 0 && f.text().length() > 4
                        && !f.path().startsWith("invoice.lines."))
                .forEach(f -> locate(f.text(), print).ifPresent(r -> data.put(f.at(r))));
    }

    private static Optional<Region> locate(String text, List<PageText> print) {
        String plain = onebook.document.Letters.plain(text).replace(" ", "");
        for (PageText page : print) {
            for (TextLine line : page.lines()) {
                Optional<TextLine.Found> found = line.first(
                        java.util.regex.Pattern.compile(java.util.regex.Pattern.quote(plain)));
                if (found.isPresent()) {
                    return found.map(TextLine.Found::region);
                }
            }
        }
        return Optional.empty();
    }
}
