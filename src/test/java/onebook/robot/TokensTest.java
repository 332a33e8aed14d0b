package onebook.robot;

import static onebook.robot.VouchersTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.lender.PackageVerifier;
import onebook.lender.Policy;
import onebook.lender.Verdict;
import onebook.schedule.SettableClock;
import onebook.seal.SoftKey;
import onebook.seal.TokenChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Approvals that are bound to a person's token, in a book. */
class TokensTest {
    private static final Period JANUARY = Period.parse("2026-01");
    private static byte[] quick = {};
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-02-20T12:00");
    private final SoftToken token = SoftToken.create();
    private Firm firm;
    private Desk desk;
    private Vouchers vouchers;
    private Tokens tokens;

    @BeforeEach
    void open() throws IOException {
        firm = Staff.hire(Firm.first(folder), clock);
        Path key = Keyring.file(firm.book());
        if (quick.length == 0) {
            firm.withQuickKey();
            quick = Files.readAllBytes(key);
        }
        Files.write(key, quick);
        reopen();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void reopen() {
        desk = Desk.open(firm.book(), clock);
        vouchers = Vouchers.of(desk);
        tokens = Tokens.of(desk);
    }

    private void as(String name) {
        Staff.as(name, desk);
    }

    /** The reviewer has a token and approves with it only. */
    private void bound() {
        as(Staff.REVIEWER);
        tokens.register(Staff.REVIEWER, token, Staff.REVIEWER);
        as(Staff.OWNER);
        tokens.require(Staff.REVIEWER, true, Staff.OWNER);
    }

    private Voucher saved() {
        as(Staff.BOOKKEEPER);
        return vouchers.save(Papers.toBank(), Staff.BOOKKEEPER);
    }

    private Voucher reviewed(Voucher draft, HeldToken held) {
        as(Staff.REVIEWER);
        tokens.hold(held);
        return vouchers.review(draft.id(), draft.revision(), Staff.REVIEWER);
    }

    private Outcome posted(Voucher draft) {
        as(Staff.POSTER);
        return vouchers.post(draft.id(), Staff.POSTER);
    }

    private Verdict packed(Period month) throws IOException {
        as(Staff.OWNER);
        Path file = folder.resolve("x.obk");
        new Deliverables(desk, folder).pack(new Deliverables.Order("tax-loan", month, month,
                "某银行", onebook.lender.Hiding.NOTHING), file);
        return PackageVerifier.verify(file, Policy.parse(Files.readString(desk.policy())),
                Optional.empty());
    }

    @Test
    void a_review_and_a_close_are_signed_and_a_lender_sees_it() throws IOException {
        bound();
        assertThat(posted(reviewed(saved(), token))).isInstanceOf(Outcome.Posted.class);
        as(Staff.POSTER);
        SoftToken closers = new SoftToken(SoftKey.rsa(2048));
        tokens.register(Staff.POSTER, closers, Staff.POSTER);
        tokens.hold(closers);
        desk.close(JANUARY, Closing.acceptable(), Staff.POSTER);

        assertThat(token.signed()).as("the proof and the review").isEqualTo(2);
        assertThat(closers.signed()).as("the proof and the close").isEqualTo(2);
        assertThat(token.isLocked()).as("by signing off").isTrue();
        assertThat(desk.audit()).isEmpty();
        Verdict verdict = packed(JANUARY);
        assertThat(verdict.isVerified()).as("%s", verdict.findings()).isTrue();
        assertThat(verdict.approvals()).isEqualTo(new TokenChain.Counts(1, 1, 1, 1));
    }

    @Test
    void whoever_has_to_sign_approves_nothing_without_the_token() {
        bound();
        Voucher draft = saved();
        as(Staff.REVIEWER);
        assertRefused(() -> vouchers.review(draft.id(), draft.revision(), Staff.REVIEWER),
                Refusal.TOKEN_IS_NEEDED);
        as(Staff.BOOKKEEPER);
        vouchers.delete(draft.id(), Staff.BOOKKEEPER);
        as(Staff.OWNER);
        tokens.require(Staff.POSTER, true, Staff.OWNER);
        as(Staff.POSTER);
        CloseOrder order = CloseOrder.of(JANUARY, Closing.acceptable());
        assertThat(desk.closing().attempt(order, Staff.POSTER).openBecause().orElseThrow().name())
                .isEqualTo(Refusal.TOKEN_IS_NEEDED);
        assertThat(desk.closing().preview(order, Staff.POSTER).openBecause()).isEmpty();
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void a_review_from_before_the_token_was_demanded_posts_nothing() {
        Voucher draft = saved();
        as(Staff.REVIEWER);
        vouchers.review(draft.id(), draft.revision(), Staff.REVIEWER);
        bound();
        assertThat(posted(draft)).isEqualTo(
                new Outcome.Refused(Refusal.TOKEN_IS_NEEDED, Staff.REVIEWER));
        as(Staff.REVIEWER);
        vouchers.unreview(draft.id(), Staff.REVIEWER);
        assertThat(posted(reviewed(draft, token))).isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void one_person_who_has_to_sign_posts_nothing_past_a_review() {
        as(Staff.OWNER);
        Staff.add(desk, "吴双", EnumSet.of(Role.BOOKKEEPER, Role.REVIEWER, Role.POSTER));
        People.of(desk).onePerson(true, Staff.OWNER);
        tokens.require("吴双", true, Staff.OWNER);
        as(Staff.BOOKKEEPER);
        Voucher draft = vouchers.save(Papers.toBank(), Staff.BOOKKEEPER);
        as("吴双");
        assertRefused(() -> vouchers.settle(draft.id(), draft.revision(), "吴双"),
                Refusal.TOKEN_IS_NEEDED);
    }

    @Test
    void a_preview_of_a_close_signs_nothing() {
        as(Staff.POSTER);
        tokens.register(Staff.POSTER, token, Staff.POSTER);
        tokens.hold(token);
        desk.closing().preview(CloseOrder.of(JANUARY, Closing.acceptable()), Staff.POSTER);
        assertThat(token.signed()).isEqualTo(1);
    }

    @Test
    void a_token_that_is_not_the_persons_signs_nothing() {
        Voucher draft = saved();
        assertRefused(() -> reviewed(draft, token), Refusal.TOKEN_IS_NOT_REGISTERED);
        bound();
        assertRefused(() -> reviewed(draft, SoftToken.create()), Refusal.TOKEN_IS_ANOTHER);
        assertThat(vouchers.get(draft.id()).isReviewed()).isFalse();
    }

    @Test
    void a_token_that_is_pulled_out_or_signs_something_else_leaves_nothing_behind() {
        bound();
        Voucher draft = saved();
        assertRefused(() -> reviewed(draft, token.pulled()), Refusal.TOKEN_DOES_NOT_SIGN);
        assertThat(vouchers.get(draft.id()).isReviewed()).isFalse();
        as(Staff.OWNER);
        SoftToken broken = SoftToken.create().broken();
        assertRefused(() -> tokens.register(Staff.OWNER, broken, Staff.OWNER),
                Refusal.TOKEN_DOES_NOT_SIGN);
        tokens.hold(broken);
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void a_key_belongs_to_one_person_for_ever() {
        bound();
        as(Staff.OWNER);
        assertRefused(() -> tokens.register(Staff.OWNER, token, Staff.OWNER),
                Refusal.TOKEN_IS_SOMEBODY_ELSES);
        tokens.remove(Staff.REVIEWER, Staff.OWNER);
        assertRefused(() -> tokens.register(Staff.OWNER, token, Staff.OWNER),
                Refusal.TOKEN_IS_SOMEBODY_ELSES);
        assertRefused(() -> tokens.remove(Staff.REVIEWER, Staff.OWNER),
                Refusal.TOKEN_IS_NOT_REGISTERED);
    }

    @Test
    void only_the_owner_replaces_removes_or_demands_a_token() {
        bound();
        as(Staff.REVIEWER);
        assertRefused(() -> tokens.register(Staff.REVIEWER, SoftToken.create(), Staff.REVIEWER),
                Refusal.ROLE_IS_MISSING);
        assertRefused(() -> tokens.remove(Staff.REVIEWER, Staff.REVIEWER),
                Refusal.ROLE_IS_MISSING);
        assertRefused(() -> tokens.require(Staff.REVIEWER, false, Staff.REVIEWER),
                Refusal.ROLE_IS_MISSING);
        as(Staff.OWNER);
        SoftToken next = SoftToken.create();
        tokens.register(Staff.REVIEWER, next, Staff.OWNER);
        Voucher draft = saved();
        assertRefused(() -> reviewed(draft, token), Refusal.TOKEN_IS_ANOTHER);
        assertThat(reviewed(draft, next).isReviewed()).isTrue();
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void a_token_outlives_the_process_and_other_changes_of_its_holder() {
        bound();
        as(Staff.REVIEWER);
        People.of(desk).key(Staff.REVIEWER, Staff.keyOf(Staff.REVIEWER).vkey(), Staff.REVIEWER);
        desk.close();
        reopen();
        assertThat(reviewed(saved(), token).isReviewed()).isTrue();
        as(Staff.OWNER);
        People.of(desk).remove(Staff.REVIEWER, Staff.OWNER);
        assertThat(People.of(desk).removed().get(0).token()).isEqualTo(Person.Token.NONE);
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void a_review_that_somebody_with_the_books_key_wrote_is_found() throws IOException {
        bound();
        OpenBook open = desk.book();
        open.unguarded().transaction(() -> {
            open.operation(Staff.REVIEWER, "review voucher 1", Map.of("draft_sha256", "00",
                    "lines_sha256", "00", "token_signature", Map.of("alg", token.key().alg(),
                            "signature", token.sign("something else"))));
            return open.checkpoint();
        });
        assertThat(desk.audit()).singleElement().satisfies(damage ->
                assertThat(damage.text()).startsWith("INT-TOKEN"));
        as(Staff.POSTER);
        desk.close(JANUARY, Closing.acceptable(), Staff.POSTER);
        Verdict verdict = packed(JANUARY);
        assertThat(verdict.exitCode()).isEqualTo(Verdict.INTEGRITY_FAILURE);
        assertThat(verdict.findings()).extracting(onebook.lender.Finding::id)
                .startsWith("INT-TOKEN");
    }
}
