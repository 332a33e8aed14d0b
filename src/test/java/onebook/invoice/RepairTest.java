package onebook.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import onebook.document.Field;
import onebook.document.Region;
import onebook.ledger.Evidence.Box;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arithmetic and the code put right in a scan, and what they leave to a person. */
class RepairTest {
    private Draft draft;

    @BeforeEach
    void scan_of_an_invoice() {
        draft = new Draft("invoice", "ocr");
        draft.state("invoice.type", "vat-ordinary");
        seen("number", "26332000000000000059", "26332000000000000059");
        seen("date", "2026-03-09", "2026年03月09日");
        seen("seller.name", "杭州一本账科技有限公司", "");
        seen("seller.taxId", "91330106MA2K0NEB0A", "91330106MA2K0NEB0A");
        seen("buyer.name", "上海示例贸易有限公司", "");
        seen("buyer.taxId", "91310115MA1FB00K9D", "91310115MA1FB00K9D");
        seen("net", "200.00", "¥200.00");
        seen("tax", "26.00", "¥26.00");
        seen("gross", "226.00", "¥226.00");
        seen("words", "贰佰贰拾陆圆整", "贰佰贰拾陆圆整");
        line(0, "120.00", "0.13", "15.60");
        line(1, "80.00", "0.13", "10.40");
    }

    @Test
    void a_whole_scan_is_left_as_it_is() {
        String before = draft.fields().toString();
        ScanRepair.repair(draft);

        assertThat(draft.fields().toString()).isEqualTo(before);
        assertThat(InvoiceChecks.judge(draft)).isEmpty();
    }

    @Test
    void a_lost_point_is_put_back_and_the_field_says_so() {
        seen("tax", "2600.00", "¥2600");
        ScanRepair.repair(draft);

        assertThat(draft.value("invoice.tax")).isEqualTo("26.00");
        assertThat(draft.field("invoice.tax").map(Field::text).orElse("")).contains("¥2600")
                .contains("put right");
        assertThat(InvoiceChecks.judge(draft)).isEmpty();
    }

    @Test
    void a_yuan_sign_read_as_a_figure_is_taken_away() {
        seen("net", "4200.00", "4200.00");
        ScanRepair.repair(draft);

        assertThat(draft.value("invoice.net")).isEqualTo("200.00");
        assertThat(InvoiceChecks.judge(draft)).isEmpty();
    }

    @Test
    void a_sum_that_was_not_seen_follows_from_the_others() {
        draft.remove("invoice.net");
        ScanRepair.repair(draft);

        assertThat(draft.value("invoice.net")).isEqualTo("200.00");
        assertThat(draft.field("invoice.net").map(Field::text).orElse(""))
                .contains("from the other sums");
    }

    @Test
    void one_line_that_lost_its_amount_gets_what_the_total_leaves() {
        draft.remove("invoice.lines.1.tax");
        ScanRepair.repair(draft);

        assertThat(draft.value("invoice.lines.1.tax")).isEqualTo("10.40");
        assertThat(InvoiceChecks.judge(draft)).isEmpty();
    }

    @Test
    void two_lines_that_lost_their_amounts_go_to_a_person() {
        draft.remove("invoice.lines.0.net");
        draft.remove("invoice.lines.1.net");
        ScanRepair.repair(draft);

        assertThat(draft.has("invoice.lines.1.net")).isFalse();
        assertThat(InvoiceChecks.judge(draft)).isNotEmpty();
    }

    @Test
    void two_sums_that_contradict_words_and_lines_are_not_forced() {
        seen("net", "300.00", "¥300.00");
        seen("gross", "339.00", "¥339.00");
        seen("words", "壹圆整", "壹圆整");
        ScanRepair.repair(draft);

        assertThat(InvoiceChecks.judge(draft)).isNotEmpty();
    }

    @Test
    void words_with_a_misread_sign_are_put_right_by_the_sums() {
        seen("words", "贰佰贡拾陆圆整", "贰佰贡拾陆圆整");
        ScanRepair.repair(draft);

        assertThat(draft.value("invoice.words")).isEqualTo("贰佰贰拾陆圆整");
    }

    @Test
    void the_code_fills_the_number_and_overrules_what_was_read_unsurely() {
        draft.remove("invoice.date");
        draft.put(new Field("invoice.number", "26332000000000000069", 0.5, 1,
                java.util.Optional.empty(), ""));
        code("01,32,,26332000000000000059,226.00,20260309,,ABCD,");
        ScanRepair.repair(draft);

        assertThat(draft.value("invoice.number")).isEqualTo("26332000000000000059");
        assertThat(draft.value("invoice.date")).isEqualTo("2026-03-09");
        assertThat(InvoiceChecks.judge(draft)).isEmpty();
    }

    @Test
    void a_code_that_contradicts_sure_print_is_a_problem_and_not_a_repair() {
        code("01,32,,26332000000000000069,226.00,20260309,,ABCD,");
        ScanRepair.repair(draft);

        assertThat(draft.value("invoice.number")).isEqualTo("26332000000000000059");
        assertThat(InvoiceChecks.judge(draft)).extracting(p -> p.name().name())
                .containsExactly("QR_DIFFERS_FROM_PRINT");
    }

    @Test
    void a_number_read_unsurely_without_a_code_is_doubtful() {
        draft.put(new Field("invoice.number", "26332000000000000059", 0.8, 1,
                java.util.Optional.empty(), ""));

        assertThat(InvoiceChecks.judge(draft)).extracting(p -> p.name().name())
                .containsExactly("KEY_FIELD_IS_DOUBTFUL");
    }

    @Test
    void sums_that_nothing_confirms_are_doubtful() {
        draft.remove("invoice.words");

        assertThat(InvoiceChecks.judge(draft)).extracting(p -> p.name().name())
                .containsExactly("KEY_FIELD_IS_DOUBTFUL");
    }

    @Test
    void data_are_never_repaired() {
        Draft stated = new Draft("invoice", "xml");
        draft.fields().forEach(stated::put);
        stated.state("invoice.tax", "2600.00");
        ScanRepair.repair(stated);

        assertThat(stated.value("invoice.tax")).isEqualTo("2600.00");
    }

    private void code(String text) {
        draft.print("invoice.qr", text, new Region(1, new Box(0, 0, 1, 1), text, 1000));
    }

    private void seen(String field, String value, String text) {
        draft.print("invoice." + field, value, new Region(1, new Box(0, 0, 1, 1), text, 980));
    }

    private void line(int i, String net, String rate, String tax) {
        seen("lines." + i + ".name", "*文具*笔", "*文具*笔");
        seen("lines." + i + ".net", net, net);
        seen("lines." + i + ".rate", rate, rate);
        seen("lines." + i + ".tax", tax, tax);
    }
}
