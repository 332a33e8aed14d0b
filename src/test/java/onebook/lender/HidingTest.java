package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.ledger.Refusal;
import onebook.seal.CoveredLeaf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HidingTest {
    private static final int CUSTOMERS = 40;

    @TempDir
    private Path folder;

    private static String customer(int number) {
        return "客户" + (char) ('甲' + number) + number + "号贸易有限公司";
    }

    private static Hiding names(Set<String> names) {
        return new Hiding(false, false, names, Set.of());
    }

    /** Each customer buys on account and pays into the bank. */
    private static SmallBook trade() {
        SmallBook book = new SmallBook().covered().begin();
        for (int i = 0; i < CUSTOMERS; i++) {
            String number = "2633200000000000%04d".formatted(i);
            String sha256 = book.file("<invoice>" + customer(i) + number + "</invoice>", "xml");
            book.leaf("doc", "", Map.of("sha256", sha256, "media", "xml", "size", 1, "name",
                    customer(i) + ".xml", "channel", "file", "invoice", Map.of("key",
                            "invoice:" + number, "gross", "1010.00", "buyer_name", customer(i))));
            book.entry("2026-01-10", JournalEntry.Kind.ORDINARY,
                    List.of(Evidence.ofField(sha256, "invoice.buyer.name", customer(i))),
                    Posting.debit("1122", SmallBook.yuan("1010.00"), customer(i)),
                    Posting.credit("5001", SmallBook.yuan("1000.00")),
                    Posting.credit("2221", SmallBook.yuan("10.00")));
        }
        return book.close();
    }

    private static Set<String> third() {
        Set<String> hidden = new TreeSet<>();
        for (int i = 0; i < CUSTOMERS * 3 / 10; i++) {
            hidden.add(customer(i * 3));
        }
        return hidden;
    }

    private Verdict verify(Path file) throws IOException {
        return PackageVerifier.verify(file, Policy.ofLog(SmallBook.SIGNER.vkey()),
                Optional.empty());
    }

    /** Every byte a reader of the file can get at: as it is, and unpacked. */
    private static byte[] everything(Path file) throws IOException {
        List<byte[]> all = new ArrayList<>(List.of(Files.readAllBytes(file)));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry member : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(member).readAllBytes();
                all.add(member.getName().endsWith(".gz")
                        ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
                        : bytes);
            }
        }
        int length = all.stream().mapToInt(one -> one.length).sum();
        ByteBuffer joined = ByteBuffer.allocate(length);
        all.forEach(joined::put);
        return joined.array();
    }

    private static String member(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
        }
    }

    @Test
    void thirty_percent_of_names_are_hidden_and_nothing_else_changes() throws IOException {
        SmallBook book = trade();
        Path open = book.write(folder.resolve("open.obk"));
        Path hidden = book.hiding(names(third())).write(folder.resolve("hidden.obk"));

        assertThat(verify(open).exitCode()).isIn(Verdict.VERIFIED, Verdict.VERIFIED_WITH_FINDINGS);
        assertThat(verify(hidden).findings()).extracting(Finding::id).contains("HID-DOCUMENT")
                .doesNotContain("POP-DOCUMENT");
        assertThat(verify(hidden).findings()).extracting(Finding::severity)
                .doesNotContain(Finding.Severity.S1, Finding.Severity.S2);
        assertThat(verify(hidden).figures().root()).isEqualTo(verify(open).figures().root());
        for (String sums : List.of("books/trial-balance.csv", "books/statements.csv",
                "log/checkpoint")) {
            assertThat(member(hidden, sums)).isEqualTo(member(open, sums));
        }
        byte[] all = everything(hidden);
        third().forEach(name -> assertThat(NameSearch.of(List.of(name)).isIn(all)).as(name)
                .isFalse());
        for (int i = 1; i < CUSTOMERS; i += 3) {
            assertThat(NameSearch.of(List.of(customer(i))).isIn(all)).as(customer(i)).isTrue();
        }
    }

    @Test
    void documents_that_show_a_hidden_name_stay_at_home() throws IOException {
        Path hidden = trade().hiding(names(third())).write(folder.resolve("hidden.obk"));
        try (ZipFile zip = new ZipFile(hidden.toFile())) {
            assertThat(zip.stream().filter(one -> one.getName().startsWith("docs/")))
                    .hasSize(CUSTOMERS - third().size());
        }
    }

    @Test
    void with_every_name_hidden_no_name_is_left() throws IOException {
        Path hidden = trade().hiding(new Hiding(true, false, Set.of(), Set.of()))
                .write(folder.resolve("hidden.obk"));
        byte[] all = everything(hidden);
        for (int i = 0; i < CUSTOMERS; i++) {
            assertThat(NameSearch.of(List.of(customer(i))).isIn(all)).isFalse();
        }
        assertThat(verify(hidden).exitCode()).isIn(Verdict.VERIFIED,
                Verdict.VERIFIED_WITH_FINDINGS);
        assertThat(member(hidden, "manifest.json")).contains("\"level\":\"L1\"");
    }

    @Test
    void texts_can_be_hidden_while_names_are_shown() throws IOException {
        Path hidden = trade().hiding(new Hiding(false, true, Set.of(), Set.of()))
                .write(folder.resolve("hidden.obk"));
        byte[] all = everything(hidden);
        assertThat(NameSearch.of(List.of("货款")).isIn(all)).isFalse();
        assertThat(NameSearch.of(List.of(customer(7))).isIn(all)).isTrue();
        assertThat(verify(hidden).exitCode()).isIn(Verdict.VERIFIED,
                Verdict.VERIFIED_WITH_FINDINGS);
    }

    @Test
    void vouchers_of_an_account_show_neither_names_nor_texts() throws IOException {
        Path hidden = trade().hiding(new Hiding(false, false, Set.of(), Set.of("1122")))
                .write(folder.resolve("hidden.obk"));
        assertThat(member(hidden, "books/journal.csv")).doesNotContain("客户", "货款");
        assertThat(verify(hidden).exitCode()).isIn(Verdict.VERIFIED,
                Verdict.VERIFIED_WITH_FINDINGS);
    }

    @Test
    void a_name_that_the_chart_tells_cannot_be_hidden() {
        SmallBook book = new SmallBook().covered().begin();
        book.leaf("bank", "", Map.of("account", "1002.01", "line_id", "1", "date", "2026-01-03",
                "amount", "1.00", "party", "农行"));
        assertRefused(book.hiding(names(Set.of("农行"))), Refusal.NAME_CANNOT_BE_HIDDEN);
    }

    @Test
    void a_name_that_was_mistyped_is_not_taken_for_hidden() {
        assertRefused(trade().hiding(names(Set.of("客户甲贸易"))),
                Refusal.NAME_STANDS_NOWHERE);
    }

    private void assertRefused(SmallBook book, Refusal refusal) {
        assertThatThrownBy(() -> book.write(folder.resolve("x.obk")))
                .isInstanceOfSatisfying(HidingRefused.class, refused ->
                        assertThat(refused.refusal()).isEqualTo(refusal));
        assertThat(folder.resolve("x.obk")).doesNotExist();
    }

    @Test
    void a_forged_name_breaks_the_package() {
        Forgery.assertMalformed(disclosing(text ->
                text.replaceFirst(customer(1), customer(2))));
    }

    @Test
    void a_part_of_no_leaf_breaks_the_package() {
        for (String more : List.of("99999\tnames\t[\"s\",\"x\"]\n",
                "0\tnames\t[\"s\",\"x\"]\n", "cut")) {
            Forgery.assertMalformed(disclosing(text -> text + more));
        }
        Forgery.assertMalformed(disclosing(text -> text.substring(text.indexOf('\n') + 1) + text));
    }

    @Test
    void nothing_stands_behind_what_is_disclosed() {
        for (byte[] more : List.of("x".getBytes(UTF_8), gzip(""), new byte[8])) {
            Forgery.assertMalformed(new Forgery(folder).resigned(trade(), members ->
                    members.computeIfPresent(PackageFiles.DISCLOSURES, (name, packed) ->
                            ByteEdits.joined(packed, more))));
        }
    }

    @Test
    void one_tag_for_two_names_is_told() {
        NamesByTag names = new NamesByTag();
        names.accept("~AAAAAAAAAAAAAAAA", "甲");
        names.accept("~AAAAAAAAAAAAAAAA", "甲");
        assertThat(names.failures()).isEmpty();
        names.accept("~AAAAAAAAAAAAAAAA", "乙");
        names.accept("~BBBBBBBBBBBBBBBB", "甲");
        assertThat(names.failures()).extracting(Finding::id).containsExactly("INT-NAME",
                "INT-NAME");
    }

    private Verdict disclosing(UnaryOperator<String> change) {
        return new Forgery(folder).resigned(trade(), members ->
                members.computeIfPresent(PackageFiles.DISCLOSURES, (name, packed) ->
                        gzip(change.apply(text(packed)))));
    }

    static String text(byte[] packed) {
        try {
            return new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(),
                    UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
            zipped.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    @Test
    void a_leaf_is_never_left_out_whatever_is_hidden() {
        SmallBook book = trade();
        Hiding all = new Hiding(true, true, Set.of(), Set.of());
        book.leaves.forEach(kept -> assertThat(CoveredLeaf.of(all.shown(kept,
                NameSearch.of(Set.of()))).line()).isEqualTo(CoveredLeaf.of(kept).line()));
    }
}
