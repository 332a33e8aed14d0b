package onebook.lender;

import static onebook.lender.Forgery.assertBroken;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.JournalEntry.Hands;
import onebook.ledger.Posting;
import onebook.seal.SoftKey;
import onebook.seal.TokenChain;
import onebook.seal.TokenStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attacks of whoever holds the log's key on approvals that people's tokens sign. */
class TokenAttackTest {
    private static final String REVIEWER = "李审";
    private static final String OTHER = "周总";
    private static final SoftKey TOKEN = SoftKey.p256();
    private static final SoftKey THIEF = SoftKey.p256();
    private static final String DRAFT = "ab".repeat(32);
    private static final LocalDate DAY = LocalDate.parse("2026-01-04");
    @TempDir
    private Path folder;

    private Verdict verify(SmallBook book) throws IOException {
        return PackageVerifier.verify(book.write(folder.resolve("x.obk")), SmallBook.policy(),
                Optional.empty());
    }

    private static Map<String, Object> person(String name, boolean isRequired) {
        Map<String, Object> person = new TreeMap<>(Map.of("name", name, "roles",
                List.of("reviewer"), "here", true));
        if (isRequired) {
            person.put("token_required", true);
        }
        return person;
    }

    private static Map<String, Object> op(Map<String, Object> more) {
        Map<String, Object> body = new TreeMap<>(more);
        body.putIfAbsent("who", OTHER);
        body.put("what", "x");
        body.put("at", "2026-02-01T00:00:00Z");
        return body;
    }

    private static Map<String, Object> token(String name, SoftKey key, SoftKey proving,
            long place) {
        return Map.of("alg", key.key().alg(), "spki", key.key().spki(), "proof", proving.sign(
                TokenStatement.possession(SmallBook.ORIGIN, name, key.key(), place)));
    }

    private static SmallBook registered(SmallBook book, String name, SoftKey key) {
        Map<String, Object> person = person(name, true);
        person.put("token", token(name, key, key, book.leaves.size()));
        return book.leaf("op", "", op(Map.of("person", person)));
    }

    private static SmallBook begun() {
        return registered(new SmallBook().begin(), REVIEWER, TOKEN);
    }

    private static Map<String, Object> signature(SoftKey key, String text) {
        return Map.of("alg", key.key().alg(), "signature", key.sign(text));
    }

    private static JournalEntry entry(String yuan, String reviewer) {
        return new JournalEntry(new EntryNumber(SmallBook.JANUARY, 1), DAY,
                JournalEntry.Kind.ORDINARY, "出资", List.of(
                        Posting.debit("1002.01", SmallBook.yuan(yuan)),
                        Posting.credit("3001", SmallBook.yuan(yuan))),
                List.of(Evidence.without("没有单据")), "by-hand", "",
                new Hands("陈会", reviewer, "赵记"), "voucher:1", Optional.empty(), 0, List.of());
    }

    private static String review(String name, long place, JournalEntry entry) {
        return TokenStatement.review(SmallBook.ORIGIN, name, DRAFT, place,
                TokenStatement.lines(entry.date(), entry.postings()));
    }

    private static SmallBook reviewed(SmallBook book, JournalEntry entry, SoftKey key,
            String text) {
        return book.leaf("op", "", op(Map.of("who", REVIEWER, "draft_sha256", DRAFT,
                "lines_sha256", TokenStatement.lines(entry.date(), entry.postings()),
                "token_signature", signature(key, text))));
    }

    private static SmallBook reviewed(SmallBook book, JournalEntry entry) {
        return reviewed(book, entry, TOKEN, review(REVIEWER, book.leaves.size(), entry));
    }

    private static SmallBook posted(SmallBook book, JournalEntry entry) {
        return book.entry(entry, List.of(book.leaves.size() - 1L));
    }

    private static SmallBook closed(SmallBook book, SoftKey key, long place) {
        Map<String, Object> body = new HashMap<>(book.closing());
        body.put("who", REVIEWER);
        body.put("token_signature", signature(key, TokenStatement.close(SmallBook.ORIGIN,
                REVIEWER, place, new TokenStatement.Month("2026-01",
                        (String) body.get("trial_balance_sha256"),
                        (String) body.get("debit_total"), (Integer) body.get("entries")))));
        return book.leaf("close", "2026-01", body);
    }

    private static SmallBook closed(SmallBook book) {
        return closed(book, TOKEN, book.leaves.size());
    }

    private static SmallBook honest() {
        JournalEntry entry = entry("5000.00", REVIEWER);
        return closed(posted(reviewed(begun(), entry), entry));
    }

    // ---- what holds

    @Test
    void the_verdict_says_how_many_approvals_a_token_signed() throws IOException {
        Verdict verdict = verify(honest());
        assertThat(verdict.isVerified()).as("%s", verdict.findings()).isTrue();
        assertThat(verdict.approvals()).isEqualTo(new TokenChain.Counts(1, 1, 1, 1));
        assertThat(VerdictText.json(verdict)).contains("\"tokens\":{\"closes\":1,\"reviews\":1,"
                + "\"signed_closes\":1,\"signed_reviews\":1}");
        assertThat(VerdictText.of(verdict)).contains("reviews 1/1");
        Verdict plain = verify(SmallBook.honest());
        assertThat(plain.approvals()).isEqualTo(new TokenChain.Counts(1, 0, 0, 0));
    }

    @Test
    void a_lender_who_may_read_no_text_checks_the_tokens_all_the_same() throws IOException {
        JournalEntry entry = entry("5000.00", REVIEWER);
        SmallBook book = closed(posted(reviewed(registered(new SmallBook().covered().begin(),
                REVIEWER, TOKEN), entry), entry)).hiding(new Hiding(true, true, java.util.Set.of(),
                        java.util.Set.of()));
        Verdict verdict = verify(book);
        assertThat(verdict.isVerified()).as("%s", verdict.findings()).isTrue();
        assertThat(verdict.approvals()).isEqualTo(new TokenChain.Counts(1, 1, 1, 1));
    }

    @Test
    void a_token_stands_where_other_things_about_its_holder_change() throws IOException {
        SmallBook book = begun();
        Map<String, Object> person = person(REVIEWER, true);
        person.put("token", Map.of("alg", TOKEN.key().alg(), "spki", TOKEN.key().spki()));
        assertThat(verify(closed(book.leaf("op", "", op(Map.of("person", person))))).isVerified())
                .isTrue();
    }

    // ---- attacks

    @Test
    void a_signature_of_another_key() throws IOException {
        assertBroken(verify(closed(begun(), THIEF, 2)), "INT-TOKEN");
        JournalEntry entry = entry("5000.00", REVIEWER);
        SmallBook book = begun();
        assertBroken(verify(reviewed(book, entry, THIEF, review(REVIEWER, 2, entry))),
                "INT-TOKEN");
    }

    @Test
    void a_signature_copied_from_another_place_or_another_book() throws IOException {
        assertBroken(verify(closed(begun(), TOKEN, 3)), "INT-TOKEN");
        JournalEntry entry = entry("5000.00", REVIEWER);
        String text = review(REVIEWER, 2, entry);
        assertBroken(verify(reviewed(begun(), entry, TOKEN,
                text.replace(SmallBook.ENTITY, "91330106MA2K00002X"))), "INT-TOKEN");
        assertBroken(verify(reviewed(reviewed(begun(), entry), entry, TOKEN, text)), "INT-TOKEN");
    }

    @Test
    void a_token_that_was_removed_or_never_registered() throws IOException {
        SmallBook removed = begun().leaf("op", "", op(Map.of("person", person(REVIEWER, false))));
        assertBroken(verify(closed(removed)), "INT-TOKEN");
        assertBroken(verify(closed(new SmallBook().begin())), "INT-TOKEN");
        SmallBook replaced = registered(begun(), REVIEWER, THIEF);
        assertBroken(verify(closed(replaced)), "INT-TOKEN");
    }

    @Test
    void another_persons_token() throws IOException {
        SmallBook book = registered(begun(), OTHER, THIEF);
        assertBroken(verify(closed(book, THIEF, 3)), "INT-TOKEN");
        assertBroken(verify(registered(begun(), OTHER, TOKEN)), "INT-TOKEN");
    }

    @Test
    void a_key_that_did_not_prove_itself_where_it_is_registered() throws IOException {
        for (Map<String, Object> token : List.of(token(REVIEWER, TOKEN, THIEF, 1),
                token(REVIEWER, TOKEN, TOKEN, 2), token(OTHER, TOKEN, TOKEN, 1),
                Map.<String, Object>of("alg", TOKEN.key().alg(), "spki", TOKEN.key().spki()),
                Map.<String, Object>of("alg", "none", "spki", TOKEN.key().spki()))) {
            Map<String, Object> person = person(REVIEWER, false);
            person.put("token", token);
            assertBroken(verify(new SmallBook().begin()
                    .leaf("op", "", op(Map.of("person", person)))), "INT-TOKEN");
        }
    }

    @Test
    void a_removed_token_put_back_without_a_proof() throws IOException {
        SmallBook book = begun().leaf("op", "", op(Map.of("person", person(REVIEWER, false))));
        Map<String, Object> person = person(REVIEWER, false);
        person.put("token", token(REVIEWER, TOKEN, TOKEN, 1));
        assertBroken(verify(book.leaf("op", "", op(Map.of("person", person)))), "INT-TOKEN");
    }

    @Test
    void a_close_or_a_voucher_under_the_name_of_somebody_who_has_to_sign() throws IOException {
        SmallBook book = begun();
        Map<String, Object> body = new HashMap<>(book.closing());
        body.put("who", REVIEWER);
        assertBroken(verify(book.leaf("close", "2026-01", body)), "INT-TOKEN");
        assertBroken(verify(begun().entry(entry("5000.00", REVIEWER))), "INT-TOKEN");
        assertThat(verify(begun().entry(entry("5000.00", OTHER))).isVerified()).isTrue();
    }

    @Test
    void a_voucher_that_is_not_the_one_that_was_approved() throws IOException {
        JournalEntry small = entry("5000.00", REVIEWER);
        assertBroken(verify(posted(reviewed(begun(), small), entry("50000.00", REVIEWER))),
                "INT-TOKEN");
        assertBroken(verify(posted(reviewed(begun(), small), entry("5000.00", OTHER))),
                "INT-TOKEN");
    }

    @Test
    void an_approval_that_was_used_before_or_taken_back() throws IOException {
        JournalEntry entry = entry("5000.00", REVIEWER);
        SmallBook twice = posted(reviewed(begun(), entry), entry);
        JournalEntry again = new JournalEntry(new EntryNumber(SmallBook.JANUARY, 2), DAY,
                entry.kind(), entry.summary(), entry.postings(), entry.evidence(), "by-hand", "",
                entry.hands(), "voucher:2", Optional.empty(), 0, List.of());
        assertBroken(verify(twice.entry(again, List.of(2L))), "INT-TOKEN");
        SmallBook back = reviewed(begun(), entry).leaf("op", "", op(Map.of("unreviews", 2L)));
        assertBroken(verify(back.entry(entry, List.of(2L))), "INT-TOKEN");
    }

    @Test
    void a_signed_close_that_states_other_figures() throws IOException {
        SmallBook book = begun();
        Map<String, Object> body = new HashMap<>(book.closing());
        body.put("who", REVIEWER);
        body.put("token_signature", signature(TOKEN, TokenStatement.close(SmallBook.ORIGIN,
                REVIEWER, 2, new TokenStatement.Month("2026-01", "00", "1.00", 0))));
        assertBroken(verify(book.leaf("close", "2026-01", body)), "INT-TOKEN");
        body.remove("debit_total");
        assertBroken(verify(begun().leaf("close", "2026-01", body)), "INT-TOKEN");
    }

    @Test
    void what_is_said_of_a_token_in_no_known_form() throws IOException {
        Map<String, Object> person = person(REVIEWER, false);
        person.put("token", "x");
        assertBroken(verify(new SmallBook().begin().leaf("op", "", op(Map.of("person", person)))),
                "INT-TOKEN");
        assertBroken(verify(begun().leaf("op", "", op(Map.of("who", REVIEWER,
                "token_signature", "x")))), "INT-TOKEN");
        assertBroken(verify(begun().leaf("op", "", op(Map.of("who", REVIEWER, "draft_sha256",
                DRAFT, "lines_sha256", DRAFT, "token_signature",
                Map.of("alg", TOKEN.key().alg(), "signature", "AA=="))))), "INT-TOKEN");
    }
}
