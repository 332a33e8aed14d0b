package onebook.invoice;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onebook.document.Field;
import onebook.document.Xml;
import onebook.ledger.Refusal;

/** Invoices that are data: 数电票 XML, the data inside an OFD of 税控 time, rail tickets in XBRL. */
final class XmlInvoiceReader {
    /** 被红冲蓝字数电发票号码：24442000000036916313 红字发票信息确认单编号：… */
    private static final Pattern TAKEN_BACK =
            Pattern.compile("被红冲蓝字[^0-9]{0,12}发票号码[:：]?([0-9]{20})");

    private XmlInvoiceReader() { }

    /** Empty where the XML is no invoice that is known. */
    static Optional<Draft> read(Xml root, String source) {
        Optional<Xml> digital = root.all().filter(e -> e.at("EInvoiceData").isPresent())
                .findFirst();
        if (digital.isPresent()) {
            return Optional.of(digital(digital.get(), source));
        }
        Optional<Xml> older = root.all()
                .filter(e -> e.name().equals("eInvoice") && e.at("InvoiceNo").isPresent()
                        && !e.textAt("InvoiceNo").isEmpty()).findFirst();
        if (older.isPresent()) {
            return Optional.of(older(older.get(), source));
        }
        return root.find("ElectronicInvoiceRailwayETicketNumber").map(number -> rail(root));
    }

    /**
     * {@code <EInvoice><Header>… <EInvoiceData>… <TaxSupervisionInfo>…}, version 0.31; anything may
     * be absent.
     */
    private static Draft digital(Xml invoice, String source) {
        Draft draft = new Draft("invoice", source);
        Xml data = invoice.at("EInvoiceData").orElseThrow();
        String kind = invoice.textAt("Header/InherentLabel/GeneralOrSpecialVAT/LabelCode");
        String kindName = invoice.textAt("Header/InherentLabel/GeneralOrSpecialVAT/LabelName");
        draft.state("invoice.type", kind.equals("01") || kindName.contains("专用") ? "vat-special"
                : kind.equals("02") || kindName.contains("普通") ? "vat-ordinary" : "");
        draft.state("invoice.number",
                invoice.textAt("TaxSupervisionInfo/InvoiceNumber", "Header/EIid"));
        date(draft, invoice.textAt("TaxSupervisionInfo/IssueTime",
                "EInvoiceData/BasicInformation/RequestTime"));
        party(draft, "seller", data, "SellerInformation/SellerName",
                "SellerInformation/SellerIdNum");
        party(draft, "buyer", data, "BuyerInformation/BuyerName", "BuyerInformation/BuyerIdNum");
        amount(draft, "invoice.net", data.textAt("BasicInformation/TotalAmWithoutTax"));
        amount(draft, "invoice.tax", data.textAt("BasicInformation/TotalTaxAm"));
        amount(draft, "invoice.gross", data.textAt("BasicInformation/TotalTax-includedAmount"));
        draft.state("invoice.words",
                data.textAt("BasicInformation/TotalTax-includedAmountInChinese"));
        List<Xml> items = data.children().stream()
                .filter(c -> c.name().equals("IssuItemInformation")).toList();
        for (int i = 0; i < items.size(); i++) {
            item(draft, i, items.get(i),
                    List.of("ItemName", "SpecMod", "MeaUnits", "Quantity", "UnPrice",
                    "Amount", "TaxRate", "ComTaxAm"));
        }
        remark(draft, data.textAt("AdditionalInformation/Remark"));
        red(draft, invoice, data);
        return draft;
    }

    private static void red(Draft draft, Xml invoice, Xml data) {
        data.find("RedEInvoice").stream().flatMap(Xml::all).map(Xml::text)
                .filter(t -> t.matches("[0-9]{20}")).findFirst()
                .ifPresent(t -> draft.state("invoice.original", t));
        boolean red = invoice.textAt("Header/InherentLabel/InIssuType/LabelCode").equals("N");
        boolean negative = draft.value("invoice.gross").startsWith("-");
        if (draft.has("invoice.gross") && red != negative
                && !invoice.textAt("Header/InherentLabel/InIssuType/LabelCode").isEmpty()) {
            draft.problem(Refusal.KEY_FIELD_IS_DOUBTFUL, "invoice.gross", "the label says "
                    + (red ? "red" : "blue") + " letter, the amount is "
                    + draft.value("invoice.gross"));
        }
    }

    /** {@code <eInvoice><fp:InvoiceCode>050001700111</fp:InvoiceCode><fp:InvoiceNo>…}. */
    private static Draft older(Xml invoice, String source) {
        Draft draft = new Draft("invoice", source);
        String code = invoice.textAt("InvoiceCode");
        draft.state("invoice.type", OldCodes.type(code));
        draft.state("invoice.code", code);
        draft.state("invoice.number", invoice.textAt("InvoiceNo"));
        date(draft, invoice.textAt("IssueDate"));
        party(draft, "seller", invoice, "Seller/SellerName", "Seller/SellerTaxID");
        party(draft, "buyer", invoice, "Buyer/BuyerName", "Buyer/BuyerTaxID");
        amount(draft, "invoice.net", invoice.textAt("TaxExclusiveTotalAmount"));
        taxOf(draft, "invoice.tax", invoice.textAt("TaxTotalAmount"));
        amount(draft, "invoice.gross", invoice.textAt("TaxInclusiveTotalAmount"));
        List<Xml> items = invoice.all("GoodsInfo").toList();
        for (int i = 0; i < items.size(); i++) {
            item(draft, i, items.get(i),
                    List.of("Item", "Specification", "MeasurementDimension", "Quantity",
                    "Price", "Amount", "TaxScheme", "TaxAmount"));
        }
        remark(draft, invoice.textAt("Note"));
        draft.state("invoice.qr", invoice.textAt("GraphCode"));
        return draft;
    }

    /** {@code <rai:Fare …>91.00</rai:Fare>}. */
    private static Draft rail(Xml root) {
        Draft draft = new Draft("rail-ticket", "xbrl");
        draft.state("invoice.type", "rail-ticket");
        text(draft, "invoice.number", root, "ElectronicInvoiceRailwayETicketNumber");
        date(draft, root.find("DateOfIssue").map(Xml::text).orElse(""));
        text(draft, "invoice.buyer.name", root, "NameOfPurchaser");
        text(draft, "invoice.buyer.taxId", root, "UnifiedSocialCreditCodeOfPurchaser");
        amount(draft, "invoice.net", root.find("TotalAmountExcludingTax").map(Xml::text)
                .orElse(""));
        amount(draft, "invoice.tax", root.find("TaxAmount").map(Xml::text).orElse(""));
        amount(draft, "invoice.gross", root.find("Fare").map(Xml::text).orElse(""));
        text(draft, "invoice.from", root, "DepartureStation");
        text(draft, "invoice.to", root, "DestinationStation");
        RailTickets.completeTax(draft);
        return draft;
    }

    private static void text(Draft draft, String path, Xml root, String element) {
        root.find(element).ifPresent(e -> draft.state(path, e.text()));
    }

    private static void date(Draft draft, String text) {
        Figures.date(text).ifPresent(d -> draft.put(
                Field.stated("invoice.date", d.toString(), text)));
    }

    private static void party(Draft draft, String side, Xml data, String name, String taxId) {
        draft.state("invoice." + side + ".name", data.textAt(name));
        draft.state("invoice." + side + ".taxId", data.textAt(taxId));
    }

    private static void amount(Draft draft, String path, String text) {
        Figures.amount(text).ifPresent(a -> draft.put(Field.stated(path, a, text)));
    }

    /** Where nothing is taxed, the tax is written *** or left out. */
    private static void taxOf(Draft draft, String path, String text) {
        if (text.isEmpty() || text.startsWith("*")) {
            draft.put(Field.stated(path, "0.00", text.isEmpty() ? "(none)" : text));
        } else {
            amount(draft, path, text);
        }
    }

    private static void item(Draft draft, int i, Xml item, List<String> names) {
        draft.state(Draft.line(i, "name"), item.textAt(names.get(0)));
        draft.state(Draft.line(i, "spec"), item.textAt(names.get(1)));
        draft.state(Draft.line(i, "unit"), item.textAt(names.get(2)));
        draft.state(Draft.line(i, "quantity"), item.textAt(names.get(3)));
        draft.state(Draft.line(i, "unitPrice"), item.textAt(names.get(4)));
        amount(draft, Draft.line(i, "net"), item.textAt(names.get(5)));
        Figures.rate(item.textAt(names.get(6)))
                .ifPresent(r -> draft.state(Draft.line(i, "rate"), r));
        taxOf(draft, Draft.line(i, "tax"), item.textAt(names.get(7)));
    }

    private static void remark(Draft draft, String remark) {
        draft.state("invoice.remark", remark);
        original(remark).ifPresent(number -> draft.state("invoice.original", number));
    }

    /** The number of the blue invoice that a red one's remark names. */
    static Optional<String> original(String remark) {
        Matcher m = TAKEN_BACK.matcher(remark.replace(" ", ""));
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }
}
