package onebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookDetailsTest {
    private final Drafts.Memory memory = new Drafts.Memory();
    private final Book book = new Book(Drafts.CHART, Drafts.FROM, memory);

    private JournalEntry posted(Proposal draft) {
        return memory.keep(book.post(draft, "rule"));
    }

    private void assertRefused(Proposal draft, Refusal refusal, String detail) {
        Outcome.Refused refused = (Outcome.Refused) book.post(draft, "rule");
        assertThat(refused.refusal()).isEqualTo(refusal);
        assertThat(refused.detail()).contains(detail);
    }

    @Test
    void a_foreign_amount_is_converted_by_its_rate_to_the_cent() {
        Posting.Foreign dollars =
                new Posting.Foreign(new Money(10_001, "USD"), new BigDecimal("7.1055"));
        Posting sound = Posting.debit("1012", Money.parse("710.62"))
                .with(Posting.Details.NONE.with(dollars));
        Posting other = Posting.credit("5602", Money.parse("710.62"));
        assertThat(book.post(Drafts.draft(sound, other), "王芳"))
                .isInstanceOf(Outcome.Posted.class);
        Posting wrong = Posting.debit("1012", Money.parse("710.61")).with(sound.details());
        assertThat(book.post(Drafts.draft(wrong, Posting.credit("5602", wrong.amount())), "王芳"))
                .isEqualTo(new Outcome.Refused(Refusal.FOREIGN_AMOUNT_DOES_NOT_FIT, "1012"));
    }

    private static Proposal closing(String rule, Posting... lines) {
        return new Proposal("close:" + rule, LocalDate.parse("2026-03-31"),
                JournalEntry.Kind.CLOSING, "结转", List.of(lines), List.of(), rule, "月末",
                List.of(), Optional.empty());
    }

    @Test
    void the_profit_transfer_carries_an_account_as_a_whole_whatever_it_is_kept_by() {
        Posting[] lines = {Posting.credit("5601", Money.parse("60.00")),
            Posting.debit("5602", Money.parse("60.00"))};
        JournalEntry carried = posted(closing(JournalEntry.PROFIT_TRANSFER, lines));
        assertRefused(closing("accrual", lines), Refusal.DIMENSION_IS_MISSING, "5601");
        assertThat(book.post(Drafts.draft(lines), "王芳")).as("not a closing entry")
                .isInstanceOf(Outcome.Refused.class);
        memory.keep(new Outcome.Posted(carried));
        assertThat(book.correct(carried.number(), LocalDate.parse("2026-03-31"), "错", "王芳"))
                .as("a red entry repeats its lines").isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void a_revaluation_changes_the_amount_and_not_the_foreign_one() {
        Posting grown = Posting.debit("1012", Money.parse("120.00")).with(Posting.Details.NONE
                .with(new Posting.Foreign(new Money(0, "USD"), new BigDecimal("7.1"))));
        Posting gain = Posting.credit("5602", Money.parse("120.00"));
        posted(closing("exchange-gain", grown, gain));
        assertRefused(Drafts.draft(grown, gain), Refusal.FOREIGN_AMOUNT_DOES_NOT_FIT, "1012");
    }

    @Test
    void a_supplement_adds_to_an_entry_and_leaves_it_standing() {
        JournalEntry first = ((Outcome.Posted) book.post(Drafts.sound(), "王芳")).entry();
        memory.keep(new Outcome.Posted(first));
        Proposal more = new Proposal("p2", LocalDate.parse("2026-03-09"),
                JournalEntry.Kind.SUPPLEMENT, "补记", Drafts.sound().postings(),
                List.of(Drafts.PAPER), "by-hand", "少记", List.of(), Optional.of(first.number()));
        Outcome outcome = book.post(more, "王芳");
        memory.keep(outcome);
        JournalEntry supplement = ((Outcome.Posted) outcome).entry();
        assertThat(supplement.corrects()).contains(first.number());
        assertThat(supplement.takesBack()).isEmpty();
        assertThat(book.correct(first.number(), LocalDate.parse("2026-03-10"), "错", "王芳"))
                .isInstanceOf(Outcome.Posted.class);
    }
}
