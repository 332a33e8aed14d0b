package onebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookTest {
    private static final Posting DEBIT = Posting.debit("1122", Money.cny(100));
    private static final Posting CREDIT = Posting.credit("5001", Money.cny(100));

    private Drafts.Memory memory;
    private Book book;

    @BeforeEach
    void open() {
        memory = new Drafts.Memory();
        book = new Book(Drafts.CHART, Drafts.FROM, memory);
    }

    @Test
    void a_sound_proposal_becomes_an_entry_that_says_where_it_came_from() {
        JournalEntry entry = posted(Drafts.sound());
        assertThat(entry.number()).hasToString("2026-03-0001");
        assertThat(entry.postings()).isEqualTo(Drafts.sound().postings());
        assertThat(entry.evidence()).containsExactly(Drafts.PAPER);
        assertThat(entry.rule()).isEqualTo("sales-invoice");
        assertThat(entry.by()).isEqualTo("王芳");
        assertThat(entry.proposal()).isEqualTo("p1");
        assertThat(entry.total()).isEqualTo(Money.cny(10_100));
        assertThat(entry.corrects()).isEmpty();
    }

    @Test
    void posting_writes_nothing_by_itself() {
        book.post(Drafts.sound(), "rule");
        assertThat(memory.entries).isEmpty();
        assertThat(posted(Drafts.sound()).number().sequence()).isEqualTo(1);
    }

    @Test
    void numbers_go_on_within_each_period() {
        memory.keep(book.post(Drafts.sound(), "rule"));
        memory.keep(book.post(Drafts.named(Drafts.sound(), "p2"), "rule"));
        Proposal february = Drafts.dated(Drafts.named(Drafts.sound(), "p3"), "2026-02-28");
        assertThat(posted(february).number()).hasToString("2026-02-0001");
        assertThat(posted(Drafts.named(Drafts.sound(), "p4")).number()).hasToString("2026-03-0003");
    }

    @Test
    void an_account_that_is_not_in_the_chart_is_refused() {
        assertRefused(Drafts.draft(Posting.debit("1999", Money.cny(100)), CREDIT),
                Refusal.UNKNOWN_ACCOUNT, "1999");
    }

    @Test
    void an_account_with_details_is_refused() {
        assertRefused(Drafts.draft(Posting.debit("1002", Money.cny(100)), CREDIT),
                Refusal.ACCOUNT_IS_NOT_A_LEAF, "1002");
    }

    @Test
    void an_entry_without_summary_is_refused() {
        assertRefused(Drafts.summed(Drafts.sound(), " \t"), Refusal.SUMMARY_IS_MISSING, "p1");
    }

    @Test
    void one_line_or_none_is_refused() {
        assertRefused(Drafts.draft(DEBIT), Refusal.FEWER_THAN_TWO_POSTINGS, "1 lines");
        assertRefused(Drafts.draft(), Refusal.FEWER_THAN_TWO_POSTINGS, "0 lines");
    }

    @Test
    void a_line_of_zero_is_refused() {
        assertRefused(Drafts.draft(DEBIT, CREDIT, Posting.debit("5602", Money.ZERO)),
                Refusal.POSTING_IS_ZERO, "5602");
    }

    @Test
    void two_currencies_in_one_entry_are_refused() {
        assertRefused(Drafts.draft(DEBIT, Posting.credit("5001", new Money(100, "USD"))),
                Refusal.CURRENCIES_DIFFER, "p1");
    }

    @Test
    void debits_that_are_not_the_credits_are_refused() {
        assertRefused(Drafts.draft(DEBIT, Posting.credit("5001", Money.cny(99))),
                Refusal.DEBITS_NOT_EQUAL_CREDITS, "0.01");
        assertRefused(Drafts.draft(DEBIT, Posting.debit("5602", Money.cny(100))),
                Refusal.DEBITS_NOT_EQUAL_CREDITS, "2.00");
    }

    @Test
    void amounts_that_no_book_holds_are_refused() {
        for (long huge : List.of(Long.MAX_VALUE, Book.LARGEST.minor() + 1,
                -Book.LARGEST.minor() - 1, Long.MIN_VALUE)) {
            assertRefused(Drafts.draft(Posting.debit("1122", Money.cny(huge)),
                    Posting.credit("5001", Money.cny(huge))), Refusal.AMOUNT_IS_TOO_LARGE, "");
        }
        Money max = Money.cny(Long.MAX_VALUE);
        assertRefused(Drafts.draft(Posting.debit("1122", max), Posting.debit("1122", max),
                Posting.credit("5001", max), Posting.credit("5001", max)),
                Refusal.AMOUNT_IS_TOO_LARGE, "p1");
        assertThat(posted(Drafts.draft(Posting.debit("1122", Book.LARGEST),
                Posting.credit("5001", Book.LARGEST))).total()).isEqualTo(Book.LARGEST);
    }

    @Test
    void an_ordinary_entry_without_evidence_is_refused_and_a_closing_one_needs_none() {
        assertRefused(Drafts.of(Drafts.sound(), JournalEntry.Kind.ORDINARY, List.of()),
                Refusal.EVIDENCE_IS_MISSING, "销售");
        posted(Drafts.of(Drafts.sound(), JournalEntry.Kind.CLOSING, List.of()));
        posted(Drafts.of(Drafts.sound(), JournalEntry.Kind.OPENING, List.of()));
    }

    @Test
    void a_year_of_five_digits_is_refused() {
        assertRefused(Drafts.dated(Drafts.sound(), "+20206-03-05"), Refusal.DATE_IS_OUT_OF_RANGE,
                "20206");
    }

    @Test
    void a_date_before_the_book_is_refused() {
        assertRefused(Drafts.dated(Drafts.sound(), "2026-01-31"), Refusal.PERIOD_BEFORE_THE_BOOK,
                "2026-01-31 is before 2026-02");
        assertRefused(Drafts.dated(Drafts.sound(), "-0001-01-31"), Refusal.PERIOD_BEFORE_THE_BOOK,
                "");
        posted(Drafts.dated(Drafts.sound(), "2026-02-01"));
    }

    @Test
    void closed_period_refuses_a_new_entry_of_any_kind() {
        memory.closed = Optional.of(Period.parse("2026-03"));
        for (JournalEntry.Kind kind : JournalEntry.Kind.values()) {
            assertRefused(Drafts.of(Drafts.sound(), kind, List.of(Drafts.PAPER)),
                    Refusal.PERIOD_CLOSED, "2026-03");
        }
        assertRefused(Drafts.dated(Drafts.sound(), "2026-02-28"), Refusal.PERIOD_CLOSED, "2026-02");
        posted(Drafts.dated(Drafts.sound(), "2026-04-01"));
    }

    @Test
    void a_proposal_that_was_posted_or_rejected_is_refused() {
        memory.keep(book.post(Drafts.sound(), "rule"));
        assertRefused(Drafts.sound(), Refusal.PROPOSAL_ALREADY_RESOLVED, "p1");
        memory.rejected.add("p2");
        assertRefused(Drafts.named(Drafts.sound(), "p2"), Refusal.PROPOSAL_ALREADY_RESOLVED, "p2");
    }

    @Test
    void an_invoice_is_booked_once() {
        memory.keep(book.post(Drafts.sound(), "rule"), "invoice:1");
        assertRefused(Drafts.named(Drafts.sound(), "p2", "document:x", "invoice:1"),
                Refusal.INVOICE_ALREADY_BOOKED, "invoice:1 is entry 2026-03-0001");
    }

    @Test
    void a_bank_line_is_booked_once() {
        memory.keep(book.post(Drafts.sound(), "rule"), "bank:6222:1");
        assertRefused(Drafts.named(Drafts.sound(), "p2", "bank:6222:1"),
                Refusal.BANK_LINE_ALREADY_BOOKED, "bank:6222:1 is entry 2026-03-0001");
    }

    @Test
    void an_invoice_booked_before_is_named_before_a_bank_line_whatever_the_order_of_keys() {
        memory.keep(book.post(Drafts.sound(), "rule"), "bank:6222:1", "invoice:1");
        assertRefused(Drafts.named(Drafts.sound(), "p2", "bank:6222:1", "invoice:1"),
                Refusal.INVOICE_ALREADY_BOOKED, "invoice:1");
    }

    @Test
    void a_correction_is_the_original_in_red_and_names_it() {
        JournalEntry wrong = memory.keep(book.post(Drafts.sound(), "rule"), "invoice:1");
        JournalEntry red = memory.keep(book.correct(wrong.number(), LocalDate.parse("2026-04-02"),
                "金额有误", "王芳"));
        assertThat(red.kind()).isEqualTo(JournalEntry.Kind.CORRECTION);
        assertThat(red.corrects()).contains(wrong.number());
        assertThat(red.number()).hasToString("2026-04-0001");
        assertThat(red.summary()).isEqualTo("注销2026年3月5日第1号凭证");
        assertThat(red.why()).isEqualTo("金额有误");
        assertThat(red.evidence()).isEqualTo(wrong.evidence());
        assertThat(red.postings()).extracting(Posting::side)
                .isEqualTo(wrong.postings().stream().map(Posting::side).toList());
        assertThat(Balances.of(List.of(wrong, red)).byAccount().values())
                .allSatisfy(sum -> assertThat(sum.balance()).isEqualTo(Money.ZERO));
    }

    @Test
    void after_a_correction_the_invoice_may_be_booked_again() {
        JournalEntry wrong = memory.keep(book.post(Drafts.sound(), "rule"), "invoice:1");
        memory.keep(book.correct(wrong.number(), wrong.date(), "重开", "王芳"));
        posted(Drafts.named(Drafts.sound(), "p1#2", "invoice:1"));
    }

    @Test
    void an_unknown_entry_cannot_be_corrected() {
        assertCorrectionRefused("2026-03-0009", Refusal.ENTRY_IS_UNKNOWN);
    }

    @Test
    void an_entry_is_corrected_once_and_a_correction_never() {
        JournalEntry wrong = memory.keep(book.post(Drafts.sound(), "rule"));
        JournalEntry red = memory.keep(book.correct(wrong.number(), wrong.date(), "错", "王芳"));
        assertCorrectionRefused(wrong.number().toString(), Refusal.ENTRY_ALREADY_CORRECTED);
        assertCorrectionRefused(red.number().toString(), Refusal.CORRECTION_CANNOT_BE_CORRECTED);
    }

    @Test
    void a_correction_dated_in_a_closed_period_is_refused() {
        JournalEntry wrong = memory.keep(book.post(Drafts.sound(), "rule"));
        memory.closed = Optional.of(Period.parse("2026-03"));
        assertCorrectionRefused(wrong.number().toString(), Refusal.PERIOD_CLOSED);
    }

    @Test
    void a_proposal_that_claims_to_correct_obeys_the_same_laws() {
        assertRefused(Drafts.correcting(Drafts.sound(), "2026-03-0009"),
                Refusal.ENTRY_IS_UNKNOWN, "");
        JournalEntry wrong = memory.keep(book.post(Drafts.named(Drafts.sound(), "w"), "rule"));
        JournalEntry red = memory.keep(book.correct(wrong.number(), wrong.date(), "错", "王芳"));
        assertRefused(Drafts.correcting(Drafts.sound(), wrong.number().toString()),
                Refusal.ENTRY_ALREADY_CORRECTED, "");
        assertRefused(Drafts.correcting(Drafts.sound(), red.number().toString()),
                Refusal.CORRECTION_CANNOT_BE_CORRECTED, "");
    }

    private JournalEntry posted(Proposal draft) {
        Outcome outcome = book.post(draft, "王芳");
        assertThat(outcome).isInstanceOf(Outcome.Posted.class);
        return ((Outcome.Posted) outcome).entry();
    }

    private void assertRefused(Proposal draft, Refusal refusal, String detail) {
        Outcome outcome = book.post(draft, "王芳");
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).refusal()).isEqualTo(refusal);
        assertThat(((Outcome.Refused) outcome).detail()).contains(detail);
    }

    private void assertCorrectionRefused(String number, Refusal refusal) {
        Outcome outcome = book.correct(EntryNumber.parse(number), LocalDate.parse("2026-03-31"),
                "错", "王芳");
        assertThat(((Outcome.Refused) outcome).refusal()).isEqualTo(refusal);
    }
}
