package onebook.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onebook.document.Field;
import onebook.document.Reading;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.sample.Bill;
import onebook.sample.BillLine;
import onebook.sample.Commercial;
import onebook.sample.Documents;
import onebook.sample.Fen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every document of the sample company, field by field against what was drawn. */
class SampleDocumentsTest {
    private static final Map<String, Bill> DRAWN = Documents.invoices(Papers.SEED);

    static Stream<String> files() {
        return DRAWN.keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void document_is_accepted_and_each_field_is_what_was_drawn(String file) {
        Reading<Invoice> reading = Papers.read(Papers.sample(file));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.isAccepted()).isTrue();
        assertThat(head(reading.value().orElseThrow())).isEqualTo(head(DRAWN.get(file)));
        assertThat(lines(reading.value().orElseThrow())).isEqualTo(lines(DRAWN.get(file)));
    }

    @Test
    void scan_that_nobody_can_read_has_no_value_and_one_reason() {
        Reading<Invoice> reading =
                Papers.read(Papers.sample(Documents.hopeless(Papers.SEED)));

        assertThat(reading.value()).isEmpty();
        assertThat(reading.fields()).isEmpty();
        assertThat(reading.problems()).extracting(Problem::name)
                .containsExactly(Refusal.NOT_READABLE);
    }

    @Test
    void english_invoice_is_read_and_left_to_a_person() {
        Commercial drawn = Documents.commercial(Papers.SEED);

        Reading<Invoice> reading =
                Papers.read(Papers.sample(Documents.commercialFile(Papers.SEED)));

        Invoice invoice = reading.value().orElseThrow();
        assertThat(reading.problems()).extracting(Problem::name)
                .containsExactly(Refusal.NO_RULE_KNOWS_THIS);
        assertThat(invoice.type()).isEqualTo("commercial");
        assertThat(invoice.number()).isEqualTo(drawn.number());
        assertThat(invoice.date()).isEqualTo(drawn.date());
        assertThat(invoice.seller().name()).isEqualTo(drawn.vendor());
        assertThat(amounts(reading)).containsExactly(
                Fen.text(drawn.subtotal()), "0.00", Fen.text(drawn.subtotal()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"20260112_69997.pdf", "20260129_28182.pdf",
        "dzfp_26342000000005648588.pdf", "20260309_01949.pdf", "20260313_30480.pdf"})
    void tax_number_below_its_label_is_marked_where_it_stands(String file) {
        Reading<Invoice> reading = Papers.read(Papers.sample(file));

        Field number = field(reading, "invoice.buyer.taxId");
        assertThat(number.value()).isEqualTo(DRAWN.get(file).buyer().taxId());
        assertThat(number.box().orElseThrow().y())
                .isGreaterThan(field(reading, "invoice.buyer.name").box().orElseThrow().y());
        assertThat(number.box().orElseThrow().x()).isLessThan(5000);
    }

    private static Field field(Reading<Invoice> reading, String path) {
        return reading.fields().stream().filter(field -> field.path().equals(path)).findFirst()
                .orElseThrow();
    }

    private static List<String> amounts(Reading<Invoice> reading) {
        return Stream.of("net", "tax", "gross")
                .map(part -> field(reading, "invoice." + part).value()).toList();
    }

    private static List<String> head(Bill bill) {
        return List.of(bill.special() ? "vat-special" : "vat-ordinary", bill.code(),
                bill.number(), bill.date().toString(), bill.seller().name(),
                bill.seller().taxId(), bill.buyer().name(), bill.buyer().taxId(),
                Fen.text(bill.net()), Fen.text(bill.tax()), Fen.text(bill.gross()),
                bill.redOf());
    }

    private static List<String> head(Invoice read) {
        return List.of(read.type(), read.code(), read.number(), read.date().toString(),
                read.seller().name(), read.seller().taxId(), read.buyer().name(),
                read.buyer().taxId(), read.net().toString(), read.tax().toString(),
                read.gross().toString(), read.original().orElse(""));
    }

    private static List<String> lines(Bill bill) {
        List<String> lines = new ArrayList<>();
        for (BillLine line : bill.lines()) {
            lines.add(String.join(" ", narrow(line.name()), line.quantity(), line.unitPrice(),
                    Fen.text(line.net()), rate(BigDecimal.valueOf(line.percent(), 2)),
                    Fen.text(line.tax())));
        }
        return lines;
    }

    private static List<String> lines(Invoice read) {
        List<String> lines = new ArrayList<>();
        for (InvoiceLine line : read.lines()) {
            lines.add(String.join(" ", narrow(line.name()), line.quantity(), line.unitPrice(),
                    line.net().toString(), rate(new BigDecimal(line.rate())),
                    line.tax().toString()));
        }
        return lines;
    }

    /** Recognition does not tell the width of a bracket. */
    private static String narrow(String name) {
        return name.replace('（', '(').replace('）', ')');
    }

    private static String rate(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString();
    }
}
