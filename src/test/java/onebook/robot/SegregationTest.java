package onebook.robot;

import static onebook.robot.VouchersTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who prepares does not approve, and the log alone says who did what. */
class SegregationTest {
    private static final String DOUBLE = "吴双";
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-01-20T12:00");
    private Firm firm;
    private Desk desk;
    private Vouchers vouchers;
    private Corrections corrections;

    @BeforeEach
    void open() {
        firm = Staff.hire(Firm.first(folder), clock);
        reopen();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void reopen() {
        desk = Desk.open(firm.book(), clock);
        vouchers = Vouchers.of(desk);
        corrections = Corrections.of(desk);
    }

    private void as(String name) {
        Staff.as(name, desk);
    }

    private void hire(Role... roles) {
        as(Staff.OWNER);
        Staff.add(desk, DOUBLE, EnumSet.copyOf(List.of(roles)));
    }

    private Voucher saved(String by, Draft draft) {
        as(by);
        return vouchers.save(draft, by);
    }

    private Voucher reviewed(String by, Voucher draft) {
        as(by);
        return vouchers.review(draft.id(), draft.revision(), by);
    }

    private Outcome posted(String by, Voucher draft) {
        as(by);
        return vouchers.post(draft.id(), by);
    }

    private static Refusal refusal(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal();
    }

    private void attack(String sql, Object... values) {
        desk.close();
        try (Connection attacker = DriverManager.getConnection("jdbc:sqlite:" + firm.book());
                var statement = attacker.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isEqualTo(1);
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
        reopen();
    }

    @Test
    void three_people_stand_under_a_voucher() {
        Voucher draft = reviewed(Staff.REVIEWER, saved(Staff.BOOKKEEPER, Papers.expense()));
        assertThat(posted(Staff.POSTER, draft)).isInstanceOfSatisfying(Outcome.Posted.class, one ->
                assertThat(one.entry().hands()).isEqualTo(new JournalEntry.Hands(
                        Staff.BOOKKEEPER, Staff.REVIEWER, Staff.POSTER)));
    }

    @Test
    void whoever_wrote_or_changed_a_draft_does_not_approve_it() {
        hire(Role.BOOKKEEPER, Role.REVIEWER);
        Voucher own = saved(DOUBLE, Papers.expense());
        assertRefused(() -> reviewed(DOUBLE, own), Refusal.PREPARER_CANNOT_REVIEW);
        Voucher others = saved(Staff.BOOKKEEPER, Papers.expense());
        as(DOUBLE);
        Voucher changed = vouchers.change(others.id(), others.revision(), Papers.toBank(), DOUBLE);
        assertRefused(() -> reviewed(DOUBLE, changed), Refusal.PREPARER_CANNOT_REVIEW);
        assertThat(reviewed(Staff.REVIEWER, changed).isReviewed()).isTrue();
    }

    @Test
    void the_owner_may_let_one_person_do_all_and_the_log_says_so() {
        hire(Role.BOOKKEEPER, Role.REVIEWER, Role.POSTER);
        as(Staff.OWNER);
        People.of(desk).onePerson(true, Staff.OWNER);
        Voucher draft = reviewed(DOUBLE, saved(DOUBLE, Papers.expense()));
        JournalEntry entry = ((Outcome.Posted) posted(DOUBLE, draft)).entry();
        assertThat(entry.hands()).isEqualTo(JournalEntry.Hands.of(DOUBLE));
        assertThat(corrections.correct(entry.number(), Papers.DAY, "错", DOUBLE))
                .isInstanceOf(Outcome.Posted.class);
        as(Staff.OWNER);
        People.of(desk).onePerson(false, Staff.OWNER);
        Voucher later = saved(DOUBLE, Papers.expense());
        assertRefused(() -> reviewed(DOUBLE, later), Refusal.PREPARER_CANNOT_REVIEW);
        assertThat(OperationLog.of(desk).all(OperationLog.Filter.ALL))
                .extracting(OperationLog.Line::what)
                .contains("one-person mode on", "one-person mode off");
    }

    @Test
    void a_cashier_enters_cash_and_bank_but_nothing_that_is_owed_earned_or_spent() {
        hire(Role.CASHIER, Role.POSTER);
        Voucher plain = reviewed(Staff.REVIEWER, saved(Staff.BOOKKEEPER, Papers.toBank()));
        assertThat(posted(DOUBLE, plain)).isInstanceOf(Outcome.Posted.class);
        for (String account : List.of("5001", "5602.05", "4001", "1122", "2202", "2211.01",
                "2221.01", "2241", "1221")) {
            Voucher draft = reviewed(Staff.REVIEWER, saved(Staff.BOOKKEEPER, Papers.draft(
                    Papers.debit(account, 100), Papers.credit("1001", 100))));
            assertThat(refusal(posted(DOUBLE, draft))).as(account)
                    .isEqualTo(Refusal.CASHIER_CANNOT_ENTER_THIS);
        }
    }

    @Test
    void a_cashier_who_owns_the_firm_authorises_no_rule() {
        hire(Role.CASHIER, Role.OWNER);
        as(DOUBLE);
        assertRefused(() -> RuleList.of(desk).authorise(List.of(), DOUBLE),
                Refusal.CASHIER_CANNOT_ENTER_THIS);
    }

    @Test
    void a_correction_by_one_waits_for_another_and_is_made_once() {
        Voucher draft = reviewed(Staff.REVIEWER, saved(Staff.BOOKKEEPER, Papers.expense()));
        JournalEntry wrong = ((Outcome.Posted) posted(Staff.POSTER, draft)).entry();
        as(Staff.BOOKKEEPER);
        Outcome waits = corrections.correct(wrong.number(), Papers.DAY, "错", Staff.BOOKKEEPER);
        assertThat(waits).isEqualTo(
                new Outcome.Refused(Refusal.VOUCHER_WAITS_FOR_REVIEW, "draft 2"));
        assertThat(corrections.correct(wrong.number(), Papers.DAY, "错", Staff.BOOKKEEPER))
                .isEqualTo(waits);
        assertRefused(() -> vouchers.save(Corrections.redOf(wrong, Papers.DAY, "错"),
                Staff.BOOKKEEPER), Refusal.VOUCHER_WAITS_FOR_REVIEW);
        Voucher red = reviewed(Staff.REVIEWER, vouchers.get(2));
        JournalEntry entry = ((Outcome.Posted) posted(Staff.POSTER, red)).entry();
        assertThat(entry.corrects()).contains(wrong.number());
        assertThat(entry.kind()).isEqualTo(JournalEntry.Kind.CORRECTION);
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void a_waiting_item_that_one_person_settles_waits_as_a_draft_for_another() {
        firm.getsForeign(1, "2026-01-05", 99);
        as(Staff.BOOKKEEPER);
        desk.run("capture", false, Staff.BOOKKEEPER, RunReport.Progress.SILENT);
        WaitingItem item = desk.waiting().get(0);
        Outcome outcome = desk.accept(item.id(), Papers.DAY, "入账", Papers.expense().lines().stream()
                .map(line -> line.posting().orElseThrow()).toList(), Staff.BOOKKEEPER);
        assertThat(refusal(outcome)).isEqualTo(Refusal.VOUCHER_WAITS_FOR_REVIEW);
        assertThat(desk.waiting()).isEmpty();
        Voucher draft = vouchers.list().get(0);
        JournalEntry entry = ((Outcome.Posted) posted(Staff.POSTER,
                reviewed(Staff.REVIEWER, draft))).entry();
        assertThat(entry.proposal()).isEqualTo("document:" + item.id());
        assertThat(entry.evidence()).isNotEmpty();
        assertThat(desk.waiting()).isEmpty();
    }

    @Test
    void a_draft_changed_in_the_file_was_written_and_approved_by_nobody() {
        Voucher draft = reviewed(Staff.REVIEWER, saved(Staff.BOOKKEEPER, Papers.expense()));
        attack("UPDATE draft SET json = replace(json, '12000', '12900')");
        as(Staff.POSTER);
        Voucher found = vouchers.get(draft.id());
        assertThat(found.draft().lines().get(0).debit()).contains(Money.cny(12900));
        assertThat(found.prepared()).isEmpty();
        assertThat(found.isReviewed()).isFalse();
        assertThat(refusal(vouchers.post(draft.id(), Staff.POSTER)))
                .isEqualTo(Refusal.VOUCHER_WAS_CHANGED);
        assertRefused(() -> reviewed(Staff.REVIEWER, found), Refusal.VOUCHER_WAS_CHANGED);
    }

    @Test
    void a_review_that_the_log_does_not_know_or_that_was_taken_back_is_none() {
        Voucher draft = saved(Staff.BOOKKEEPER, Papers.expense());
        attack("UPDATE draft SET reviewed = ?", draft.revision());
        as(Staff.POSTER);
        assertThat(refusal(vouchers.post(draft.id(), Staff.POSTER)))
                .isEqualTo(Refusal.VOUCHER_IS_NOT_REVIEWED);
        reviewed(Staff.REVIEWER, draft);
        long leaf = desk.book().drafts().find(draft.id()).orElseThrow().reviewed()
                .orElseThrow();
        vouchers.unreview(draft.id(), Staff.REVIEWER);
        attack("UPDATE draft SET reviewed = ?", leaf);
        as(Staff.POSTER);
        assertThat(refusal(vouchers.post(draft.id(), Staff.POSTER)))
                .isEqualTo(Refusal.VOUCHER_IS_NOT_REVIEWED);
    }

    @Test
    void a_draft_that_cannot_be_read_is_named_and_can_be_deleted() {
        Voucher draft = saved(Staff.BOOKKEEPER, Papers.expense());
        attack("UPDATE draft SET json = '{'");
        as(Staff.BOOKKEEPER);
        assertRefused(() -> vouchers.list(), Refusal.BOOK_IS_DAMAGED);
        assertThat(desk.waiting()).isEmpty();
        vouchers.delete(draft.id(), Staff.BOOKKEEPER);
        assertThat(vouchers.list()).isEmpty();
    }

    @Test
    void a_process_killed_between_review_and_posting_left_a_reviewed_draft() throws Exception {
        desk.close();
        Process child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Reviewer.class.getName(),
                firm.book().toString()).redirectErrorStream(true).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isNotZero();
        assertThat(said).contains("reviewed");
        reopen();
        as(Staff.POSTER);
        Voucher left = vouchers.list().get(0);
        assertThat(left.isReviewed()).isTrue();
        assertThat(desk.audit()).isEmpty();
        assertThat(posted(Staff.POSTER, left)).isInstanceOf(Outcome.Posted.class);
        assertThat(vouchers.list()).isEmpty();
        assertThat(desk.audit()).isEmpty();
    }

    /** Writes and reviews a voucher, then is gone without closing anything. */
    static final class Reviewer {
        private Reviewer() { }

        public static void main(String[] arguments) {
            SettableClock clock = new SettableClock("2026-01-20T12:00");
            Desk desk = Desk.open(Path.of(arguments[0]), clock);
            Vouchers vouchers = Vouchers.of(desk);
            SignOn.to(desk).withPassword(Staff.BOOKKEEPER, Staff.SECRET.toCharArray());
            Voucher draft = vouchers.save(Papers.expense(), Staff.BOOKKEEPER);
            SignOn.to(desk).withPassword(Staff.REVIEWER, Staff.SECRET.toCharArray());
            vouchers.review(draft.id(), draft.revision(), Staff.REVIEWER);
            System.out.println("reviewed");
            System.out.flush();
            Runtime.getRuntime().halt(9);
        }
    }
}
