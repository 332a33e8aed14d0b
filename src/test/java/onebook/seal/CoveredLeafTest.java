package onebook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoveredLeafTest {
    private static final String ENTITY = "91330106MA2K00001X";
    private static final String CUSTOMER = "浙江云帆科技有限公司";
    private static final Veil VEIL = Veil.parse("07".repeat(32));

    private static final Leaf SALE = leaf("doc", 5, Map.of("sha256", "ab".repeat(32), "name",
            "云帆.xml", "invoice", Map.of("key", "invoice:1", "gross", "1010.00", "seller_tax_id",
                    ENTITY, "seller_name", "本公司", "buyer_name", CUSTOMER, "buyer_tax_id",
                    "91330100X", "lines", List.of(Map.of("name", "打印机", "net", "1000.00")))));

    private static Leaf leaf(String kind, long index, Map<String, Object> body) {
        return new Leaf(kind, index, Instant.EPOCH, ENTITY, "statutory", "", body, List.of());
    }

    private static CoveredLeaf covered(Leaf leaf) {
        return CoveredLeaf.of(leaf.kept(Optional.of(VEIL)));
    }

    @Test
    void the_line_shows_amounts_and_covers_names_and_texts() {
        CoveredLeaf covered = covered(SALE);
        String line = new String(covered.line(), UTF_8);

        assertThat(line).contains("1010.00", "invoice:1", "\"seller_tax_id\":\"" + ENTITY,
                "\"name\":\"~\"", "\"sd\":{\"names\":\"");
        assertThat(line).doesNotContain(CUSTOMER, "云帆", "打印机", "91330100X");
        assertThat(covered.names().map(part -> new String(part, UTF_8)).orElseThrow())
                .startsWith("[\"").endsWith("\",\"" + CUSTOMER + "\",\"91330100X\",\"本公司\"]");
        assertThat(covered.texts().map(part -> new String(part, UTF_8)).orElseThrow())
                .endsWith("\",\"打印机\",\"云帆.xml\"]");
    }

    @Test
    void with_its_parts_the_leaf_is_what_it_was() {
        assertThat(Leaf.parse(SALE.kept(Optional.of(VEIL)))).isEqualTo(SALE);
        assertThat(covered(SALE).leaf()).isEqualTo(SALE);
        assertThat(Leaf.hash(SALE.kept(Optional.of(VEIL))))
                .isEqualTo(MerkleLog.leafHash(covered(SALE).line()));
    }

    @Test
    void a_name_has_one_tag_in_all_leaves_and_another_in_another_book() {
        Leaf bank = leaf("bank", 9, Map.of("account", "1002.01", "party", CUSTOMER));
        Map<?, ?> invoice = (Map<?, ?>) Leaf.line(covered(SALE).line()).body().get("invoice");
        Object tag = Leaf.line(covered(bank).line()).body().get("party");

        assertThat(invoice.get("buyer_name")).isEqualTo(tag);
        assertThat(Veil.isTag((String) tag)).isTrue();
        assertThat(Veil.create().tag(CUSTOMER)).isNotEqualTo(tag);
    }

    @Test
    void without_names_the_texts_come_back_and_the_tags_stay() {
        Leaf leaf = new CoveredLeaf(covered(SALE).line(), Optional.empty(),
                covered(SALE).texts()).leaf();
        Map<?, ?> invoice = (Map<?, ?>) leaf.body().get("invoice");

        assertThat(leaf.body().get("name")).isEqualTo("云帆.xml");
        assertThat(Veil.isTag((String) invoice.get("buyer_name"))).isTrue();
        assertThat(leaf.covered()).containsOnlyKeys("names");
    }

    @Test
    void a_book_that_lost_a_part_is_told() {
        byte[] kept = new CoveredLeaf(covered(SALE).line(), covered(SALE).names(),
                Optional.empty()).kept();
        assertThatThrownBy(() -> Leaf.parse(kept)).isInstanceOf(MalformedException.class)
                .hasMessageContaining("lacks what it covers");
        assertThatThrownBy(() -> Leaf.parse(covered(SALE).line()))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void no_changed_part_is_taken() {
        CoveredLeaf covered = covered(SALE);
        for (byte[] part : List.of(covered.names().orElseThrow(), covered.texts().orElseThrow())) {
            for (int i = 0; i < part.length; i++) {
                byte[] other = part.clone();
                other[i] ^= 1;
                boolean isNames = part == covered.names().orElseThrow();
                CoveredLeaf forged = new CoveredLeaf(covered.line(),
                        isNames ? Optional.of(other) : covered.names(),
                        isNames ? covered.texts() : Optional.of(other));
                assertThatThrownBy(forged::leaf).isInstanceOf(MalformedException.class);
            }
        }
    }

    @Test
    void the_parts_of_another_leaf_fit_nowhere() {
        CoveredLeaf same = covered(leaf("doc", 6, SALE.body()));
        assertThatThrownBy(() -> new CoveredLeaf(covered(SALE).line(), same.names(),
                same.texts()).leaf()).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new CoveredLeaf(covered(SALE).line(), covered(SALE).texts(),
                covered(SALE).names()).leaf()).isInstanceOf(MalformedException.class);
    }

    @Test
    void a_part_that_a_leaf_does_not_cover_is_refused() {
        byte[] plain = SALE.bytes();
        assertThatThrownBy(() -> new CoveredLeaf(plain, covered(SALE).names(),
                Optional.empty()).leaf()).isInstanceOf(MalformedException.class);
    }

    @Test
    void a_text_that_looks_like_a_mark_is_covered_and_comes_back() {
        Leaf odd = leaf("op", 7, Map.of("who", "~", "what", "~AAAAAAAAAAAAAAAA"));
        assertThat(Leaf.parse(odd.kept(Optional.of(VEIL)))).isEqualTo(odd);
        Leaf name = leaf("bank", 7, Map.of("party", "~", "memo", "", "account", "1002"));
        assertThat(Leaf.parse(name.kept(Optional.of(VEIL)))).isEqualTo(name);
    }

    @Test
    void a_tag_that_is_none_is_refused_where_names_are_given() {
        String line = new String(covered(SALE).line(), UTF_8);
        int tag = line.indexOf("\"~", line.indexOf("buyer_name")) + 1;
        String forged = line.substring(0, tag) + "~short" + line.substring(tag + 17);
        assertThatThrownBy(() -> new CoveredLeaf(forged.getBytes(UTF_8), covered(SALE).names(),
                Optional.empty()).leaf()).isInstanceOf(MalformedException.class);
    }

    @Test
    void what_a_leaf_covers_is_said_in_one_form() {
        String line = new String(covered(SALE).line(), UTF_8);
        for (String other : List.of(line.replaceFirst("\"sd\":\\{.*?\\}", "\"sd\":{}"),
                line.replaceFirst("\"texts\":", "\"words\":"),
                line.replaceFirst("\"texts\":\"", "\"texts\":\"A"),
                line.replaceFirst("\"sd\":\\{.*?\\}", "\"sd\":1"))) {
            assertThat(other).isNotEqualTo(line);
            assertThatThrownBy(() -> Leaf.line(other.getBytes(UTF_8)))
                    .isInstanceOf(MalformedException.class);
        }
        byte[] twoLines = Arrays.copyOf(covered(SALE).kept(), covered(SALE).line().length + 5);
        assertThatThrownBy(() -> Leaf.parse(twoLines)).isInstanceOf(MalformedException.class);
    }
}
