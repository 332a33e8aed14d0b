package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a draft tells while it is typed, and how one person settles it alone. */
class DraftTest {
    private static final String BY = "王芳";

    @Test
    void one_person_reviews_and_posts_in_one_go_what_is_sound(@TempDir Path folder) {
        SettableClock clock = new SettableClock("2026-01-20T12:00");
        try (Desk desk = Desk.open(Firm.first(folder).begin(clock).book(), clock)) {
            Vouchers vouchers = Vouchers.of(desk);
            Voucher draft = vouchers.save(Papers.expense(), BY);
            JournalEntry entry = VouchersTest.posted(
                    vouchers.settle(draft.id(), draft.revision(), BY));
            assertThat(entry.hands()).isEqualTo(JournalEntry.Hands.of(BY));
            assertThat(vouchers.list()).isEmpty();
            Voucher half = vouchers.save(Papers.draft(Papers.debit("5602.05", 120_00)), BY);
            VouchersTest.assertRefused(() -> vouchers.settle(half.id(), half.revision(), BY),
                    Refusal.FEWER_THAN_TWO_POSTINGS);
            assertThat(vouchers.get(half.id()).isReviewed()).isFalse();
        }
    }

    @Test
    void a_line_is_told_what_would_balance_the_voucher() {
        Draft draft = Papers.draft(Papers.debit("5602.05", 120_00), Papers.credit("1001", 20_00),
                Papers.credit("1002", 7));
        assertThat(draft.balancing(2, Side.CREDIT)).contains(Money.cny(100_00));
        assertThat(draft.balancing(2, Side.DEBIT)).contains(Money.cny(-100_00));
        assertThat(draft.balancing(-1, Side.CREDIT)).contains(Money.cny(99_93));
        assertThat(Papers.expense().balancing(-1, Side.DEBIT)).isEmpty();
        assertThat(Papers.draft(Papers.debit("1001", Long.MIN_VALUE), Papers.debit("1001", 1),
                Papers.debit("1001", 1)).balancing(-1, Side.DEBIT)).isEmpty();
    }
}
