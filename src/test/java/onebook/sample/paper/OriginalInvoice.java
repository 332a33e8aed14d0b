package onebook.sample.paper;

import onebook.sample.Bill;
import onebook.sample.BillLine;
import onebook.sample.Dice;
import onebook.sample.Fen;
import onebook.sample.Party;

/** The XML inside an older OFD invoice. */
final class OriginalInvoice {
    private final Bill bill;
    private final Dice dice;
    private final Markup to;

    OriginalInvoice(Bill bill, Dice dice) {
        this.bill = bill;
        this.dice = dice;
        this.to = new Markup(dice.percent(50), "<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    }

    String text(String qr) {
        to.open("eInvoice", " xmlns:fp=\"http://www.edrm.org.cn/schema/e-invoice/2019\"",
                " Version=\"1.0\"");
        leaf("DocID", bill.code() + "_" + bill.number());
        leaf("InvoiceCode", bill.code());
        leaf("InvoiceNo", bill.number());
        leaf("TypeCode", "0");
        leaf("IssueDate", InvoiceDrawing.day(bill.date()));
        leaf("InvoiceCheckCode", qr.split(",")[6]);
        leaf("MachineNo", dice.digits(12));
        party("Buyer", bill.buyer());
        party("Seller", bill.seller());
        leaf("TaxInclusiveTotalAmount", Fen.text(bill.gross()));
        leaf("Note", bill.remark());
        leaf("InvoiceClerk", bill.drawer());
        leaf("TaxTotalAmount", Fen.text(bill.tax()));
        leaf("TaxExclusiveTotalAmount", Fen.text(bill.net()));
        leaf("GraphCode", qr);
        to.open("fp:GoodsInfos");
        bill.lines().forEach(this::line);
        return to.close("fp:GoodsInfos").close("eInvoice").text();
    }

    private void leaf(String name, String text) {
        to.leaf("fp:" + name, text);
    }

    private void party(String side, Party party) {
        to.open("fp:" + side);
        leaf(side + "Name", party.name());
        leaf(side + "TaxID", party.taxId());
        leaf(side + "AddrTel", party.region().city() + "市建设路" + dice.from(1, 400) + "号");
        leaf(side + "FinancialAccount", party.bank() + party.account());
        to.close("fp:" + side);
    }

    private void line(BillLine line) {
        to.open("fp:GoodsInfo");
        leaf("Item", line.name());
        leaf("Specification", line.ware().spec());
        leaf("MeasurementDimension", line.ware().unit());
        leaf("Price", line.unitPrice());
        leaf("Quantity", line.quantity());
        leaf("Amount", Fen.text(line.net()));
        leaf("TaxScheme", line.percent() + "%");
        leaf("TaxAmount", Fen.text(line.tax()));
        to.close("fp:GoodsInfo");
    }
}
