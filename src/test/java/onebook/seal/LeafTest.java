package onebook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafTest {
    private static final Instant NOW = Instant.parse("2026-04-01T01:02:03.5Z");
    private static final String DOCUMENT = "ab".repeat(32);

    private static final JournalEntry ENTRY = new JournalEntry(EntryNumber.parse("2026-03-0007"),
            LocalDate.parse("2026-03-05"), JournalEntry.Kind.CORRECTION, "冲销 销售 \"打印机\"",
            List.of(Posting.debit("1122", Money.parse("-1010.00"), "浙江云帆科技有限公司"),
                    Posting.credit("5001", Money.parse("-1000.00")),
                    Posting.credit("2221.01", Money.parse("-10.00"))),
            List.of(new Evidence(DOCUMENT, "invoice.gross", 1,
                    Optional.of(new Evidence.Box(1, 20, 300, 4000)), "¥1010.00"),
                    Evidence.ofField(DOCUMENT, "line:17", "")),
            "sales-invoice", "seller is us", "rule", "p-1",
            Optional.of(EntryNumber.parse("2026-01-0001")));

    private static final List<Optional<Veil>> VEILS =
            List.of(Optional.empty(), Optional.of(Veil.create()));

    private static Leaf leaf(String kind, long index, Map<String, Object> body, List<Long> refs) {
        return new Leaf(kind, index, NOW, "91330106MA2K00001X", "statutory", "2026-03", body, refs);
    }

    @Test
    void a_leaf_is_one_canonical_line() {
        Map<String, Object> body = Map.of("who", "王芳", "what", "close", "n", 1);
        assertThat(leaf("op", 3, body, List.of(0L, 2L)).bytes()).asString(UTF_8).isEqualTo(
                "{\"b\":\"statutory\",\"d\":{\"n\":1,\"what\":\"close\","
                        + "\"who\":\"王芳\"},\"e\":\"91330106MA2K00001X\",\"n\":3,\"p\":\"2026-03\","
                        + "\"ref\":[0,2],\"t\":\"op\",\"ts\":\"2026-04-01T01:02:03.500Z\","
                        + "\"v\":1}");
    }

    @Test
    void an_entry_comes_back_with_every_field() {
        Leaf leaf = leaf("entry", 9, Leaf.bodyOf(ENTRY), List.of(4L));
        Leaf again = Leaf.parse(leaf.bytes());

        assertThat(again).isEqualTo(leaf);
        assertThat(Leaf.entryOf(again)).isEqualTo(ENTRY);
        assertThat(again.bytes()).isEqualTo(leaf.bytes());
    }

    @Test
    void what_a_line_says_beyond_its_amount_comes_back() {
        Posting.Details details = Posting.Details.NONE.withMemo("第二行").withCashFlow(6)
                .with(Account.Dimension.DEPARTMENT, "门市部")
                .with(new Posting.Foreign(new Money(10_000, "USD"), new BigDecimal("7.1055")))
                .with(new Posting.Quantity(new BigDecimal("-2.5"), new BigDecimal("284.22")));
        JournalEntry entry = new JournalEntry(ENTRY.number(), ENTRY.date(),
                JournalEntry.Kind.SUPPLEMENT, "x",
                List.of(ENTRY.postings().get(0).with(details), ENTRY.postings().get(1)),
                List.of(Evidence.without("口头约定")), "by-hand", "w",
                new JournalEntry.Hands("李雷", "韩梅", "王芳"), "p", ENTRY.corrects(), 3,
                List.of("invoice:1", "document:2"));
        Leaf leaf = Leaf.parse(leaf("entry", 9, Leaf.bodyOf(entry), List.of(4L)).bytes());
        assertThat(Leaf.entryOf(leaf)).isEqualTo(entry);
    }

    @Test
    void an_entry_written_straight_has_the_bytes_of_its_leaf() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            JournalEntry entry = random(random);
            List<Long> refs = random.nextBoolean() ? List.of() : List.of(2L, 3L);
            Leaf leaf = new Leaf("entry", 9, NOW, "91330106MA2K00001X", "statutory",
                    entry.period().toString(), Leaf.bodyOf(entry), refs);
            for (Optional<Veil> veil : VEILS) {
                assertThat(Leaf.kept(entry, new Leaf.Place(9, NOW, "91330106MA2K00001X",
                        "statutory"), refs, veil)).asString(UTF_8)
                        .isEqualTo(new String(leaf.kept(veil), UTF_8));
            }
        }
    }

    private static JournalEntry random(Random random) {
        String odd = (random.nextInt(5) == 0 ? "~" : "") + "\"\\/\u0001\t\n账\uD83D\uDE00"
                + random.nextInt();
        List<Posting> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Posting line = new Posting(AccountCode.of("100" + i), Side.values()[i % 2],
                    Money.cny(random.nextLong() >> 20), random.nextBoolean() ? "" : odd);
            lines.add(random.nextBoolean() ? line : line.with(Posting.Details.NONE.withMemo(odd)
                    .with(Account.Dimension.PROJECT, odd)));
        }
        String[] people = {"rule", "王芳", odd};
        return new JournalEntry(EntryNumber.parse("2026-0" + (1 + random.nextInt(9)) + "-0012345"),
                LocalDate.parse("2026-03-05"), JournalEntry.Kind.values()[random.nextInt(5)], odd,
                lines, ENTRY.evidence().subList(0, random.nextInt(3)), "r", odd,
                new JournalEntry.Hands(people[random.nextInt(3)], people[random.nextInt(3)],
                        people[random.nextInt(3)]), "p", random.nextBoolean() ? Optional.empty()
                        : Optional.of(EntryNumber.parse("2026-01-0001")), random.nextInt(3),
                List.of(odd, "invoice:1").subList(0, random.nextInt(3)));
    }

    @Test
    void an_entry_in_foreign_currency_comes_back() {
        JournalEntry yen = new JournalEntry(ENTRY.number(), ENTRY.date(), ENTRY.kind(), "x",
                List.of(new Posting(AccountCode.of("1002.01"), Side.DEBIT, new Money(500, "JPY"),
                        "")),
                List.of(), "r", "w", "b", "p", Optional.empty());
        assertThat(Leaf.entryOf(leaf("entry", 1, Leaf.bodyOf(yen), List.of()))).isEqualTo(yen);
    }

    @ParameterizedTest
    @CsvSource({"amount,1010", "amount,1010.0", "amount,1.01e3", "currency,CNY", "party,''",
        "side,Debit", "side,left", "account,11", "extra,x"})
    void a_posting_written_otherwise_is_malformed(String key, String value) {
        Map<String, Object> posting = new TreeMap<>(Map.of("account", "1122", "side", "debit",
                "amount", "1010.00"));
        Map<String, Object> body = new TreeMap<>(Leaf.bodyOf(ENTRY));
        body.put("postings", List.of(new TreeMap<>(posting)));
        assertThat(Leaf.entryOf(leaf("entry", 1, body, List.of())).postings()).hasSize(1);

        posting.put(key, value);
        body.put("postings", List.of(posting));
        Leaf leaf = leaf("entry", 1, body, List.of());
        assertThatThrownBy(() -> Leaf.entryOf(leaf)).isInstanceOf(MalformedException.class);
    }

    @Test
    void an_entry_that_lacks_a_field_or_has_a_strange_one_is_malformed() {
        for (String key : Leaf.bodyOf(ENTRY).keySet()) {
            Map<String, Object> body = new TreeMap<>(Leaf.bodyOf(ENTRY));
            body.put(key, List.of(List.of()));
            assertThatThrownBy(() -> Leaf.entryOf(leaf("entry", 1, body, List.of())))
                    .as(key).isInstanceOf(MalformedException.class);
            body.remove(key);
            if (!key.equals("corrects")) {
                assertThatThrownBy(() -> Leaf.entryOf(leaf("entry", 1, body, List.of())))
                        .as(key).isInstanceOf(MalformedException.class);
            }
        }
        assertThatThrownBy(() -> Leaf.entryOf(leaf("doc", 1, Leaf.bodyOf(ENTRY), List.of())))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void a_leaf_of_more_than_65535_bytes_is_refused() {
        int frame = leaf("op", 0, Map.of("x", ""), List.of()).bytes().length;
        Leaf largest = leaf("op", 0, Map.of("x", "y".repeat(65_535 - frame)), List.of());
        assertThat(largest.bytes()).hasSize(65_535);
        assertThat(Leaf.parse(largest.bytes())).isEqualTo(largest);

        Leaf larger = leaf("op", 0, Map.of("x", "y".repeat(65_536 - frame)), List.of());
        assertThatThrownBy(larger::bytes).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Leaf.parse(new byte[65_536]))
                .isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"v\":1|\"v\":2", "\"v\":1|\"v\":\"1\"",
        "\"t\":\"op\"|\"t\":\"Op\"", "\"t\":\"op\"|\"t\":\"\"",
        "\"n\":3|\"n\":-3", "\"n\":3|\"n\":\"3\"", "03.500Z|03.5Z", "03.500Z|03.500+00:00",
        "2026-04-01T|2026-04-31T", "\"p\":\"2026-03\"|\"p\":\"2026-13\"", "\"ref\":[0]|\"ref\":[3]",
        "\"ref\":[0]|\"ref\":[-1]", "\"ref\":[0]|\"ref\":0", "\"ref\":[0]|\"ref\":[\"0\"]",
        "\"d\":{}|\"d\":[]", "\"b\":\"statutory\",|", "\"v\":1|\"v\":1,\"w\":1",
        "\"e\":\"|\"e\":1,\"f\":\""})
    void a_leaf_in_another_form_is_malformed(String good, String bad) {
        String line = new String(leaf("op", 3, Map.of(), List.of(0L)).bytes(), UTF_8);
        assertThat(line).contains(good);
        byte[] changed = line.replace(good, bad == null ? "" : bad).getBytes(UTF_8);
        assertThatThrownBy(() -> Leaf.parse(changed)).isInstanceOf(MalformedException.class);
    }

    @Test
    void a_body_cannot_be_changed_after_the_leaf_was_made() {
        Map<String, Object> inner = new TreeMap<>(Map.of("a", 1L));
        Leaf leaf = leaf("op", 0, Map.of("inner", inner), List.of());
        byte[] before = leaf.bytes();
        inner.put("a", 2L);
        assertThat(leaf.bytes()).isEqualTo(before);
        assertThatThrownBy(() -> leaf.body().put("b", 1L))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
