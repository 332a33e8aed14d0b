package onebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.Records.Part;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final Period FEBRUARY = Period.parse("2026-02");
    private static final Period MARCH = Period.parse("2026-03");
    private static final AccountCode CASH = AccountCode.of("1002");
    private static final AccountCode SALES = AccountCode.of("5001");

    private final Drafts.Memory memory = new Drafts.Memory();
    private final Book book = new Book(Drafts.CHART, Drafts.FROM, memory);

    private EntryNumber post(String id, JournalEntry.Kind kind, String rule, String date,
            long fen) {
        return memory.keep(book.post(new Proposal(id, LocalDate.parse(date), kind, id,
                List.of(Posting.debit("1002.01", Money.cny(fen)),
                        Posting.credit("5001", Money.cny(fen))), List.of(Drafts.PAPER), rule, "",
                List.of(), Optional.empty()), "王芳")).number();
    }

    private Records records() {
        post("opening", JournalEntry.Kind.OPENING, "opening-balances", "2026-02-01", 5);
        EntryNumber wrong = post("sale", JournalEntry.Kind.ORDINARY, "sale", "2026-02-10", 70);
        post("carried", JournalEntry.Kind.CLOSING, JournalEntry.PROFIT_TRANSFER, "2026-02-28", 900);
        memory.keep(book.correct(wrong, LocalDate.parse("2026-03-02"), "错", "王芳"));
        memory.keep(book.correct(EntryNumber.parse("2026-02-0003"), LocalDate.parse("2026-03-02"),
                "错", "王芳"));
        return Records.of(memory.entries.values());
    }

    @Test
    void each_part_has_its_own_sums_and_red_entries_stand_with_what_they_take_back() {
        Records records = records();
        assertThat(records.balances(Part.OPENING, FEBRUARY, MARCH).balance(CASH))
                .isEqualTo(Money.cny(5));
        assertThat(records.balances(Part.TURNOVER, FEBRUARY, FEBRUARY).balance(CASH))
                .isEqualTo(Money.cny(70));
        assertThat(records.balances(Part.TURNOVER, FEBRUARY, MARCH).balance(CASH))
                .isEqualTo(Money.ZERO);
        assertThat(records.balances(Part.TRANSFER, MARCH, MARCH).balance(SALES))
                .isEqualTo(Money.cny(900));
        assertThat(records.balances(FEBRUARY, MARCH).balance(CASH)).isEqualTo(Money.cny(5));
    }

    @Test
    void entries_come_by_month_and_account_in_order_of_number() {
        Records records = records();
        assertThat(records.entries(Set.of(CASH), FEBRUARY, MARCH).map(JournalEntry::number))
                .hasSize(5).isSorted();
        assertThat(records.entries(Set.of(AccountCode.of("1122")), FEBRUARY, MARCH)).isEmpty();
        assertThat(records.entries(Set.of(), MARCH, MARCH)).hasSize(2);
        assertThat(records.firstMonth()).contains(FEBRUARY);
    }
}
