package onebook.sample.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import onebook.sample.Bill;
import onebook.sample.BillLine;
import onebook.sample.Fen;
import onebook.sample.Party;

/** Draws an invoice in the layout of 数电票, page 610 by 394 points. */
final class InvoiceDrawing {
    private static final List<String> HEADS =
            List.of("项目名称", "规格型号", "单位", "数量", "单价", "金额", "税率/征收率", "税额");

    private final Bill bill;
    private final Look look;
    private final Drawing page;
    private final List<List<String>> names = new ArrayList<>();
    private final double partiesEnd;
    private final double rowsEnd;
    private final double row;

    private InvoiceDrawing(Bill bill, Look look) {
        this.bill = bill;
        this.look = look;
        for (BillLine line : bill.lines()) {
            names.add(wrap(line.name(), look.column(1) - look.left() - 6));
        }
        row = look.size() + 3.4;
        int rows = names.stream().mapToInt(List::size).sum();
        partiesEnd = look.tableTop() + 58;
        rowsEnd = partiesEnd + Math.max(104, 20 + (rows + 1) * row + 14);
        page = new Drawing(610, Math.max(394, rowsEnd + 26 + 56 + 46));
    }

    static Drawing of(Bill bill, Look look, String qr) {
        InvoiceDrawing it = new InvoiceDrawing(bill, look);
        it.head(qr);
        it.party(bill.buyer(), look.left(), "购买方信息", "Buyer");
        it.party(bill.seller(), (look.left() + look.right()) / 2, "销售方信息", "Seller");
        it.frame();
        it.rows();
        it.sums();
        return it.page;
    }

    private void head(String qr) {
        page.marks.add(new Drawing.Grid(look.qrX(), 13, look.qrSide(), Qr.of(qr)));
        double middle = 298;
        if (look.seal()) {
            Seal.draw(page, middle, 40, bill.seller().region());
        }
        page.centred(middle, 42, look.titleSize(), Drawing.RED, bill.title());
        double half = Glyphs.width(bill.title(), look.titleSize()) / 2 + 4;
        page.line(middle - half, 50, middle + half, 50);
        page.line(middle - half, 53, middle + half, 53);
        double y = 26;
        if (!bill.code().isEmpty()) {
            page.label(look.numberX(), y - 12, look.size(), "发票代码：");
            page.value(look.numberX() + look.size() * 5, y - 12, look.size(), bill.code(),
                    "InvoiceCode");
        }
        page.label(look.numberX(), y, look.size(), "发票号码：");
        page.value(look.numberX() + look.size() * 5, y, look.size(), bill.number(), "InvoiceNo");
        page.label(look.numberX(), y + 16, look.size(), "开票日期：");
        page.value(look.numberX() + look.size() * 5, y + 16, look.size(), day(bill.date()),
                "IssueDate");
    }

    static String day(LocalDate date) {
        return String.format("%04d年%02d月%02d日", date.getYear(), date.getMonthValue(),
                date.getDayOfMonth());
    }

    private void party(Party party, double x, String side, String field) {
        double top = look.tableTop();
        for (int i = 0; i < side.length(); i++) {
            page.label(x + 4.5, top + 12 + i * 10.2, 8.6, side.substring(i, i + 1));
        }
        double at = x + 21;
        page.label(at, top + 20, look.size(), "名称：");
        page.value(at + look.size() * 3 + 2, top + 20, look.size(), party.name(), field + "Name");
        String label = "统一社会信用代码/纳税人识别号：";
        double y = top + (look.idBelow() ? 40 : 46);
        page.label(at, y, look.size(), label);
        double end = at + Glyphs.width(label, look.size());
        if (look.idBelow()) {
            page.value(at + 12, y + 13, look.size() + 1, party.taxId(), field + "TaxID");
        } else {
            page.value(end + 3, y, look.size() + 0.4, party.taxId(), field + "TaxID");
        }
    }

    private void frame() {
        double middle = (look.left() + look.right()) / 2;
        page.box(look.left(), look.tableTop(), look.right(), rowsEnd + 78);
        page.line(look.left() + 18, look.tableTop(), look.left() + 18, partiesEnd);
        page.line(middle, look.tableTop(), middle, partiesEnd);
        page.line(middle + 18, look.tableTop(), middle + 18, partiesEnd);
        page.line(look.left(), partiesEnd, look.right(), partiesEnd);
        page.line(look.left(), rowsEnd, look.right(), rowsEnd);
        page.line(look.left(), rowsEnd + 24, look.right(), rowsEnd + 24);
        page.line(look.left() + 18, rowsEnd + 24, look.left() + 18, rowsEnd + 78);
        page.line(look.left() + 130, rowsEnd, look.left() + 130, rowsEnd + 24);
        for (int i = 0; i < HEADS.size(); i++) {
            String head = look.spaced() && HEADS.get(i).length() == 2
                    ? HEADS.get(i).charAt(0) + " " + HEADS.get(i).charAt(1) : HEADS.get(i);
            page.centred((look.column(i) + look.column(i + 1)) / 2, partiesEnd + 13, look.size(),
                    Drawing.RED, head);
        }
    }

    private void rows() {
        double y = partiesEnd + 14 + row;
        double size = look.size() - 0.5;
        for (int i = 0; i < bill.lines().size(); i++) {
            BillLine line = bill.lines().get(i);
            page.value(look.column(1) + 4, y, size, line.ware().spec(), "Specification:" + i);
            page.value(look.column(2) + 8, y, size, line.ware().unit(), "MeasurementDimension:"
                    + i);
            page.right(look.column(4) - 3, y, size, line.quantity(), "Quantity:" + i);
            page.right(look.column(5) - 3, y, size, line.unitPrice(), "Price:" + i);
            page.right(look.column(6) - 3, y, size, Fen.text(line.net()), "Amount:" + i);
            page.right(look.column(7) - 14, y, size, line.percent() + "%", "TaxScheme:" + i);
            page.right(look.column(8) - 3, y, size, Fen.text(line.tax()), "TaxAmount:" + i);
            for (String part : names.get(i)) {
                page.value(look.left() + 2, y, size, part, "Item:" + i);
                y += row;
            }
        }
    }

    private void sums() {
        double y = rowsEnd - 6;
        page.label(look.left() + 46, y, look.size(), look.spaced() ? "合        计" : "合计");
        double size = look.size();
        yuan(look.column(6) - 3 - Glyphs.width("¥" + Fen.text(bill.net()), size), y, bill.net(),
                "TaxExclusiveTotalAmount");
        yuan(look.column(8) - 3 - Glyphs.width("¥" + Fen.text(bill.tax()), size), y, bill.tax(),
                "TaxTotalAmount");
        double g = rowsEnd + 16;
        page.label(look.left() + 30, g, look.size(), "价税合计（大写）");
        page.marks.add(new Drawing.Oval(look.left() + 142, g - 3.2, 5, 5, 0.9, Drawing.BLACK));
        cross(look.left() + 142, g - 3.2);
        page.value(look.left() + 151, g, look.size(), Fen.words(bill.gross()), "");
        page.label(look.column(6) - 40, g, look.size(), "（小写）");
        yuan(look.column(6) - 40 + size * 4, g, bill.gross(), "TaxInclusiveTotalAmount");
        page.label(look.left() + 4.5, rowsEnd + 42, look.size(), "备");
        page.label(look.left() + 4.5, rowsEnd + 64, look.size(), "注");
        double at = rowsEnd + 38;
        for (String part : wrap(bill.remark(), look.right() - look.left() - 40)) {
            page.value(look.left() + 24, at, look.size() - 0.5, part, "Note");
            at += row;
        }
        page.label(look.left() + 44, rowsEnd + 96, look.size(), "开票人：");
        page.value(look.left() + 44 + look.size() * 4, rowsEnd + 96, look.size(), bill.drawer(),
                "InvoiceClerk");
    }

    /** The sign and the figures are two texts. */
    private void yuan(double x, double y, long fen, String field) {
        page.value(x, y, look.size(), "¥", field);
        page.value(x + Glyphs.width("¥", look.size()), y, look.size(), Fen.text(fen), field);
    }

    private void cross(double x, double y) {
        page.marks.add(new Drawing.Stroke(0.9, Drawing.BLACK, x - 3.5, y - 3.5, x + 3.5, y + 3.5));
        page.marks.add(new Drawing.Stroke(0.9, Drawing.BLACK, x - 3.5, y + 3.5, x + 3.5, y - 3.5));
    }

    /** Cuts a text into pieces that fit. */
    private List<String> wrap(String text, double width) {
        List<String> out = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            String next = part + Character.toString(c);
            if (Glyphs.width(next, look.size() - 0.5) > width) {
                out.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(c);
        }
        out.add(part.toString());
        return out;
    }
}
