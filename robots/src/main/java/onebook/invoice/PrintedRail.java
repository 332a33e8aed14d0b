package onebook.invoice;

import java.util.List;
import java.util.regex.Pattern;
import onebook.document.Region;
import onebook.document.TextLine;

/** A printed 铁路电子客票. */
final class PrintedRail {
    /** 票价：￥340.50 */
    private static final Pattern FARE =
            Pattern.compile("(?:票价|退票费|改签费):?[¥Y]?([0-9][0-9,]*\\.[0-9]{2})");
    private static final Pattern BIG = Pattern.compile("¥([0-9][0-9,]*\\.[0-9]{2})");
    private static final Pattern NET = Pattern.compile("(?<!票)金额:?¥?([0-9][0-9,]*\\.[0-9]{2})");
    private static final Pattern TAX = Pattern.compile("税额:?¥?([0-9][0-9,]*\\.[0-9]{2})");
    /** 购买方名称：铁路客票电子发票测试单位  统一社会信用代码：91110001110AE35858 */
    private static final Pattern BUYER = Pattern.compile("购买方名称:?(.+?)(?=统一社会信用代码|$)");
    private static final Pattern TAX_ID = Pattern.compile("信用代码:?([0-9A-Z]{15,20})");

    private PrintedRail() { }

    static Draft read(List<TextLine> lines, String source) {
        Draft draft = new Draft("rail-ticket", source);
        draft.state("invoice.type", "rail-ticket");
        PrintedHead.read(draft, lines);
        PrintedHead.first(lines, FARE).or(() -> PrintedHead.first(lines, BIG))
                .ifPresent(r -> amount(draft, "invoice.gross", r));
        PrintedHead.first(lines, NET).ifPresent(r -> amount(draft, "invoice.net", r));
        PrintedHead.first(lines, TAX).ifPresent(r -> amount(draft, "invoice.tax", r));
        PrintedHead.first(lines, BUYER)
                .ifPresent(r -> draft.print("invoice.buyer.name", r.text(), r));
        PrintedHead.first(lines, TAX_ID)
                .ifPresent(r -> draft.print("invoice.buyer.taxId", r.text().replace(" ", ""), r));
        RailTickets.completeTax(draft);
        return draft;
    }

    private static void amount(Draft draft, String path, Region region) {
        Figures.amount(region.text()).ifPresent(a -> draft.print(path, a, region));
    }
}
