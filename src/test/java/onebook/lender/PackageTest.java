package onebook.lender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Account;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import onebook.seal.ChartJson;
import onebook.seal.MalformedException;
import onebook.seal.MerkleLog;
import onebook.seal.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageTest {
    @TempDir
    private Path folder;

    private Verdict verify(SmallBook book, Policy policy, String seen) throws IOException {
        return PackageVerifier.verify(book.write(folder.resolve("x.obk")), policy,
                Optional.ofNullable(seen));
    }

    private Verdict verify(SmallBook book) throws IOException {
        return verify(book, SmallBook.policy(), null);
    }

    @Test
    void an_honest_package_is_verified() throws IOException {
        SmallBook book = SmallBook.honest();
        Verdict verdict = verify(book);

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.exitCode()).isZero();
        assertThat(verdict.isVerified()).isTrue();
        Verdict.Figures figures = verdict.figures();
        assertThat(figures.company()).isEqualTo("杭州清禾<办公>设备有限公司");
        assertThat(figures.key()).isEqualTo(SmallBook.SIGNER.vkey());
        assertThat(figures.origin()).isEqualTo(SmallBook.ORIGIN);
        assertThat(figures.leaves()).isEqualTo(book.leaves.size());
        assertThat(figures.entries()).isEqualTo(3);
        assertThat(figures.documents()).isEqualTo(2);
        assertThat(figures.from()).isEqualTo("2026-01");
        assertThat(book.checkpoint()).contains(figures.root());
    }

    @Test
    void the_same_package_is_the_same_bytes() throws IOException {
        SmallBook book = SmallBook.honest();
        assertThat(book.write(folder.resolve("a")))
                .hasSameBinaryContentAs(book.write(folder.resolve("b")));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void tables_carry_the_book_and_no_formula() throws IOException {
        Map<String, byte[]> members = PackageWriter.members(SmallBook.honest().pack());
        assertThat(new String(members.get(PackageFiles.JOURNAL), UTF_8)).startsWith(
                "entry,date,account,description,debit,credit,")
                .contains("2026-01-0001,2026-01-04,1002.01,\"收到 \"\"货款\"\", 云帆\",5000.00,,"
                        + "CNY,,'=农行,")
                .hasLineCount(8);
        assertThat(new String(members.get(PackageFiles.STATEMENTS), UTF_8))
                .contains("会小企01,1,6010.00,0.00\n", "会小企02,1,1000.00,1000.00\n");
        assertThat(new String(members.get(PackageFiles.TRIAL_BALANCE), UTF_8))
                .contains("5001,主营业务收入");
    }

    @Test
    void the_report_escapes_names_and_states_its_limits() {
        String page = new String(PackageWriter.members(SmallBook.honest().pack())
                .get(PackageFiles.REPORT), UTF_8);
        assertThat(page).contains("杭州清禾&lt;办公&gt;设备有限公司", "杭州银行 &amp; Co", "1000.00",
                "不证明账是真的", "It does not prove that the book is true");
        assertThat(page).doesNotContain("{{", "<script");
    }

    @Test
    void without_a_key_the_identity_is_unverified() throws IOException {
        Verdict verdict = verify(SmallBook.honest(), Policy.none(), null);
        assertThat(verdict.exitCode()).isEqualTo(2);
        assertThat(verdict.name()).isEqualTo("UNVERIFIED IDENTITY");
        assertThat(verdict.isVerified()).isFalse();
        assertThat(verdict.figures().key()).isEmpty();
    }

    @Test
    void with_another_key_nothing_is_verified() throws IOException {
        for (String name : List.of(SmallBook.ORIGIN, "books.onebook.example/other")) {
            Verdict verdict = verify(SmallBook.honest(), Policy.ofLog(Signer.create(name).vkey()),
                    null);
            assertThat(verdict.exitCode()).isEqualTo(2);
            assertThat(verdict.findings()).extracting(Finding::id).contains("POLICY-KEY");
        }
    }

    @Test
    void integrity_outranks_policy_and_policy_outranks_findings() throws IOException {
        SmallBook open = new SmallBook().begin();
        assertThat(verify(open).exitCode()).isEqualTo(4);
        assertThat(verify(open, Policy.none(), null).exitCode()).isEqualTo(2);
        SmallBook broken = new SmallBook().begin().begin();
        assertThat(verify(broken, Policy.none(), null).exitCode()).isEqualTo(1);
    }

    @Test
    void a_policy_may_ask_for_more_than_a_package_shows() throws IOException {
        assertThat(verify(SmallBook.honest(), SmallBook.policy().withMinimumSize(1_000), null)
                .exitCode()).isEqualTo(2);
        Policy plain = Policy.parse("# mine\n log " + SmallBook.SIGNER.vkey()
                + "\thttps://x.example/\n\nquorum none\n");
        assertThat(verify(SmallBook.honest(), plain, null).exitCode()).isZero();
    }

    @Test
    void a_package_whose_head_was_cosigned_meets_the_quorum_and_another_does_not()
            throws IOException {
        Signer bank = Signer.create("witness.example/bank");
        Policy witnessed = Policy.parse("log " + SmallBook.SIGNER.vkey() + "\nwitness bank "
                + bank.witnessKey() + "\nquorum bank\n");
        Verdict without = verify(SmallBook.honest(), witnessed, null);
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.findings()).extracting(Finding::id).contains("POLICY-WITNESS");
        Instant at = Instant.parse("2026-02-01T08:00:00Z");
        SmallBook seen = SmallBook.honest().headAs(head -> bank.cosign(head, at));
        assertThat(verify(seen, witnessed, null).exitCode()).isZero();
        String line = bank.cosign(new SmallBook().begin().checkpoint(), at).lines()
                .reduce((one, two) -> two).orElseThrow() + "\n";
        SmallBook forged = SmallBook.honest().headAs(head -> head + line);
        assertThat(verify(forged, witnessed, null).exitCode()).isEqualTo(2);
    }

    @Test
    void a_policy_without_form_is_refused() {
        String vkey = SmallBook.SIGNER.vkey();
        for (String wrong : List.of("log", "log x", "lug " + vkey, "log " + vkey + " a b",
                "log " + vkey + "\nlog " + vkey, "quorum none\nquorum none", "quorum", "witness a",
                "group g any", "log " + vkey + "\r\nquorum none\r\n", "x\u0000")) {
            assertThatThrownBy(() -> Policy.parse(wrong)).as(wrong)
                    .isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void a_log_that_grew_agrees_with_the_checkpoint_seen_before() throws IOException {
        SmallBook book = SmallBook.honest();
        String seen = book.checkpoint();
        assertThat(verify(book, SmallBook.policy(), seen).exitCode()).isZero();
        book.leaf("op", "", Map.of("who", "王芳", "what", "export", "at", "2026-02-01"));
        assertThat(verify(book, SmallBook.policy(), seen).exitCode()).isZero();
    }

    @Test
    void leaves_of_unknown_kind_are_tolerated() throws IOException {
        SmallBook book = SmallBook.honest();
        book.leaf("recon", "2026-01", Map.of("difference", "0.00"))
                .leaf("rule", "", Map.of("id", "x"))
                .leaf("filing", "", Map.of())
                .leaf("future", "", Map.of("anything", List.of(1, true)));
        assertThat(verify(book).exitCode()).isZero();
    }

    @Test
    void accounts_added_later_come_with_their_leaf() throws IOException {
        SmallBook book = SmallBook.honest();
        Account later = SmallBook.account("1002.02", "建行", Account.Kind.ASSET, Side.DEBIT);
        book.leaf("account", "", ChartJson.body(later));
        book.entry("2026-02-03", JournalEntry.Kind.ORDINARY, List.of(),
                Posting.debit("1002.02", SmallBook.yuan("1.00")),
                Posting.credit("1002.01", SmallBook.yuan("1.00")));
        assertThat(verify(book).exitCode()).isZero();
    }

    @Test
    void accounts_are_renamed_and_removed_by_their_leaves() throws IOException {
        SmallBook book = SmallBook.honest();
        Account later = SmallBook.account("1002.02", "建行", Account.Kind.ASSET, Side.DEBIT);
        book.leaf("account", "", ChartJson.body(later));
        book.leaf("account", "", ChartJson.body(SmallBook.account("1002.01", "工商银行",
                Account.Kind.ASSET, Side.DEBIT)));
        book.leaf("account", "", ChartJson.removal(later));
        assertThat(verify(book).exitCode()).isZero();
        book.leaf("account", "", ChartJson.removal(SmallBook.account("1002.01", "工商银行",
                Account.Kind.ASSET, Side.DEBIT)));
        assertThat(verify(book).exitCode()).isEqualTo(1);
    }

    @Test
    void an_account_under_none_breaks_the_chart() throws IOException {
        SmallBook book = SmallBook.honest();
        book.leaf("account", "", ChartJson.body(SmallBook.account("1888.01", "无上级",
                Account.Kind.ASSET, Side.DEBIT)));
        assertThat(verify(book).exitCode()).isEqualTo(1);
    }

    @Test
    void a_larger_log_has_full_and_partial_tiles() throws IOException {
        SmallBook book = SmallBook.honest();
        while (book.leaves.size() < 600) {
            book.leaf("op", "", Map.of("n", book.leaves.size()));
        }
        assertThat(PackageWriter.members(book.pack()).keySet()).contains("log/tile/0/000",
                "log/tile/0/001", "log/tile/0/002.p/88", "log/tile/1/000.p/2");
        assertThat(verify(book).exitCode()).isZero();
    }

    @Test
    void tiles_are_named_and_cut_as_the_specification_says() {
        MerkleLog log = new MerkleLog();
        for (int i = 0; i < 70_000; i++) {
            log.appendHash(new byte[32]);
        }
        Map<String, byte[]> tiles = Tiles.of(log);
        assertThat(tiles).hasSize(277).containsKeys("0/000", "0/272", "0/273.p/112", "1/000",
                "1/001.p/17", "2/000.p/1");
        assertThat(tiles.get("2/000.p/1")).isEqualTo(log.subtree(16, 0));
        assertThat(Tiles.path(3, 1_234_067, 256)).isEqualTo("3/x001/x234/067");
        assertThat(Tiles.of(new MerkleLog())).isEmpty();
    }

    @Test
    void a_checkpoint_of_other_leaves_is_not_packed() {
        SmallBook book = SmallBook.honest();
        LenderPackage good = book.pack();
        book.leaf("op", "", Map.of());
        LenderPackage stale = new LenderPackage(book.leaves, good.checkpointNote(), good.signer(),
                good.documents(), good.statementsXlsx(), good.profile(), good.from(), good.to(),
                good.lender(), good.chart());
        assertThatThrownBy(() -> PackageWriter.members(stale)).hasMessageContaining("these leaves");
        assertThatThrownBy(() -> new LenderPackage(List.of(), "", good.signer(),
                Map.of("a.xml", new byte[0]), new byte[0], "", good.from(), good.to(), "",
                List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Files.exists(folder.resolve("x.obk"))).isFalse();
    }
}
