package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.JournalEntry.Hands;
import onebook.ledger.JournalEntry.Kind;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Records;
import onebook.ledger.Side;
import org.junit.jupiter.api.Test;

/** What a payment settles, in movements written "date kind amount": above zero an item arises. */
class AgeingTest {
    private static final List<Ageing.Bucket> BUCKETS =
            Ageing.buckets("days,label\n30,young\n60,middle\n,old\n");
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Map<Period, Integer> last = new TreeMap<>();

    @Test
    void a_payment_settles_the_oldest_item() {
        move("2026-01-01 sale 100", "2026-02-10 sale 100", "2026-03-20 sale 50",
                "2026-03-25 pay -120");
        assertThat(open()).isEqualTo("young 50.00 middle 80.00 old 0.00 advance 0.00");
    }

    @Test
    void a_matched_payment_settles_the_item_of_its_amount() {
        move("2026-01-01 sale 100", "2026-02-10 sale 70", "2026-03-20 match -70");
        assertThat(open()).isEqualTo("young 0.00 middle 0.00 old 100.00 advance 0.00");
    }

    @Test
    void a_matched_payment_of_no_items_amount_settles_the_oldest() {
        move("2026-01-01 sale 100", "2026-02-10 sale 70", "2026-03-20 match -60");
        assertThat(open()).isEqualTo("young 0.00 middle 70.00 old 40.00 advance 0.00");
    }

    @Test
    void what_is_paid_beyond_all_items_waits_for_the_next_one() {
        move("2026-01-01 sale 100", "2026-01-05 pay -150");
        assertThat(open()).isEqualTo("young 0.00 middle 0.00 old 0.00 advance -50.00");
        move("2026-03-20 sale 80");
        assertThat(open()).isEqualTo("young 30.00 middle 0.00 old 0.00 advance 0.00");
    }

    @Test
    void a_red_entry_takes_back_its_own_item_and_not_the_oldest() {
        move("2026-01-01 sale 100", "2026-02-10 sale 70", "2026-03-20 red:2026-02-0001 -70");
        assertThat(open()).isEqualTo("young 0.00 middle 0.00 old 100.00 advance 0.00");
    }

    @Test
    void a_payment_of_an_item_that_was_taken_back_settles_the_others() {
        move("2026-01-01 sale 100", "2026-01-02 pay -100", "2026-02-10 sale 70",
                "2026-03-20 red:2026-01-0001 -100");
        assertThat(open()).isEqualTo("young 0.00 middle 0.00 old 0.00 advance -30.00");
    }

    @Test
    void a_payment_that_was_taken_back_opens_what_it_settled_with_its_age() {
        move("2026-01-01 sale 100", "2026-02-10 pay -100", "2026-03-20 sale 30",
                "2026-03-21 red:2026-02-0001 100");
        assertThat(open()).isEqualTo("young 30.00 middle 0.00 old 100.00 advance 0.00");
    }

    @Test
    void what_was_taken_back_to_a_part_stays_open_for_the_rest() {
        move("2026-01-01 sale 100", "2026-03-20 red:2026-01-0001 -40");
        assertThat(open()).isEqualTo("young 0.00 middle 0.00 old 60.00 advance 0.00");
    }

    @Test
    void an_item_grows_older_on_the_day_after_the_bucket_ends() {
        move("2026-03-01 sale 10", "2026-02-28 sale 20");
        assertThat(open()).isEqualTo("young 10.00 middle 20.00 old 0.00 advance 0.00");
    }

    @Test
    void what_comes_later_is_not_open_yet() {
        move("2026-03-31 sale 10", "2026-04-01 sale 20");
        assertThat(open()).isEqualTo("young 10.00 middle 0.00 old 0.00 advance 0.00");
    }

    @Test
    void a_party_with_nothing_open_is_left_out() {
        move("2026-01-01 sale 100", "2026-01-05 pay -100");
        assertThat(ageing().rows()).isEmpty();
    }

    @Test
    void buckets_that_do_not_rise_or_do_not_end_are_refused() {
        for (String table : List.of("days,label\n30,a\n30,b\n,c\n", "days,label\n30,a\n",
                "days,label\n,a\n30,b\n", "days,label\nx,a\n,c\n", "days,label\n30\n", "")) {
            assertThatThrownBy(() -> Ageing.buckets(table))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("buckets of ageing");
        }
    }

    @Test
    void a_hundred_thousand_items_of_one_party_are_aged_at_once() {
        for (int item = 0; item < 100_000; item++) {
            move("2026-01-01 sale 2", "2026-01-02 pay -1");
        }
        assertThat(open()).isEqualTo("young 0.00 middle 0.00 old 100000.00 advance 0.00");
    }

    private void move(String... movements) {
        for (String movement : movements) {
            String[] words = movement.split(" ");
            LocalDate date = LocalDate.parse(words[0]);
            boolean isRed = words[1].startsWith("red:");
            Money amount = Money.parse(words[2]);
            Period month = Period.of(date);
            EntryNumber number = new EntryNumber(month, last.merge(month, 1, Integer::sum));
            entries.add(new JournalEntry(number, date, isRed ? Kind.CORRECTION : Kind.ORDINARY,
                    words[1], List.of(new Posting(AccountCode.of("1122"), Side.DEBIT, amount, "甲"),
                    Posting.credit("5001", amount)), List.of(), words[1], "测试", Hands.of("rule"),
                    "p" + number, isRed ? Optional.of(EntryNumber.parse(words[1].substring(4)))
                    : Optional.empty(), 0, List.of()));
        }
    }

    private Ageing ageing() {
        return Ageing.of(Records.of(entries), AccountCode.of("1122"), Side.DEBIT,
                LocalDate.parse("2026-03-31"), BUCKETS);
    }

    private String open() {
        Ageing.Row row = ageing().total();
        return "young %s middle %s old %s advance %s".formatted(row.amounts().get(0),
                row.amounts().get(1), row.amounts().get(2), row.advance());
    }
}
