package onebook.invoice;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import onebook.document.Glyph;
import onebook.document.Region;
import onebook.document.TextLine;

/** 备注: what stands in the box below the sums. */
final class PrintedRemark {
    private static final Pattern GROSS = Pattern.compile("价税合计|小写");
    private static final Pattern DRAWER = Pattern.compile("开票人");
    private static final Pattern OLD = Pattern.compile("地址|开户行|纳税人识别号|名称:");

    private PrintedRemark() { }

    static void read(Draft draft, List<TextLine> lines) {
        Optional<TextLine> above = lines.stream().filter(l -> l.has(GROSS)).reduce((a, b) -> b);
        if (above.isEmpty()) {
            return;
        }
        List<TextLine> box = lines.stream().filter(l -> l.page() == above.get().page()
                && l.middle() > above.get().middle() && !l.has(DRAWER)
                && l.middle() < bottom(lines, above.get())).toList();
        boolean old = box.stream().anyMatch(l -> l.has(OLD));
        int from = box.stream().flatMap(l -> l.glyphs().stream())
                .filter(g -> "备注".indexOf(g.character()) >= 0
                        && (old ? g.left() > 4500 : g.left() < 900))
                .mapToInt(Glyph::right).max().orElse(old ? 6000 : 550);
        box.stream().flatMap(l -> l.where(g -> g.left() >= from).stream()).reduce(Region::with)
                .ifPresent(r -> {
                    draft.print("invoice.remark", r.text(), r);
                    XmlInvoiceReader.original(r.text())
                            .ifPresent(o -> draft.print("invoice.original", o, r));
                });
    }

    private static int bottom(List<TextLine> lines, TextLine above) {
        return lines.stream().filter(l -> l.page() == above.page() && l.has(DRAWER))
                .mapToInt(TextLine::middle).max().orElse(9500);
    }
}
