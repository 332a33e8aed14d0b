package onebook.sample.paper;

import onebook.sample.Fen;
import onebook.sample.RailTicket;

/** 电子发票（铁路电子客票) and the XBRL that travels inside its PDF. */
final class RailDrawing {
    private RailDrawing() { }

    static Drawing of(RailTicket ticket, String qr) {
        Drawing page = new Drawing(595, 280);
        page.box(10, 10, 585, 270);
        Seal.draw(page, 297, 42, ticket.buyer().region());
        page.centred(297, 36, 17, Drawing.RED, "电子发票（铁路电子客票）");
        black(page, 28, 62, 10.5, "发票号码：" + ticket.number());
        black(page, 420, 62, 10.5, "开票日期：" + InvoiceDrawing.day(ticket.issued()));
        black(page, 60, 96, 18, ticket.from() + "站");
        black(page, 268, 94, 15, ticket.train());
        black(page, 440, 96, 18, ticket.to() + "站");
        page.marks.add(new Drawing.Stroke(0.8, Drawing.BLACK, 230, 99, 350, 99));
        black(page, 28, 128, 11, InvoiceDrawing.day(ticket.travelled()) + " " + ticket.time()
                + "开");
        black(page, 300, 128, 11, ticket.seat());
        black(page, 430, 128, 11, "二等座");
        black(page, 28, 156, 11, "票价：￥" + Fen.text(ticket.fare()));
        black(page, 28, 184, 11, "3301021990****" + "1234" + " " + ticket.passenger());
        black(page, 28, 212, 10, "电子客票号：" + ticket.number().substring(2) + "00121");
        black(page, 28, 240, 10, "购买方名称：" + ticket.buyer().name());
        black(page, 300, 240, 10, "统一社会信用代码：" + ticket.buyer().taxId());
        page.marks.add(new Drawing.Grid(480, 140, 80, Qr.of(qr)));
        black(page, 28, 260, 8.5, "买票请到12306 发货请到95306 中国铁路祝您旅途愉快");
        return page;
    }

    private static void black(Drawing page, double x, double y, double size, String text) {
        page.value(x, y, size, text, "");
    }

    static String xbrl(RailTicket ticket) {
        String context = "As_Of_" + ticket.issued().toString().replace('-', '_');
        Markup to =
                new Markup(true, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        to.open("xbrl", " xmlns=\"http://www.xbrl.org/2003/instance\"",
                " xmlns:rai=\"http://xbrl.mof.gov.cn/taxonomy/2021-11-30/rai\"",
                " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
        to.open("context", " id=\"" + context + "\"").open("entity")
                .leaf("identifier", ticket.number(), " scheme=\"http://xbrl.mof.gov.cn\"")
                .close("entity")
                .close("context");
        to.open("unit", " id=\"CNY\"").leaf("measure", "iso4217:CNY").close("unit");
        String of = " contextRef=\"" + context + "\"";
        String money = of + " unitRef=\"CNY\" decimals=\"2\"";
        to.leaf("rai:TypeOfVoucher", "电子发票（铁路电子客票）", of)
                .leaf("rai:ElectronicInvoiceRailwayETicketNumber", ticket.number(), of)
                .leaf("rai:DateOfIssue", ticket.issued().toString(), of)
                .leaf("rai:DepartureStation", ticket.from(), of)
                .leaf("rai:DestinationStation", ticket.to(), of)
                .leaf("rai:TrainNumber", ticket.train(), of)
                .leaf("rai:TravelDate", ticket.travelled().toString(), of)
                .leaf("rai:Fare", Fen.text(ticket.fare()), money)
                .leaf("rai:TotalAmountExcludingTax", Fen.text(ticket.fare() - ticket.tax()), money)
                .leaf("rai:TaxAmount", Fen.text(ticket.tax()), money)
                .leaf("rai:NameOfPurchaser", ticket.buyer().name(), of)
                .leaf("rai:UnifiedSocialCreditCodeOfPurchaser", ticket.buyer().taxId(), of)
                .leaf("rai:Remarks", "", of + " xsi:nil=\"true\"");
        return to.close("xbrl").text();
    }
}
