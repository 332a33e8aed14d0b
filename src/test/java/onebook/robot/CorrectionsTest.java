package onebook.robot;

import static onebook.robot.VouchersTest.assertRefused;
import static onebook.robot.VouchersTest.posted;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Outcome;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 红字注销, 蓝字订正, 补充登记. */
class CorrectionsTest {
    private static final String BY = "王芳";
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-01-20T12:00");
    private Desk desk;
    private Vouchers vouchers;
    private Corrections corrections;

    @BeforeEach
    void open() {
        desk = Desk.open(Firm.first(folder).begin(clock).book(), clock);
        vouchers = Vouchers.of(desk);
        corrections = Corrections.of(desk);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private JournalEntry post(Draft draft) {
        Voucher saved = vouchers.save(draft, BY);
        vouchers.review(saved.id(), saved.revision(), BY);
        return posted(vouchers.post(saved.id(), BY));
    }

    private List<Refusal> problems(Draft draft) {
        return vouchers.check(draft).problems().stream().map(Problem::name).toList();
    }

    @Test
    void a_red_entry_says_the_prescribed_words_and_the_blue_one_follows() {
        JournalEntry wrong = post(Papers.expense());
        JournalEntry red = posted(corrections.correct(wrong.number(),
                corrections.openDay(wrong.number()), "金额写错", BY));
        assertThat(red.summary()).isEqualTo("注销2026年1月15日第1号凭证");
        assertThat(corrections.takenBackBy(wrong.number())).contains(red.number());
        Draft blue = corrections.blue(wrong.number(), Papers.DAY);
        assertThat(blue.summary()).isEqualTo("订正2026年1月15日第1号凭证");
        assertThat(blue.lines()).isEqualTo(Papers.expense().lines());
        assertThat(post(blue).number()).hasToString("2026-01-0003");
        assertThat(corrections.correct(wrong.number(), Papers.DAY, "再来", BY)).isEqualTo(
                new Outcome.Refused(Refusal.ENTRY_ALREADY_CORRECTED,
                        wrong.number() + " was taken back by " + red.number()));
        assertThat(corrections.correct(EntryNumber.parse("2026-01-0099"), Papers.DAY, "?", BY))
                .isEqualTo(new Outcome.Refused(Refusal.ENTRY_IS_UNKNOWN, "2026-01-0099"));
    }

    @Test
    void supplements_add_to_an_entry_as_often_as_it_takes_and_it_can_still_be_taken_back() {
        JournalEntry small = post(Papers.expense());
        for (String day : List.of("2026-01-16", "2026-02-03")) {
            Draft more = corrections.supplement(small.number(), LocalDate.parse(day), "少记 10 元",
                    List.of(Papers.debit("5602.05", 1000), Papers.credit("1001", 1000)));
            JournalEntry entry = post(more);
            assertThat(entry.kind()).isEqualTo(JournalEntry.Kind.SUPPLEMENT);
            assertThat(entry.summary()).isEqualTo("补充2026年1月15日第1号凭证");
            assertThat(entry.corrects()).contains(small.number());
            assertThat(entry.evidence()).isEqualTo(small.evidence());
        }
        posted(corrections.correct(small.number(), Papers.DAY, "全错", BY));
        assertThat(desk.audit()).isEmpty();
        assertRefused(() -> corrections.supplement(EntryNumber.parse("2026-01-0099"), Papers.DAY,
                "?", List.of()), Refusal.ENTRY_IS_UNKNOWN);
    }

    @Test
    void a_red_draft_with_other_lines_is_no_red_entry() {
        JournalEntry wrong = post(Papers.expense());
        Draft red = Corrections.redOf(wrong, Papers.DAY, "错");
        assertThat(problems(red)).isEmpty();
        Draft other = new Draft(red.date(), red.kind(), red.summary(), Papers.toBank().lines(),
                red.evidence(), 0, red.corrects(), red.source());
        assertThat(problems(other)).containsExactly(Refusal.RED_LINES_DIFFER);
        Draft ofNothing = new Draft(red.date(), JournalEntry.Kind.SUPPLEMENT, red.summary(),
                red.lines(), red.evidence(), 0, Optional.empty(), red.source());
        assertThat(problems(ofNothing)).containsExactly(Refusal.ENTRY_IS_UNKNOWN);
    }
}
