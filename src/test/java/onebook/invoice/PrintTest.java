package onebook.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onebook.document.Document;
import onebook.document.Field;
import onebook.document.Inbox;
import onebook.document.Reading;
import onebook.document.Refused;
import onebook.document.Taken;
import onebook.document.ocr.OcrEngine;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invoices as text with places: PDF files drawn here. */
class PrintTest {
    @TempDir
    Path folder;

    @Test
    void text_of_a_digital_invoice_is_read_and_accepted() throws IOException {
        Reading<Invoice> reading = read(Paper.invoice().pdf());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.source()).isEqualTo("pdf-text");
        Invoice invoice = reading.value().orElseThrow();
        assertThat(invoice.key()).isEqualTo("invoice:26332000000000000059");
        assertThat(invoice.date()).isEqualTo("2026-03-09");
        assertThat(invoice.buyer())
                .isEqualTo(new Invoice.Party("上海示例（中国）贸易有限公司", "91310115MA1FB00K9D"));
        assertThat(invoice.seller())
                .isEqualTo(new Invoice.Party("杭州一本账科技有限公司", "91330106MA2K0NEB0A"));
        assertThat(invoice.gross()).hasToString("226.00");
        assertThat(invoice.lines()).singleElement().extracting(InvoiceLine::category)
                .isEqualTo("文具");
    }

    @Test
    void a_field_knows_its_place_on_the_page() throws IOException {
        Field number = field(read(Paper.invoice().pdf()), "invoice.number");

        assertThat(number.page()).isEqualTo(1);
        assertThat(number.box().orElseThrow().x()).isBetween(7950, 8050);
        assertThat(number.box().orElseThrow().y()).isBetween(650, 800);
        assertThat(number.text()).isEqualTo("26332000000000000059");
    }

    @Test
    void a_buyer_whose_name_takes_two_lines_is_read_whole() throws IOException {
        Paper paper = new Paper(610, 394).head("26332000000000000059", "")
                .put(60, 107, 9, "上海示例（中国）国际贸易与供应链")
                .put(60, 117, 9, "管理有限公司").items(206, "*文具*中性笔", "200.00", "13%", "26.00")
                .sums(310, "200.00", "26.00", "226.00", "贰佰贰拾陆圆整");

        assertThat(read(paper.pdf()).value().orElseThrow().buyer().name())
                .isEqualTo("上海示例（中国）国际贸易与供应链管理有限公司");
    }

    @Test
    void item_names_that_wrap_belong_to_the_amount_beside_them() throws IOException {
        Paper paper = Paper.frame("26332000000000000059")
                .put(14, 206, 9, "*文具*中性笔，黑色").items(206, "", "150.00", "13%", "19.50")
                .put(14, 218, 9, "零点五毫米").put(14, 230, 9, "*文具*橡皮")
                .items(230, "", "50.00", "13%", "6.50")
                .sums(310, "200.00", "26.00", "226.00", "贰佰贰拾陆圆整");

        Reading<Invoice> reading = read(paper.pdf());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.value().orElseThrow().lines()).extracting(InvoiceLine::name)
                .containsExactly("*文具*中性笔，黑色零点五毫米", "*文具*橡皮");
    }

    @Test
    void lines_go_on_over_pages_and_subtotals_are_no_lines() throws IOException {
        Paper paper = Paper.frame("26332000000000000059")
                .items(206, "*文具*中性笔", "150.00", "13%", "19.50")
                .put(60, 310, 9, "小        计").put(394, 310, 9, "¥150.00")
                .put(550, 310, 9, "¥19.50")
                .page().head("26332000000000000059", "上海示例（中国）贸易有限公司")
                .items(206, "*文具*橡皮", "50.00", "13%", "6.50")
                .sums(310, "200.00", "26.00", "226.00", "贰佰贰拾陆圆整");

        Reading<Invoice> reading = read(paper.pdf());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.value().orElseThrow().lines()).hasSize(2);
        assertThat(field(reading, "invoice.lines.1.net").page()).isEqualTo(2);
    }

    @Test
    void two_invoices_in_one_file_go_to_a_person() throws IOException {
        Paper paper = Paper.invoice().page().head("26332000000000000066", "上海示例（中国）贸易有限公司")
                .items(206, "*文具*中性笔", "200.00", "13%", "26.00")
                .sums(310, "200.00", "26.00", "226.00", "贰佰贰拾陆圆整");

        assertThat(read(paper.pdf()).problems()).extracting(Problem::name)
                .contains(Refusal.KEY_FIELD_IS_DOUBTFUL);
    }

    @Test
    void data_attached_to_a_pdf_count_more_than_its_print() throws IOException {
        Reading<Invoice> reading =
                read(Paper.invoice().attach("invoice.xml", data("226.00")).pdf());

        assertThat(reading.source()).isEqualTo("pdf-attachment");
        assertThat(reading.problems()).isEmpty();
        assertThat(field(reading, "invoice.number").page()).as("found on the page too")
                .isEqualTo(1);
    }

    @Test
    void print_that_differs_from_the_attached_data_is_a_problem() throws IOException {
        Paper paper = Paper.frame("26332000000000000059")
                .items(206, "*文具*中性笔", "900.00", "13%", "117.00")
                .sums(310, "900.00", "117.00", "1017.00", "壹仟零壹拾柒圆整")
                .attach("invoice.xml", data("226.00"));

        assertThat(read(paper.pdf()).problems()).extracting(Problem::name)
                .contains(Refusal.QR_DIFFERS_FROM_PRINT);
    }

    @Test
    void english_text_is_a_commercial_invoice() throws IOException {
        Reading<Invoice> reading = read(english().pdf());

        Invoice invoice = reading.value().orElseThrow();
        assertThat(invoice.type()).isEqualTo("commercial");
        assertThat(invoice.number()).isEqualTo("INV-2026-0042");
        assertThat(invoice.date()).isEqualTo("2026-01-21");
        assertThat(invoice.seller().name()).isEqualTo("Example Tools Ltd.");
        assertThat(invoice.buyer().name()).isEqualTo("Hangzhou Ledger Co., Ltd.");
        assertThat(invoice.gross()).hasToString("2640.00");
        assertThat(invoice.lines()).singleElement().extracting(InvoiceLine::name)
                .isEqualTo("Team plan, one year");
        assertThat(reading.problems()).extracting(Problem::name)
                .containsExactly(Refusal.NO_RULE_KNOWS_THIS);
    }

    @Test
    void other_text_is_no_document_for_the_book() throws IOException {
        Paper letter = new Paper(595, 842);
        for (int i = 0; i < 6; i++) {
            letter.put(60, 100 + i * 20, 11, "尊敬的客户，感谢您长期以来的支持与信任，祝您新年快乐。");
        }
        Reading<Invoice> reading = read(letter.pdf());

        assertThat(reading.kind()).isEqualTo("unknown");
        assertThat(reading.problems()).extracting(Problem::name)
                .containsExactly(Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK);
    }

    @Test
    void where_no_engine_runs_a_picture_is_refused_and_nothing_else_stops() throws IOException {
        OcrEngine none = (BufferedImage image, int page) -> {
            throw new Refused(Refusal.NOT_READABLE, "no engine runs here");
        };
        byte[] picture = Paper.png(Paper.invoice().picture(72, 0));

        Reading<Invoice> reading = new InvoiceReader(none).read(document(picture));

        assertThat(reading.value()).isEmpty();
        assertThat(reading.problems()).containsExactly(
                new Problem(Refusal.NOT_READABLE, "", "no engine runs here"));
    }

    static Paper english() {
        return new Paper(595, 500).put(50, 62, 22, "Example Tools Ltd.").put(430, 62, 20, "INVOICE")
                .put(50, 82, 10, "1 High Street, London")
                .put(50, 130, 11, "Invoice No.: INV-2026-0042")
                .put(50, 148, 11, "Invoice Date: 21 January 2026").put(50, 166, 11, "Currency: CNY")
                .put(300, 130, 11, "Bill To:").put(300, 148, 11, "Hangzhou Ledger Co., Ltd.")
                .put(50, 232, 11, "Description").put(330, 232, 11, "Quantity")
                .put(400, 232, 11, "Unit Price")
                .put(500, 232, 11, "Amount").put(50, 262, 11, "Team plan, one year")
                .put(360, 262, 11, "5")
                .put(410, 262, 11, "480.00").put(500, 262, 11, "2,400.00")
                .put(360, 300, 11, "Subtotal").put(500, 300, 11, "2,400.00")
                .put(360, 320, 11, "Tax (10%)")
                .put(512, 320, 11, "240.00").put(360, 348, 11, "Total (CNY)")
                .put(500, 348, 11, "2,640.00");
    }

    private static String data(String gross) {
        return "<EInvoice><Header><InherentLabel><GeneralOrSpecialVAT><LabelCode>02</LabelCode>"
                + "</GeneralOrSpecialVAT></InherentLabel></Header><EInvoiceData><SellerInformation>"
                + "<SellerIdNum>91330106MA2K0NEB0A</SellerIdNum>"
                + "<SellerName>杭州一本账科技有限公司</SellerName>"
                + "</SellerInformation><BuyerInformation>"
                + "<BuyerIdNum>91310115MA1FB00K9D</BuyerIdNum>"
                + "<BuyerName>上海示例（中国）贸易有限公司</BuyerName></BuyerInformation><BasicInformation>"
                + "<TotalAmWithoutTax>200.00</TotalAmWithoutTax><TotalTaxAm>26.00</TotalTaxAm>"
                + "<TotalTax-includedAmount>" + gross
                + "</TotalTax-includedAmount></BasicInformation>"
                + "<IssuItemInformation><ItemName>*文具*中性笔</ItemName><Amount>200.00</Amount>"
                + "<TaxRate>0.13</TaxRate><ComTaxAm>26.00</ComTaxAm>"
                + "</IssuItemInformation></EInvoiceData>"
                + "<TaxSupervisionInfo><InvoiceNumber>26332000000000000059</InvoiceNumber>"
                + "<IssueTime>2026-03-09</IssueTime></TaxSupervisionInfo></EInvoice>";
    }

    private static Field field(Reading<Invoice> reading, String path) {
        return reading.fields().stream().filter(f -> f.path().equals(path)).findFirst()
                .orElseThrow();
    }

    private Reading<Invoice> read(byte[] bytes) throws IOException {
        return new InvoiceReader().read(document(bytes));
    }

    private Document document(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("document"), bytes);
        return ((Taken.Kept) Inbox.look(file)).document();
    }
}
