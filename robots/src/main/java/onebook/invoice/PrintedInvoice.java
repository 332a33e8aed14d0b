package onebook.invoice;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onebook.document.PageText;
import onebook.document.TextLine;

/** Reads an invoice or ticket from its print, whatever medium the print came from. */
final class PrintedInvoice {
    private static final Pattern LATIN = Pattern.compile("(?i)invoice");
    private static final Pattern HANZI = Pattern.compile("[\\u4E00-\\u9FFF]");

    private PrintedInvoice() { }

    /**
     * Empty where the pages are neither an invoice nor a ticket; {@link #kind} may still tell what
     * it is.
     */
    static Optional<Draft> read(List<PageText> pages, String source) {
        List<TextLine> lines = lines(pages);
        String text = text(lines);
        if (!HANZI.matcher(text).find()) {
            return LATIN.matcher(text).find() ? PrintedCommercial.read(lines, source)
                    : Optional.empty();
        }
        Optional<PrintedForms.Kind> kind = PrintedForms.china().kind(text);
        if (kind.isEmpty()) {
            return Optional.empty();
        } else if (kind.get().kind().equals("rail-ticket")) {
            return Optional.of(PrintedRail.read(lines, source));
        } else if (!kind.get().kind().equals("invoice")) {
            return Optional.empty();
        }
        Draft draft = new Draft("invoice", source);
        draft.state("invoice.type", kind.get().type());
        vat(draft, lines);
        return Optional.of(draft);
    }

    /** What the pages are, as far as their words tell. */
    static String kind(List<PageText> pages) {
        return PrintedForms.china().kind(text(lines(pages))).map(PrintedForms.Kind::kind)
                .orElse("unknown");
    }

    private static void vat(Draft draft, List<TextLine> lines) {
        PrintedHead.read(draft, lines);
        PrintedTable table = PrintedTable.find(lines);
        PrintedParties.read(draft, lines, table);
        table.read(draft);
        QuantityRepair.repair(draft);
        PrintedTotals.read(draft, lines, table);
        PrintedRemark.read(draft, lines);
        if (draft.value("invoice.type").isEmpty()) {
            draft.state("invoice.type", OldCodes.type(draft.value("invoice.code")));
        }
    }

    private static List<TextLine> lines(List<PageText> pages) {
        return pages.stream().flatMap(p -> p.lines().stream()).toList();
    }

    private static String text(List<TextLine> lines) {
        return lines.stream().map(TextLine::text).collect(Collectors.joining("\n"));
    }
}
