package onebook.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import onebook.document.Reading;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.Test;

/** Each check finds what it is for, and nothing in a sound invoice. */
class ChecksTest {

    @Test
    void a_sound_invoice_is_accepted() {
        assertThat(judged(Map.of())).isEmpty();
        assertThat(InvoiceReader.judged(sound()).isAccepted()).isTrue();
    }

    @Test
    void every_key_field_is_needed() {
        for (String field : List.of("type", "number", "date", "net", "tax", "gross", "seller.name",
                "seller.taxId", "buyer.name")) {
            assertThat(judged(Map.of("invoice." + field, ""))).as(field)
                    .contains(Refusal.KEY_FIELD_IS_MISSING);
        }
    }

    @Test
    void only_a_natural_person_buys_without_a_tax_number() {
        assertThat(judged("pdf-text", Map.of("invoice.buyer.taxId", "")))
                .contains(Refusal.KEY_FIELD_IS_MISSING);
        assertThat(judged("pdf-text",
                Map.of("invoice.buyer.taxId", "", "invoice.buyer.name", "个人"))).isEmpty();
        assertThat(judged("pdf-text",
                Map.of("invoice.buyer.taxId", "", "invoice.buyer.name", "李强"))).isEmpty();
        assertThat(judged("xml", Map.of("invoice.buyer.taxId", "", "invoice.type", "vat-special")))
                .contains(Refusal.KEY_FIELD_IS_MISSING);
    }

    @Test
    void numbers_have_their_form_and_their_year() {
        assertThat(judged(Map.of("invoice.number", "2633200000000000005")))
                .contains(Refusal.NUMBER_IS_NOT_WELL_FORMED);
        assertThat(judged(Map.of("invoice.number", "27332000000000000059")))
                .contains(Refusal.NUMBER_IS_NOT_WELL_FORMED);
        assertThat(judged(Map.of("invoice.number", "19332000000000000059")))
                .contains(Refusal.NUMBER_IS_NOT_WELL_FORMED);
        assertThat(judged(Map.of("invoice.number", "12345678", "invoice.code", "033002700111")))
                .contains(Refusal.NUMBER_IS_NOT_WELL_FORMED);
        assertThat(judged(Map.of("invoice.number", "12345678", "invoice.code", "033002600111")))
                .isEmpty();
    }

    @Test
    void sums_rates_and_words_must_agree() {
        assertThat(judged(Map.of("invoice.gross", "227.00", "invoice.words", "")))
                .containsExactly(Refusal.GROSS_IS_NOT_NET_PLUS_TAX);
        assertThat(judged(Map.of("invoice.words", "壹圆整")))
                .containsExactly(Refusal.WORDS_ARE_NOT_FIGURES);
        assertThat(judged(Map.of("invoice.lines.0.net", "100.00")))
                .contains(Refusal.LINES_DO_NOT_ADD_UP, Refusal.TAX_IS_NOT_NET_TIMES_RATE);
    }

    @Test
    void a_cent_per_line_is_rounding_in_data_and_an_error_in_a_scan() {
        Map<String, String> cent =
                Map.of("invoice.lines.0.net", "199.99", "invoice.lines.0.tax", "26.00");
        assertThat(judged("xml", cent)).isEmpty();
        assertThat(judged("ocr", cent)).contains(Refusal.LINES_DO_NOT_ADD_UP);
    }

    @Test
    void a_red_invoice_is_negative() {
        assertThat(judged(Map.of("invoice.original", "26332000000000000011")))
                .containsExactly(Refusal.KEY_FIELD_IS_DOUBTFUL);
    }

    @Test
    void foreign_currency_and_foreign_forms_go_to_a_person() {
        assertThat(judged(Map.of("invoice.currency", "USD")))
                .containsExactly(Refusal.CURRENCY_IS_NOT_CNY);
        assertThat(judged(Map.of("invoice.type", "commercial")))
                .containsExactly(Refusal.NO_RULE_KNOWS_THIS);
    }

    @Test
    void the_first_problem_is_the_most_important() {
        assertThat(judged(Map.of("invoice.seller.taxId", "1", "invoice.gross", "227.00",
                "invoice.net", "")))
                .startsWith(Refusal.KEY_FIELD_IS_MISSING).isSorted();
    }

    @Test
    void what_a_person_typed_is_judged_again() {
        Reading<Invoice> wrong = InvoiceReader.judged(
                changed("ocr", Map.of("invoice.seller.taxId", "1")));
        assertThat(wrong.isAccepted()).isFalse();

        Reading<Invoice> right = InvoiceReader.corrected(wrong, Map.of(
                "invoice.seller.taxId", "91330106MA2K0NEB0A", "invoice.date", "2026年3月9日",
                "invoice.net", "200"));

        assertThat(right.problems()).isEmpty();
        assertThat(right.value().orElseThrow().seller().taxId()).isEqualTo("91330106MA2K0NEB0A");
        assertThat(right.value().orElseThrow().net()).hasToString("200.00");
        assertThat(InvoiceReader.corrected(right, Map.of("invoice.gross", "abc")).value())
                .isEqualTo(right.value());
    }

    private static List<Refusal> judged(Map<String, String> changes) {
        return judged("xml", changes);
    }

    private static List<Refusal> judged(String source, Map<String, String> changes) {
        return InvoiceChecks.judge(changed(source, changes)).stream().map(Problem::name).toList();
    }

    private static Draft changed(String source, Map<String, String> changes) {
        Draft draft = new Draft("invoice", source);
        sound().fields().forEach(draft::put);
        changes.forEach((path, value) -> {
            draft.remove(path);
            draft.state(path, value);
        });
        return draft;
    }

    private static Draft sound() {
        Draft draft = new Draft("invoice", "xml");
        Map.ofEntries(Map.entry("type", "vat-ordinary"),
                Map.entry("number", "26332000000000000059"),
                Map.entry("date", "2026-03-09"), Map.entry("seller.name", "杭州一本账科技有限公司"),
                Map.entry("seller.taxId", "91330106MA2K0NEB0A"),
                Map.entry("buyer.name", "上海示例贸易有限公司"),
                Map.entry("buyer.taxId", "91310115MA1FB00K9D"), Map.entry("net", "200.00"),
                Map.entry("tax", "26.00"), Map.entry("gross", "226.00"),
                Map.entry("words", "贰佰贰拾陆圆整"),
                Map.entry("lines.0.name", "*文具*笔"), Map.entry("lines.0.net", "200.00"),
                Map.entry("lines.0.rate", "0.13"), Map.entry("lines.0.tax", "26.00"))
                .forEach((path, value) -> draft.state("invoice." + path, value));
        return draft;
    }
}
