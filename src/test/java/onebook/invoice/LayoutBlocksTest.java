package onebook.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.document.Glyph;
import onebook.document.Letters;
import onebook.document.PageText;
import onebook.document.Tilt;
import onebook.ledger.Evidence.Box;
import org.junit.jupiter.api.Test;

/** The print of real invoices, as text blocks with boxes; numbers are masked with asterisks. */
class LayoutBlocksTest {
    private static final String FOLDER = "invoice-cn/layout-blocks/test/fixtures/blocks/";

    @Test
    void side_by_side_parties_are_told_apart_by_where_they_stand() throws IOException {
        Draft draft = read("vat_didi.json");

        assertThat(draft.value("invoice.type")).isEqualTo("vat-ordinary");
        assertThat(draft.value("invoice.number")).isEqualTo("71662555************");
        assertThat(draft.value("invoice.date")).isEqualTo("2026-07-31");
        assertThat(draft.value("invoice.buyer.name")).isEqualTo("某通信公司北京分公司");
        assertThat(draft.value("invoice.seller.name")).isEqualTo("某出行公司");
    }

    @Test
    void discount_line_and_wrapped_names_are_kept() throws IOException {
        Draft draft = read("vat_didi.json");

        assertThat(draft.lines()).isEqualTo(2);
        assertThat(draft.value("invoice.lines.0.name")).isEqualTo("*交通运输服务*客运服务费");
        assertThat(draft.value("invoice.lines.1.name")).isEqualTo("*交通运输服务*客运服务费");
        assertThat(line(draft, 0)).isEqualTo("1 103.51 103.51 0.03 3.11");
        assertThat(line(draft, 1)).isEqualTo("- - -8.16 0.03 -0.24");
        assertThat(totals(draft)).isEqualTo("95.35 2.87 98.22");
    }

    @Test
    void words_and_labels_drawn_character_by_character_are_read() throws IOException {
        Draft draft = read("vat_jd.json");

        assertThat(draft.value("invoice.buyer.name")).isEqualTo("个人");
        assertThat(draft.has("invoice.buyer.taxId")).isFalse();
        assertThat(draft.value("invoice.seller.name")).isEqualTo("某电商健康公司");
        assertThat(totals(draft)).isEqualTo("327.50 42.58 370.08");
        assertThat(draft.value("invoice.words")).isEqualTo("叁佰柒拾圆零捌分");
        assertThat(draft.lines()).isEqualTo(2);
        assertThat(draft.value("invoice.lines.0.name")).isEqualTo(
                "*营养保健食品*拜奥（BioGaia）婴儿益生菌滴剂易滴版5ml/瓶罗伊氏乳杆菌DSM179380-3岁可用");
        assertThat(draft.value("invoice.lines.0.spec")).isEqualTo("BI-004");
        assertThat(line(draft, 0)).isEqualTo("1 352.21 352.21 0.13 45.79");
        assertThat(line(draft, 1)).isEqualTo("- - -24.71 0.13 -3.21");
    }

    @Test
    void fuel_line_has_all_its_columns() throws IOException {
        Draft draft = read("vat_fuel.json");

        assertThat(draft.value("invoice.buyer.name")).isEqualTo("某乘客（个人）");
        assertThat(draft.value("invoice.seller.name")).isEqualTo("某石化销售分公司");
        assertThat(draft.value("invoice.lines.0.name")).isEqualTo("*汽油*92号京标车用汽油(VIB)");
        assertThat(draft.value("invoice.lines.0.spec")).isEqualTo("92号");
        assertThat(draft.value("invoice.lines.0.unit")).isEqualTo("升");
        assertThat(line(draft, 0)).isEqualTo("29.34468090 6.69619461 183.63 0.13 23.87");
        assertThat(totals(draft)).isEqualTo("183.63 23.87 207.50");
    }

    @Test
    void travel_invoice_without_unit_column_is_read() throws IOException {
        Draft draft = read("vat_travel_1.json");

        assertThat(draft.value("invoice.buyer.name")).isEqualTo("某通信公司北京分公司");
        assertThat(line(draft, 0)).isEqualTo("1 22.690186 22.15 0.03 0.66");
        assertThat(totals(draft)).isEqualTo("22.15 0.66 22.81");
    }

    @Test
    void older_form_has_the_seller_below_the_table() throws IOException {
        Draft draft = read("vat_travel_old2023.json");

        assertThat(draft.value("invoice.code")).isEqualTo("589557855666");
        assertThat(draft.value("invoice.number")).isEqualTo("66924045");
        assertThat(draft.value("invoice.date")).isEqualTo("2023-11-15");
        assertThat(draft.value("invoice.buyer.name")).isEqualTo("某通信公司北京分公司");
        assertThat(draft.value("invoice.seller.name")).isEqualTo("某科技公司分公司");
        assertThat(line(draft, 0)).isEqualTo("1 59.84350370 59.40 0.03 1.78");
        assertThat(totals(draft)).isEqualTo("59.40 1.78 61.18");
    }

    @Test
    void rail_ticket_states_its_fare_and_the_tax_follows() throws IOException {
        Draft draft = read("train_eticket.json");

        assertThat(draft.kind).isEqualTo("rail-ticket");
        assertThat(draft.value("invoice.date")).isEqualTo("2026-08-02");
        assertThat(draft.value("invoice.buyer.name")).isEqualTo("某通信公司北京分公司");
        assertThat(totals(draft)).isEqualTo("312.39 28.11 340.50");
    }

    @Test
    void medical_receipts_are_receipts_and_no_invoices() throws IOException {
        for (String name : List.of("medical_2col", "medical_outpatient",
                "medical_inpatient_3page")) {
            List<PageText> pages = pages(name + ".json");
            assertThat(PrintedInvoice.read(pages, "pdf-text")).as(name).isEmpty();
            assertThat(PrintedInvoice.kind(pages)).as(name).isEqualTo("receipt");
        }
    }

    private static String line(Draft draft, int i) {
        StringBuilder all = new StringBuilder();
        for (String field : List.of("quantity", "unitPrice", "net", "rate", "tax")) {
            String value = draft.value(Draft.line(i, field));
            all.append(all.length() == 0 ? "" : " ").append(value.isEmpty() ? "-" : value);
        }
        return all.toString();
    }

    private static String totals(Draft draft) {
        return draft.value("invoice.net") + " " + draft.value("invoice.tax") + " "
                + draft.value("invoice.gross");
    }

    private static Draft read(String name) throws IOException {
        return PrintedInvoice.read(pages(name), "pdf-text").orElseThrow();
    }

    private static List<PageText> pages(String name) throws IOException {
        JsonNode blocks = new ObjectMapper().readTree(Corpora.file(FOLDER + name).toFile());
        Map<Integer, List<List<Glyph>>> pages = new TreeMap<>();
        for (JsonNode block : blocks) {
            pages.computeIfAbsent(block.get("page").asInt() + 1, k -> new ArrayList<>())
                    .add(run(block));
        }
        return pages.entrySet().stream()
                .map(page -> new PageText(page.getKey(), page.getValue(), Tilt.NONE)).toList();
    }

    private static List<Glyph> run(JsonNode block) {
        String text = Letters.plain(block.get("text").asText()).replace(" ", "").replace("Ⅵ", "VI");
        JsonNode box = block.get("bbox");
        int left = (int) (box.get(0).asDouble() * 10_000 / 610);
        int right = (int) (box.get(2).asDouble() * 10_000 / 610);
        int top = (int) (box.get(1).asDouble() * 10_000 / 394);
        int bottom = (int) (box.get(3).asDouble() * 10_000 / 394);
        List<Glyph> run = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            int from = left + (right - left) * i / text.length();
            int to = left + (right - left) * (i + 1) / text.length();
            run.add(new Glyph(text.charAt(i), new Box(from, top, to - from, bottom - top), 1000));
        }
        return run;
    }
}
