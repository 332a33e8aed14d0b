package onebook.lender;

import static onebook.lender.Forgery.assertBroken;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import onebook.seal.KeyStatement;
import onebook.seal.Sha256;
import onebook.seal.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attacks on the change of a log's key, and changes that hold. */
class KeyAttackTest {
    private static final Signer OLD = SmallBook.SIGNER;
    static final Signer NEXT = Signer.create(SmallBook.ORIGIN);
    private static final Signer THIEF = Signer.create(SmallBook.ORIGIN);
    static final Signer RECOVERY = Signer.create(SmallBook.ORIGIN + "/recovery");
    private static final OptionalLong ALL = OptionalLong.empty();
    @TempDir
    private Path folder;

    private Verdict verify(SmallBook book, Signer known) throws IOException {
        return PackageVerifier.verify(book.write(folder.resolve("x.obk")),
                Policy.ofLog(known.vkey()), Optional.empty());
    }

    private static Map<String, Object> body(String how, Signer next, String note) {
        return new TreeMap<>(Map.of("do", how, "vkey", next.vkey(), "note", note));
    }

    private static String statement(SmallBook book, Signer old, Signer next, OptionalLong trusted) {
        return KeyStatement.change(old.verifier(), next.verifier(), book.leaves.size(), trusted);
    }

    static SmallBook rotated(SmallBook book, Signer old, Signer next) {
        return book.leaf("key", "", body("rotate", next, next.countersign(
                old.sign(statement(book, old, next, ALL))))).signedBy(next);
    }

    static SmallBook announced(SmallBook book, Signer key, Signer recovery) {
        String sha256 = Sha256.hex(recovery.vkey());
        return book.leaf("key", "", Map.of("do", "recovery", "recovery_sha256", sha256, "note",
                key.sign(KeyStatement.recovery(key.verifier(), sha256, book.leaves.size()))));
    }

    static SmallBook recovered(SmallBook book, Signer old, Signer next,
            OptionalLong trusted) {
        Map<String, Object> body = body("recover", next, next.countersign(
                RECOVERY.sign(statement(book, old, next, trusted))));
        body.put("recovery_vkey", RECOVERY.vkey());
        trusted.ifPresent(size -> body.put("trusted", size));
        return book.leaf("key", "", body).signedBy(next);
    }

    // ---- what holds

    @Test
    void a_policy_with_the_old_key_follows_the_change_and_says_so() throws IOException {
        SmallBook book = rotated(SmallBook.honest(), OLD, NEXT);
        for (Signer known : new Signer[] {OLD, NEXT}) {
            Verdict verdict = verify(book, known);
            assertThat(verdict.exitCode()).isEqualTo(4);
            assertThat(verdict.findings()).extracting(Finding::id).containsExactly("KEY-ROTATED");
        }
        assertThat(verify(book, THIEF).exitCode()).isEqualTo(2);
        SmallBook twice = rotated(rotated(SmallBook.honest(), OLD, NEXT), NEXT, THIEF);
        assertThat(verify(twice, OLD).exitCode()).isEqualTo(4);
    }

    @Test
    void a_lost_key_is_followed_where_the_recovery_key_was_announced() throws IOException {
        SmallBook book = recovered(announced(SmallBook.honest(), OLD, RECOVERY), OLD, NEXT, ALL);
        Verdict verdict = verify(book, OLD);
        assertThat(verdict.exitCode()).as("%s", verdict.findings()).isEqualTo(4);
        assertThat(verdict.findings()).extracting(Finding::id).containsExactly("KEY-RECOVERED");
    }

    @Test
    void a_stolen_key_is_said_with_the_leaves_that_are_vouched_for() throws IOException {
        Verdict verdict = verify(recovered(announced(SmallBook.honest(), OLD, RECOVERY), OLD, NEXT,
                OptionalLong.of(7)), OLD);
        assertThat(verdict.findings()).extracting(Finding::id)
                .containsExactly("KEY-COMPROMISED", "KEY-RECOVERED");
        assertThat(verdict.findings().get(0).en()).contains("first 7 leaves");
    }

    @Test
    void a_head_seen_before_the_change_is_compared_with_the_key_of_its_time() throws IOException {
        SmallBook before = SmallBook.honest();
        String seen = before.checkpoint();
        SmallBook book = rotated(SmallBook.honest(), OLD, NEXT);
        Verdict verdict = PackageVerifier.verify(book.write(folder.resolve("x.obk")),
                Policy.ofLog(OLD.vkey()), Optional.of(seen));
        assertThat(verdict.findings()).extracting(Finding::id).containsExactly("KEY-ROTATED");
    }

    @Test
    void an_anchor_from_before_the_change_counts_and_one_by_the_wrong_key_is_none()
            throws IOException {
        Signer witness = Signer.create("witness.example");
        Policy policy = Policy.parse("log " + OLD.vkey() + "\nwitness w " + witness.witnessKey()
                + "\nquorum w\n");
        Instant at = Instant.parse("2026-02-02T00:00:00Z");
        SmallBook before = SmallBook.honest();
        String seen = witness.cosign(before.checkpoint(), at);
        before.leaf(Anchor.KIND, "", new Anchor(seen, Optional.empty()).body());
        Verdict verdict = PackageVerifier.verify(rotated(before, OLD, NEXT)
                .write(folder.resolve("x.obk")), policy, Optional.empty());
        assertThat(verdict.findings()).extracting(Finding::id).containsExactly("KEY-ROTATED");
        assertThat(verdict.protection().since()).contains(at);

        SmallBook late = rotated(SmallBook.honest(), OLD, NEXT);
        String byOld = witness.cosign(late.signedBy(OLD).checkpoint(), at);
        late.signedBy(NEXT).leaf(Anchor.KIND, "", new Anchor(byOld, Optional.empty()).body());
        assertBroken(PackageVerifier.verify(late.write(folder.resolve("x.obk")), policy,
                Optional.empty()), "INT-ANCHOR");
    }

    // ---- attacks

    @Test
    void a_change_that_nobody_signed() throws IOException {
        SmallBook book = SmallBook.honest();
        book.leaf("key", "", body("rotate", THIEF, "no note")).signedBy(THIEF);
        assertBroken(verify(book, OLD), "INT-KEY");
    }

    @Test
    void a_change_that_only_the_new_key_signed() throws IOException {
        SmallBook book = SmallBook.honest();
        book.leaf("key", "", body("rotate", THIEF,
                THIEF.sign(statement(book, OLD, THIEF, ALL)))).signedBy(THIEF);
        assertBroken(verify(book, OLD), "INT-KEY");
    }

    @Test
    void a_change_to_a_key_that_did_not_agree() throws IOException {
        SmallBook book = new SmallBook().signedBy(THIEF).begin();
        book.leaf("key", "", body("rotate", OLD, THIEF.sign(statement(book, THIEF, OLD, ALL))));
        assertBroken(verify(book, OLD), "INT-KEY");
    }

    @Test
    void the_old_key_on_a_newer_head() throws IOException {
        SmallBook book = rotated(SmallBook.honest(), OLD, NEXT).leaf("op", "", Map.of("what", "x"))
                .signedBy(OLD);
        assertBroken(verify(book, OLD), "INT-KEY");
        assertBroken(verify(book, NEXT), "INT-SIGNATURE");
    }

    @Test
    void a_change_copied_from_another_place_of_the_log() throws IOException {
        SmallBook there = SmallBook.honest();
        String note = NEXT.countersign(OLD.sign(statement(there, OLD, NEXT, ALL)));
        SmallBook book = SmallBook.honest().leaf("op", "", Map.of("what", "x"));
        book.leaf("key", "", body("rotate", NEXT, note)).signedBy(NEXT);
        assertBroken(verify(book, OLD), "INT-KEY");
    }

    @Test
    void a_change_of_the_key_of_another_log() throws IOException {
        Signer elsewhere = Signer.create("books.onebook.example/cn/1/statutory");
        SmallBook book = SmallBook.honest();
        book.leaf("key", "", body("rotate", elsewhere, elsewhere.countersign(OLD.sign(
                statement(book, OLD, elsewhere, ALL))))).signedBy(elsewhere);
        assertBroken(verify(book, OLD), "INT-KEY");
    }

    @Test
    void a_change_back_to_a_key_that_was_replaced() throws IOException {
        SmallBook book = rotated(rotated(SmallBook.honest(), OLD, NEXT), NEXT, OLD);
        assertBroken(verify(book, OLD), "INT-KEY");
    }

    @Test
    void a_recovery_key_that_nobody_announced() throws IOException {
        assertBroken(verify(recovered(SmallBook.honest(), OLD, THIEF, ALL), OLD), "INT-KEY");
    }

    @Test
    void a_recovery_key_that_only_the_first_leaf_names() throws IOException {
        SmallBook book = new SmallBook();
        Map<String, Object> genesis = book.genesis();
        genesis.put("recovery_sha256", Sha256.hex(RECOVERY.vkey()));
        assertBroken(verify(recovered(book.leaf("genesis", "", genesis), OLD, THIEF, ALL), OLD),
                "INT-KEY");
    }

    @Test
    void a_recovery_key_announced_by_another() throws IOException {
        assertBroken(verify(recovered(announced(SmallBook.honest(), THIEF, RECOVERY), OLD, THIEF,
                ALL), OLD), "INT-KEY");
    }

    @Test
    void a_recovery_key_announced_before_the_key_was_changed() throws IOException {
        SmallBook book = rotated(announced(SmallBook.honest(), OLD, RECOVERY), OLD, NEXT);
        assertBroken(verify(recovered(book, NEXT, THIEF, ALL), NEXT), "INT-KEY");
    }

    @Test
    void a_book_of_a_thief_that_names_the_known_key_on_its_way() throws IOException {
        SmallBook book = announced(new SmallBook().signedBy(THIEF).begin(), THIEF, RECOVERY);
        book.leaf("key", "", body("rotate", OLD, THIEF.sign(statement(book, THIEF, OLD, ALL))));
        assertBroken(verify(recovered(book, OLD, NEXT, ALL), OLD), "INT-KEY");
    }

    @Test
    void more_leaves_vouched_for_than_there_are_or_other_than_signed() throws IOException {
        SmallBook book = announced(SmallBook.honest(), OLD, RECOVERY);
        assertBroken(verify(recovered(book, OLD, NEXT, OptionalLong.of(9_999)), OLD), "INT-KEY");
        SmallBook other = announced(SmallBook.honest(), OLD, RECOVERY);
        Map<String, Object> body = body("recover", NEXT, NEXT.countersign(RECOVERY.sign(
                statement(other, OLD, NEXT, OptionalLong.of(3)))));
        body.put("recovery_vkey", RECOVERY.vkey());
        body.put("trusted", 8L);
        assertBroken(verify(other.leaf("key", "", body).signedBy(NEXT), OLD), "INT-KEY");
    }

    @Test
    void a_key_leaf_that_makes_no_sense() throws IOException {
        for (Map<String, Object> body : List.<Map<String, Object>>of(Map.of(),
                Map.of("do", "x"), Map.of("do", 1), Map.of("do", "rotate"),
                Map.of("do", "rotate", "vkey", "x"), Map.of("do", "recovery"))) {
            assertBroken(verify(SmallBook.honest().leaf("key", "", body), OLD), "INT-KEY");
        }
    }
}
