package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static onebook.lender.Forgery.assertBroken;
import static onebook.lender.Forgery.assertMalformed;
import static onebook.lender.Forgery.edit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.zip.GZIPOutputStream;
import onebook.seal.MerkleLog;
import onebook.seal.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the file: some by a stranger, most by an owner who holds the key and signs again. */
class AttackTest {
    @TempDir
    private Path folder;
    private Forgery forgery;

    @BeforeEach
    void a_forger() {
        forgery = new Forgery(folder);
    }

    // ---- the members

    @ParameterizedTest
    @ValueSource(strings = {PackageFiles.JOURNAL, PackageFiles.TRIAL_BALANCE,
            PackageFiles.STATEMENTS})
    void a_table_that_says_something_else_than_the_log(String table) {
        assertBroken(forgery.resigned(edit(table, "1000.00", "9000.00")), "INT-TABLE");
        assertBroken(forgery.unsigned(edit(table, "1000.00", "9000.00")), "INT-MANIFEST");
        assertBroken(forgery.resigned(members -> members.remove(table)), "INT-TABLE");
    }

    @Test
    void a_workbook_exchanged_by_a_stranger() {
        assertBroken(forgery.unsigned(members -> members.put(PackageFiles.STATEMENTS_XLSX,
                new byte[9])),
                "INT-MANIFEST");
    }

    @Test
    void a_member_added_or_taken_away_by_a_stranger() {
        assertBroken(forgery.unsigned(members -> members.put("books/audit-opinion.pdf",
                new byte[9])),
                "INT-MANIFEST");
        assertBroken(forgery.unsigned(members -> members.remove(PackageFiles.REPORT)),
                "INT-MANIFEST");
    }

    @Test
    void a_member_nobody_compares_with_anything_is_named() {
        Verdict verdict = forgery.resigned(members -> members.put("books/audit-opinion.pdf",
                new byte[9]));
        assertThat(verdict.exitCode()).isEqualTo(4);
        assertThat(verdict.findings()).extracting(Finding::id).containsExactly("UNK-FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {PackageFiles.ENTRIES, PackageFiles.CHECKPOINT, PackageFiles.CHART,
        ZipLayout.MIMETYPE})
    void a_member_without_which_nothing_can_be_checked(String name) {
        assertThat(forgery.unsigned(members -> members.remove(name)).exitCode()).isIn(1, 3);
        assertThat(forgery.resigned(members -> members.put(name, "?".getBytes(UTF_8))).exitCode())
                .isIn(1, 3);
    }

    @Test
    void tiles_of_another_tree() {
        String tile = new ArrayList<>(Tiles.of(log(SmallBook.honest())).keySet()).get(0);
        String path = PackageFiles.TILES + tile;
        assertBroken(forgery.resigned(members -> members.get(path)[5] ^= 1), "INT-TILES");
        assertBroken(forgery.resigned(members -> members.remove(path)), "INT-TILES");
        assertBroken(forgery.resigned(members -> members.put(PackageFiles.TILES + "0/001.p/1",
                new byte[32])),
                "INT-TILES");
    }

    static MerkleLog log(SmallBook book) {
        MerkleLog log = new MerkleLog();
        book.leaves.forEach(log::append);
        return log;
    }

    @Test
    void a_document_exchanged_under_its_name_or_never_logged() {
        SmallBook book = SmallBook.honest();
        String name = PackageFiles.DOCUMENTS + book.documents.keySet().iterator().next();
        assertBroken(forgery.resigned(members -> members.put(name, "forged".getBytes(UTF_8))),
                "INT-DOCUMENT");
        String own = PackageFiles.DOCUMENTS + Sha256.hex("praise".getBytes(UTF_8)) + ".pdf";
        assertBroken(forgery.resigned(members -> members.put(own, "praise".getBytes(UTF_8))),
                "INT-DOCUMENT");
        assertBroken(forgery.resigned(members -> members.put("docs/readme", new byte[0])),
                "INT-DOCUMENT");
    }

    // ---- the leaves

    @Test
    void a_leaf_changed_dropped_or_added_under_the_old_checkpoint() {
        SmallBook book = SmallBook.honest();
        List<byte[]> dropped = book.leaves.subList(0, book.leaves.size() - 1);
        assertBroken(forgery.resigned(members -> members.put(PackageFiles.ENTRIES,
                EntriesFile.write(dropped))),
                "INT-ROOT");
        List<byte[]> changed = new ArrayList<>(book.leaves);
        changed.replaceAll(leaf -> new String(leaf, UTF_8).replace("货款", "借款").getBytes(UTF_8));
        assertBroken(forgery.resigned(members -> members.put(PackageFiles.ENTRIES,
                EntriesFile.write(changed))),
                "INT-ROOT");
        SmallBook more = SmallBook.honest().leaf("op", "", Map.of());
        assertBroken(forgery.resigned(members ->
                members.put(PackageFiles.ENTRIES, EntriesFile.write(more.leaves))), "INT-ROOT");
    }

    @Test
    void leaves_in_another_order() {
        List<byte[]> swapped = new ArrayList<>(SmallBook.honest().leaves);
        Collections.swap(swapped, 2, 3);
        assertMalformed(forgery.resigned(members ->
                members.put(PackageFiles.ENTRIES, EntriesFile.write(swapped))));
    }

    @Test
    void a_leaf_that_is_not_canonical() {
        for (String to : List.of("{ ", "{\"a\":1,", "{\"b\":\"statutory\",")) {
            SmallBook book = SmallBook.honest();
            byte[] last = book.leaves.get(book.leaves.size() - 1);
            String text = new String(last, UTF_8).replaceFirst("\\{", Matcher.quoteReplacement(to));
            book.leaves.set(book.leaves.size() - 1, text.getBytes(UTF_8));
            List<byte[]> leaves = book.leaves;
            assertMalformed(forgery.resigned(members ->
                    members.put(PackageFiles.ENTRIES, EntriesFile.write(leaves))));
        }
    }

    @Test
    void a_bomb_a_cut_and_a_tail_in_the_packed_leaves() throws IOException {
        byte[] packed = EntriesFile.write(SmallBook.honest().leaves);
        ByteArrayOutputStream zeros = new ByteArrayOutputStream();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try (GZIPOutputStream one = new GZIPOutputStream(zeros);
                GZIPOutputStream two = new GZIPOutputStream(lines)) {
            for (int i = 0; i < 300; i++) {
                one.write(new byte[1 << 20]);
                two.write("0\t\n".repeat(1 << 16).getBytes(UTF_8));
            }
        }
        byte[] longer = Arrays.copyOf(packed, packed.length + 20);
        byte[] marked = packed.clone();
        marked[0] ^= 1;
        for (byte[] bad : List.of(zeros.toByteArray(), lines.toByteArray(), new byte[0], marked,
                Arrays.copyOf(packed, packed.length - 9), packed("0\t{}"), packed("x\n"),
                packed("\n"))) {
            assertMalformed(forgery.resigned(members -> members.put(PackageFiles.ENTRIES, bad)));
        }
        byte[] twice = Arrays.copyOf(packed, 2 * packed.length);
        System.arraycopy(packed, 0, twice, packed.length, packed.length);
        for (byte[] tail : List.of(longer, Arrays.copyOf(packed, packed.length + 1), twice)) {
            assertMalformed(forgery.resigned(members -> members.put(PackageFiles.ENTRIES, tail)));
        }
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
            gz.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    // ---- the manifest

    @Test
    void a_manifest_in_another_form() {
        byte[] manifest = PackageWriter.members(SmallBook.honest().pack())
                .get(PackageFiles.MANIFEST);
        String text = new String(manifest, UTF_8);
        for (String bad : List.of(text + "\n", text.replace("vb-package/1", "vb-package/2"), "{}",
                "[".repeat(100_000), text.replace("\"from\":\"2026-01\"", "\"from\":\"2026-02\""),
                text.replace("\"lender\"", "\"Lender\""))) {
            Map<String, byte[]> members = Forgery.honest();
            members.put(PackageFiles.MANIFEST, bad.getBytes(UTF_8));
            assertMalformed(forgery.verify(members, null));
        }
    }

    @Test
    void a_leaf_that_is_no_leaf_of_this_program_is_not_guessed_at() {
        for (Map<String, Object> body : List.<Map<String, Object>>of(Map.of(),
                Map.of("account", "1002.01", "date", "yesterday", "amount", "1.00"),
                Map.of("account", "1002.01", "date", "2026-01-01", "amount", "1"),
                Map.of("account", "bank", "date", "2026-01-01", "amount", "1.00", "balance",
                "1.00"),
                Map.of("account", 1, "date", "2026-01-01"))) {
            List<byte[]> leaves = SmallBook.honest().leaf("bank", "", body).leaves;
            assertMalformed(forgery.resigned(members ->
                    members.put(PackageFiles.ENTRIES, EntriesFile.write(leaves))));
        }
    }

    @Test
    void an_account_code_that_would_lead_a_pattern_too_deep() {
        List<byte[]> leaves = SmallBook.honest().leaf("account", "", Map.of("code",
                "1002" + ".01".repeat(9_000), "name", "深", "english", "deep", "kind", "asset",
                "side", "debit")).leaves;
        assertMalformed(forgery.resigned(members ->
                members.put(PackageFiles.ENTRIES, EntriesFile.write(leaves))));
    }
}
