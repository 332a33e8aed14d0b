package onebook.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import onebook.document.Inbox;
import onebook.document.Reading;
import onebook.document.Taken;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Public samples, whose truth was read from the files themselves and from the pictures by eye. */
class CorporaTest {

    @Test
    void the_sample_of_the_xml_format_is_right_and_its_made_up_numbers_are_noticed() {
        Reading<Invoice> reading = read("invoice-cn/einvoice-xml/assets/demo.xml");

        assertThat(text(reading)).isEqualTo(
                "vat-special invoice:01234567890123456789 2024-01-24 15841.58 158.42 16000.00");
        assertThat(reading.problems()).extracting(Problem::name).containsExactly(
                Refusal.NUMBER_IS_NOT_WELL_FORMED, Refusal.TAX_ID_CHECK_DIGIT_IS_WRONG,
                Refusal.TAX_ID_CHECK_DIGIT_IS_WRONG);
    }

    @ParameterizedTest
    @CsvSource({"999.ofd,vat-ordinary invoice:050001700111|12235358 2020-08-05 10000.00 600.00 "
            + "10600.00,100,false",
        "v4signed.ofd,vat-ordinary invoice:050001700111|99999951 2020-10-10 300.00 18.00 "
        + "318.00,3,false",
        "发票示例.ofd,vat-special invoice:24112000000048542163 2024-05-28 4197.17 251.83 "
        + "4449.00,1,true"})
    void ofd_invoices_are_right(String file, String invoice, int lines, boolean accepted) {
        Reading<Invoice> reading = read("invoice-cn/ofd/" + file);

        assertThat(text(reading)).isEqualTo(invoice);
        assertThat(reading.value().orElseThrow().lines()).hasSize(lines);
        assertThat(reading.isAccepted()).isEqualTo(accepted);
        assertThat(reading.fields().stream().filter(f -> f.path().equals("invoice.number"))
                .allMatch(f -> f.page() == 1 && f.box().isPresent())).as("found on the page")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"helloworld.ofd", "pattern类型.ofd", "文字横向-数科.ofd"})
    void other_ofd_files_are_unknown(String file) {
        Reading<Invoice> reading = read("invoice-cn/ofd/" + file);

        assertThat(reading.kind()).isEqualTo("unknown");
        assertThat(reading.problems()).extracting(Problem::name)
                .containsExactly(Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK);
    }

    @ParameterizedTest
    @CsvSource({
        "einvoice-xml/docs/images/EInvoicePDF.png,"
                + "vat-special invoice:24442000000036916313 2024-01-24 15841.58 158.42 16000.00",
        "renders/images/增值电子发票.png,vat-ordinary invoice:044001629111|40406705 2021-02-04 240.60 "
        + "2.40 243.00",
        "scans-vat/test-invoice/电子发票.png,"
                + "vat-ordinary invoice:012001800311|33207675 2019-05-08 46.62 6.08 52.70",
        "scans-vat/test-invoice/增值税专用发票.jpg,"
                + "vat-special invoice:1100094140|87654321 2010-11-18 5999.00 1019.83 7018.83",
        "renders/images/火车票.png,rail-ticket invoice:22119230671000000011 2022-03-17 45.28 2.72 "
        + "48.00"})
    void pictures_with_masked_or_unconfirmed_fields_are_right_but_go_to_a_person(String file,
    String invoice) {
        Reading<Invoice> reading = read("invoice-cn/" + file);

        assertThat(text(reading)).isEqualTo(invoice);
        assertThat(reading.isAccepted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"航空.png,air-itinerary", "银行回单.png,bank-receipt", "对账单.png,unknown"})
    void pictures_of_other_papers_say_what_they_are(String file, String kind) {
        Reading<Invoice> reading = read("invoice-cn/renders/images/" + file);

        assertThat(reading.kind()).isEqualTo(kind);
        assertThat(reading.value()).isEmpty();
        assertThat(reading.problems()).extracting(Problem::name)
                .containsExactly(Refusal.NOT_A_DOCUMENT_FOR_THE_BOOK);
    }

    @Test
    void european_invoices_are_not_mistaken_for_chinese_ones() {
        for (String file : List.of("mustang/library/src/test/resources/EN16931_Einfach.pdf",
                "mustang/library/src/test/resources/factur-x.xml",
                "zugferd/ZUGFeRDv1/correct/Mustangproject/"
                + "MustangGnuaccountingBeispielRE-20140519_499.pdf")) {
            assertThat(read("invoice-eu/" + file).isAccepted()).as(file).isFalse();
        }
    }

    private static Reading<Invoice> read(String path) {
        Path file = Corpora.file(path);
        return new InvoiceReader().read(((Taken.Kept) Inbox.look(file)).document());
    }

    private static String text(Reading<Invoice> reading) {
        Invoice invoice = reading.value().orElseThrow(() -> new AssertionError(reading.toString()));
        return invoice.type() + " " + invoice.key() + " " + invoice.date() + " " + invoice.net()
                + " "
                + invoice.tax() + " " + invoice.gross();
    }
}
