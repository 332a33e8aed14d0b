package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onebook.closing.CloseCheck;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a voucher in a book of one user. */
class VouchersTest {
    private static final String BY = "王芳";
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-01-20T12:00");
    private Firm firm;
    private Desk desk;
    private Vouchers vouchers;
    private Corrections corrections;

    @BeforeEach
    void open() {
        firm = Firm.first(folder).begin(clock);
        desk = Desk.open(firm.book(), clock);
        vouchers = Vouchers.of(desk);
        corrections = Corrections.of(desk);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    static void assertRefused(ThrowingCallable command, Refusal refusal) {
        assertThatThrownBy(command).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private Voucher save(Draft draft) {
        return vouchers.save(draft, BY);
    }

    private Voucher review(Voucher voucher) {
        return vouchers.review(voucher.id(), voucher.revision(), BY);
    }

    private JournalEntry post(Draft draft) {
        return posted(vouchers.post(review(save(draft)).id(), BY));
    }

    static JournalEntry posted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Posted.class);
        return ((Outcome.Posted) outcome).entry();
    }

    private List<Refusal> problems(Draft draft) {
        return vouchers.check(draft).problems().stream().map(Problem::name).toList();
    }

    @Test
    void a_draft_is_written_approved_and_posted_and_each_hand_is_named() {
        Voucher draft = save(Papers.expense());
        assertThat(desk.entries(EntryFilter.ALL)).isEmpty();
        clock.set("2026-01-21T09:00");
        Voucher reviewed = vouchers.review(draft.id(), draft.revision(), "李审");
        assertThat(reviewed.reviewed()).hasValueSatisfying(hand -> {
            assertThat(hand.who()).isEqualTo("李审");
            assertThat(hand.at()).isEqualTo(clock.instant());
        });
        JournalEntry entry = posted(vouchers.post(draft.id(), "赵记"));
        assertThat(entry.hands()).isEqualTo(new JournalEntry.Hands(BY, "李审", "赵记"));
        assertThat(entry.number()).hasToString("2026-01-0001");
        assertThat(vouchers.list()).isEmpty();
        assertThat(vouchers.posted(draft.id())).contains(entry);
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void numbers_are_given_at_posting_without_a_gap_in_the_order_of_posting() {
        Voucher first = save(Papers.expense());
        Voucher second = save(Papers.toBank());
        Voucher third = save(Papers.expense());
        vouchers.delete(first.id(), BY);
        assertThat(posted(vouchers.post(review(third).id(), BY)).number())
                .hasToString("2026-01-0001");
        assertThat(posted(vouchers.post(review(second).id(), BY)).number())
                .hasToString("2026-01-0002");
        assertThat(save(Papers.expense()).id()).as("a draft's number is not used again")
                .isEqualTo(4);
    }

    @Test
    void what_is_not_reviewed_is_not_posted_and_what_is_reviewed_does_not_change() {
        Voucher draft = save(Papers.expense());
        assertThat(vouchers.post(draft.id(), BY)).isEqualTo(
                new Outcome.Refused(Refusal.VOUCHER_IS_NOT_REVIEWED, "draft 1"));
        Voucher reviewed = review(draft);
        assertRefused(() -> vouchers.change(draft.id(), reviewed.revision(), Papers.toBank(), BY),
                Refusal.VOUCHER_IS_REVIEWED);
        assertRefused(() -> vouchers.delete(draft.id(), BY), Refusal.VOUCHER_IS_REVIEWED);
        assertRefused(() -> review(reviewed), Refusal.VOUCHER_IS_REVIEWED);
        Voucher again = vouchers.unreview(draft.id(), BY);
        assertThat(again.isReviewed()).isFalse();
        assertRefused(() -> vouchers.unreview(draft.id(), BY), Refusal.VOUCHER_IS_NOT_REVIEWED);
        vouchers.change(draft.id(), again.revision(), Papers.toBank(), BY);
        vouchers.delete(draft.id(), BY);
        assertRefused(() -> vouchers.get(draft.id()), Refusal.DRAFT_IS_UNKNOWN);
    }

    @Test
    void nobody_approves_what_he_did_not_see() {
        Voucher seen = save(Papers.expense());
        vouchers.change(seen.id(), seen.revision(), Papers.toBank(), "陈会");
        assertRefused(() -> review(seen), Refusal.VOUCHER_WAS_CHANGED);
        assertRefused(() -> vouchers.change(seen.id(), seen.revision(), Papers.expense(), BY),
                Refusal.VOUCHER_WAS_CHANGED);
        assertThat(vouchers.get(seen.id()).prepared()).hasValueSatisfying(hand ->
                assertThat(hand.who()).as("whoever changed it prepared it").isEqualTo("陈会"));
    }

    @Test
    void a_draft_is_kept_however_incomplete_and_told_what_it_lacks() {
        Draft.Line both = new Draft.Line("1001", "", Optional.of(Money.cny(1)),
                Optional.of(Money.cny(2)), "", new TreeMap<>(), Optional.empty(),
                Optional.empty(), 0);
        Draft.Line none = new Draft.Line("1001", "", Optional.empty(), Optional.empty(), "",
                new TreeMap<>(), Optional.empty(), Optional.empty(), 0);
        Draft draft = Draft.byHand(Papers.DAY, " ", List.of(both, none, Papers.debit("", 300),
                Papers.debit("现金", 1), Papers.debit("1999", 1), Papers.debit("5602", 1)),
                List.of());
        Voucher kept = save(draft);
        Vouchers.Check check = vouchers.check(kept.id());
        assertThat(check.debits()).isEqualTo(Money.cny(304));
        assertThat(check.credits()).isEqualTo(Money.cny(2));
        assertThat(check.problems()).extracting(one -> one.name() + " " + one.path())
                .containsExactly("LINE_HAS_NO_ACCOUNT line:3", "LINE_HAS_DEBIT_AND_CREDIT line:1",
                        "UNKNOWN_ACCOUNT line:4", "UNKNOWN_ACCOUNT line:5",
                        "ACCOUNT_IS_NOT_A_LEAF line:6", "SUMMARY_IS_MISSING ",
                        "POSTING_IS_ZERO line:2", "DEBITS_NOT_EQUAL_CREDITS ",
                        "EVIDENCE_IS_MISSING ");
        assertRefused(() -> review(kept), Refusal.LINE_HAS_NO_ACCOUNT);
    }

    @Test
    void a_sound_draft_has_no_problem_and_the_check_writes_nothing() {
        long size = desk.book().journal().log().size();
        assertThat(vouchers.check(Papers.expense()).isSound()).isTrue();
        assertThat(desk.book().journal().log().size()).isEqualTo(size);
    }

    @Test
    void a_single_line_and_sums_beyond_all_books_are_told() {
        assertThat(problems(Papers.draft(Papers.debit("", 1))))
                .contains(Refusal.FEWER_THAN_TWO_POSTINGS, Refusal.DEBITS_NOT_EQUAL_CREDITS);
        assertThat(problems(Papers.draft(Papers.debit("", Long.MAX_VALUE), Papers.debit("", 1))))
                .contains(Refusal.AMOUNT_IS_TOO_LARGE);
    }

    @Test
    void texts_that_hide_something_or_never_end_are_not_kept() {
        for (String text : List.of("转账\u0000", "a\nb", "\u202e001", "\ud800", "长".repeat(501))) {
            Draft draft = Papers.summed(Papers.expense(), text);
            assertThat(problems(draft)).contains(Refusal.TEXT_CANNOT_BE_KEPT);
            assertRefused(() -> save(draft), Refusal.TEXT_CANNOT_BE_KEPT);
        }
        post(Papers.summed(Papers.expense(), "'); DROP TABLE draft; -- <b>\"𠮷\" =1+1"));
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void what_no_leaf_can_hold_is_told_before_posting() {
        List<Draft.Line> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Draft.Line line = Papers.debit("5602.05", 1);
            lines.add(new Draft.Line(line.account(), "说明".repeat(100), line.debit(),
                    line.credit(), "", line.dimensions(), line.foreign(), line.quantity(), 0));
        }
        lines.add(Papers.credit("1001", 300));
        Draft draft = Papers.draft(lines.toArray(Draft.Line[]::new));
        assertThat(problems(draft)).containsExactly(Refusal.VOUCHER_IS_TOO_LARGE);
        assertRefused(() -> save(draft), Refusal.VOUCHER_IS_TOO_LARGE);
        lines.addAll(lines);
        lines.addAll(lines);
        assertRefused(() -> save(Papers.draft(lines.toArray(Draft.Line[]::new))),
                Refusal.VOUCHER_IS_TOO_LARGE);
    }

    @Test
    void a_paper_must_be_in_the_book_and_is_booked_once() {
        Draft unknown = Draft.byHand(Papers.DAY, "办公用品", Papers.expense().lines(),
                List.of(Evidence.ofField("ab".repeat(32), "file", "a.pdf")));
        assertThat(problems(unknown)).containsExactly(Refusal.DOCUMENT_IS_UNKNOWN);
        firm.buys(3, "2026-01-07", 300);
        Evidence paper = vouchers.attach(firm.inbox().resolve("purchase-3.xml"), BY);
        assertThat(vouchers.attach(firm.inbox().resolve("purchase-3.xml"), BY)).isEqualTo(paper);
        assertThat(desk.waiting()).hasSize(1);
        Draft draft = Draft.byHand(Papers.DAY, "采购", Papers.expense().lines(), List.of(paper));
        Voucher first = save(draft);
        assertThat(desk.waiting()).as("what a draft books waits no longer").isEmpty();
        assertThat(desk.run("daily", List.of(), false, BY, RunReport.Progress.SILENT).entries())
                .as("and no robot books it").isEmpty();
        Voucher second = review(save(draft));
        JournalEntry entry = posted(vouchers.post(review(first).id(), BY));
        assertThat(entry.attachments()).isEqualTo(1);
        assertThat(entry.keys()).hasSize(2);
        assertThat(vouchers.post(second.id(), BY)).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.INVOICE_ALREADY_BOOKED));
    }

    @Test
    void a_file_that_is_no_document_cannot_be_attached() {
        firm.put("empty.pdf", "");
        assertRefused(() -> vouchers.attach(firm.inbox().resolve("empty.pdf"), BY),
                Refusal.FILE_IS_EMPTY);
    }

    @Test
    void lines_keep_memo_party_currency_quantity_and_cash_flow() {
        Draft.Line line = new Draft.Line("1405", "轨道射灯", Optional.of(Money.cny(700_00)),
                Optional.empty(), "某供应商", new TreeMap<>(), Optional.of(new Posting.Foreign(
                        new Money(100_00, "USD"), new BigDecimal("7"))),
                Optional.of(new Posting.Quantity(new BigDecimal("10"), new BigDecimal("70"))), 3);
        JournalEntry entry = post(Papers.draft(line, Papers.credit("1001", 700_00)));
        assertThat(Draft.Line.of(entry.postings().get(0))).isEqualTo(line);
    }

    @Test
    void a_month_with_drafts_is_not_closed() {
        Voucher draft = save(Papers.expense());
        assertThat(desk.closeBlocked(Period.parse("2026-01")))
                .contains(Refusal.VOUCHERS_ARE_NOT_POSTED);
        assertThat(desk.closing().checklist(CloseOrder.of(Period.parse("2026-01"), Set.of())))
                .filteredOn(check -> check.question() == CloseCheck.Question.VOUCHERS_WAIT)
                .flatExtracting(CloseCheck::items).singleElement().satisfies(item -> {
                    assertThat(item.link()).isEqualTo("voucher:" + draft.id());
                    assertThat(item.text().chinese()).isEqualTo("草稿 1，2026-01-15：办公用品");
                });
        assertRefused(() -> desk.close(Period.parse("2026-01"), Closing.acceptable(), BY),
                Refusal.VOUCHERS_ARE_NOT_POSTED);
        posted(vouchers.post(review(draft).id(), BY));
        save(Papers.dated("2026-02-01"));
        assertThat(desk.closeBlocked(Period.parse("2026-01")))
                .contains(Refusal.CASH_IS_BELOW_ZERO); // paid out of an empty till
        desk.close(Period.parse("2026-01"), Set.of(Refusal.CASH_IS_BELOW_ZERO), BY);
        assertThat(problems(Papers.expense())).containsExactly(Refusal.PERIOD_CLOSED);
        assertThat(corrections.openDay(EntryNumber.parse("2026-01-0001")))
                .isEqualTo(LocalDate.parse("2026-02-01"));
    }

    @Test
    void nothing_of_a_draft_is_in_the_log_but_who_and_when() {
        save(Papers.summed(Papers.expense(), "秘密摘要"));
        assertThat(desk.book().journal().leaves()).noneMatch(leaf ->
                new String(leaf, StandardCharsets.UTF_8).contains("秘密摘要"));
        assertThat(OperationLog.of(desk).all(OperationLog.Filter.ALL))
                .extracting(line -> line.who() + " " + line.what())
                .containsExactly("王芳 prepare voucher 1");
    }

    @Test
    void a_reader_changes_nothing() {
        Voucher draft = save(Papers.expense());
        try (Desk reader = Desk.open(firm.book(), clock)) {
            Vouchers seen = Vouchers.of(reader);
            assertThat(seen.list()).containsExactly(draft);
            assertRefused(() -> seen.save(Papers.expense(), BY), Refusal.BOOK_IS_READ_ONLY);
            assertRefused(() -> seen.post(draft.id(), BY), Refusal.BOOK_IS_READ_ONLY);
        }
    }
}
