package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a month open, and what is wrong with what a person gives the close. */
class ClosingRefusalsTest {
    private static final Period JANUARY = Period.parse("2026-01");

    @TempDir
    private Path folder;

    private static Refusal keepsOpen(Story story, String month) {
        CloseOrder order = CloseOrder.of(Period.parse(month), Set.<Refusal>of());
        return story.desk.closing().attempt(order, "王芳").openBecause().orElseThrow().name();
    }

    private static Refusal refusal(Runnable work) {
        return catchThrowableOfType(RefusedException.class, work::run).refusal();
    }

    @Test
    void a_month_with_a_day_of_less_than_no_cash_stays_open() {
        try (Story story = Story.of(folder, Story.SMALL)) {
            story.post("2026-01-05", "借 5602.05 10.00; 贷 1001 10.00");
            story.post("2026-01-06", "借 1001 99.00; 贷 3001 99.00");
            assertThat(keepsOpen(story, "2026-01")).isEqualTo(Refusal.CASH_IS_BELOW_ZERO);
        }
    }

    @Test
    void a_month_whose_depreciation_is_not_booked_stays_open() {
        try (Story story = Story.of(folder, Story.SMALL)) {
            story.desk.recurring().add("""
                    assets:
                      - {id: van, name: 面包车, cost: 48000.00, life: vehicle, bought: 2025-12-08}
                    """, "王芳");
            assertThat(keepsOpen(story, "2026-01")).isEqualTo(Refusal.RECURRING_ENTRIES_ARE_DUE);
        }
    }

    @Test
    void a_recurring_entry_that_cannot_be_read_is_not_kept() {
        try (Story story = Story.of(folder, Story.SMALL)) {
            assertThat(refusal(() -> story.desk.recurring().add("assets: [{id: x}]", "王芳")))
                    .isEqualTo(Refusal.RECURRING_ENTRY_IS_WRONG);
            assertThat(story.desk.recurring().items()).isEmpty();
        }
    }

    @Test
    void a_rate_that_is_none_is_refused() {
        try (Story story = Story.of(folder, Story.SMALL)) {
            assertThat(refusal(() -> story.desk.closing().rate(JANUARY, "USD", BigDecimal.ZERO,
                    "王芳"))).isEqualTo(Refusal.EXCHANGE_RATE_IS_MISSING);
            assertThat(story.desk.closing().rates(JANUARY)).isEmpty();
        }
    }

    @Test
    void an_export_takes_no_folder_that_holds_something() throws IOException {
        try (Story story = Story.of(folder, Story.SMALL)) {
            Path target = Files.createDirectory(folder.resolve("export"));
            Files.writeString(target.resolve("mine.txt"), "mine");
            assertThat(refusal(() -> BookExport.write(story.desk, target, BookExport.Form.CSV,
                    StandardCharsets.UTF_8))).isEqualTo(Refusal.FOLDER_IS_NOT_EMPTY);
            assertThat(target.resolve("mine.txt")).hasContent("mine");
        }
    }
}
