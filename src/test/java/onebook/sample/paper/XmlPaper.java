package onebook.sample.paper;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import onebook.sample.Bill;
import onebook.sample.BillLine;
import onebook.sample.Dice;
import onebook.sample.Fen;
import onebook.sample.Party;

/** Writes a 数电票 as XML of version 0.31. */
final class XmlPaper {
    private final Bill bill;
    private final Dice dice;
    private final Markup to;

    private XmlPaper(Bill bill, Dice dice) {
        this.bill = bill;
        this.dice = dice;
        this.to = new Markup(dice.percent(70),
                "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>");
    }

    static byte[] of(Bill bill, Dice dice) {
        XmlPaper paper = new XmlPaper(bill, dice);
        String mark = dice.percent(20) ? "\uFEFF" : "";
        return (mark + paper.write()).getBytes(StandardCharsets.UTF_8);
    }

    private String write() {
        to.open("EInvoice");
        header();
        to.open("EInvoiceData");
        party("Seller", bill.seller(), true);
        party("Buyer", bill.buyer(), dice.percent(40));
        basic();
        bill.lines().forEach(this::line);
        if (bill.isRed()) {
            to.open("SpecificInformation").open("RedEInvoice")
                    .leaf("OriginalInvoiceCode", bill.redOf())
                    .leaf("CreditNoteNumber", bill.remark().substring(bill.remark().length() - 20))
                    .close("RedEInvoice").close("SpecificInformation");
        } else {
            to.leaf("SpecificInformation", "");
        }
        if (bill.remark().isEmpty()) {
            to.leaf("AdditionalInformation", "");
        } else {
            to.open("AdditionalInformation").leaf("Remark", bill.remark())
                    .close("AdditionalInformation");
        }
        to.close("EInvoiceData");
        signed();
        return to.close("EInvoice").text();
    }

    private void header() {
        to.open("Header").leaf("EIid", bill.number()).leaf("EInvoiceTag", "SWEI" + dice.digits(4))
                .leaf("Version", "0.31").open("InherentLabel");
        code("InIssuType", bill.isRed() ? "N" : "Y", "是否蓝字发票标志");
        code("EInvoiceType", "01", "电子发票");
        code("GeneralOrSpecialVAT", bill.special() ? "01" : "02", bill.special() ? "增值税专用发票"
                : "普通发票");
        code("TaxpayerType", bill.lines().get(0).percent() == 1 ? "2" : "1",
                bill.lines().get(0).percent() == 1 ? "小规模纳税人" : "一般纳税人");
        to.close("InherentLabel").open("UndefinedLabel").open("Label").leaf("LabelType", "发票开具方式标签")
                .leaf("LabelCode", "1").leaf("LabelName", "网页开票").close("Label")
                .close("UndefinedLabel")
                .close("Header");
    }

    private void code(String tag, String code, String name) {
        to.open(tag).leaf("LabelCode", code).leaf("LabelName", name).close(tag);
    }

    private void party(String side, Party party, boolean full) {
        to.open(side + "Information").leaf(side + "IdNum", party.taxId())
                .leaf(side + "Name", party.name());
        if (full && !party.bank().isEmpty()) {
            to.leaf(side + "Addr", party.region().provinceFull() + party.region().city() + "经济开发区"
                    + dice.from(2, 980) + "号").leaf(side + "TelNum", dice.digits(8)
                    .replaceFirst("^0", "8"))
                    .leaf(side + "BankName", party.bank())
                    .leaf(side + "BankAccNum", party.account());
        }
        to.close(side + "Information");
    }

    private void basic() {
        to.open("BasicInformation").leaf("TotalAmWithoutTax", Fen.text(bill.net()))
                .leaf("TotalTaxAm", Fen.text(bill.tax()))
                .leaf("TotalTax-includedAmount", Fen.text(bill.gross()))
                .leaf("TotalTax-includedAmountInChinese", Fen.words(bill.gross()))
                .leaf("Drawer", bill.drawer()).leaf("RequestTime", time())
                .close("BasicInformation");
    }

    private String time() {
        return bill.date() + " " + dice.from(10, 17) + ":" + dice.from(10, 59) + ":"
                + dice.from(10, 59);
    }

    private void line(BillLine line) {
        to.open("IssuItemInformation").leaf("ItemName", line.name());
        optional("SpecMod", line.ware().spec());
        optional("MeaUnits", line.ware().unit());
        optional("Quantity", line.quantity());
        optional("UnPrice", line.unitPrice());
        to.leaf("Amount", Fen.text(line.net()))
                .leaf("TaxRate", BigDecimal.valueOf(line.percent(), 2).toPlainString())
                .leaf("ComTaxAm", Fen.text(line.tax()))
                .leaf("TotaltaxIncludedAmount", Fen.text(line.gross()))
                .leaf("TaxClassificationCode", line.ware().code()).close("IssuItemInformation");
    }

    private void optional(String tag, String text) {
        if (!text.isEmpty()) {
            to.leaf(tag, text);
        }
    }

    private void signed() {
        String bureau = bill.seller().region().taxBureau();
        to.open("SellerAuthentication").leaf("AuthenticationMethods", "01")
                .close("SellerAuthentication");
        to.open("TaxSupervisionInfo").leaf("InvoiceNumber", bill.number())
                .leaf("IssueTime", bill.date().toString())
                .leaf("TaxBureauCode", "1" + bill.seller().region().district() + "0000")
                .leaf("TaxBureauName", bureau).close("TaxSupervisionInfo");
        to.open("TaxBureauSignature").leaf("Reference", "",
                " URI=\"/Einvoice/Header|/Einvoice/EinvoiceData\"")
                .leaf("SignatureAlgorithm", "1.2.156.10197.1.501").leaf("SignatureFormat", "DETACH")
                .leaf("SignatureTime", time()).leaf("SignatureValue", dice.hex(128))
                .leaf("KeyInfo", "")
                .close("TaxBureauSignature");
    }
}
