package onebook.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "daily 07:30,      2026-03-05T07:29, 2026-03-05T07:30",
        "daily 07:30,      2026-03-05T07:30, 2026-03-06T07:30",
        "daily 07:30,      2026-02-28T23:59, 2026-03-01T07:30",
        "daily 00:00,      2026-12-31T00:00, 2027-01-01T00:00",
        "hourly,           2026-03-05T07:00, 2026-03-05T08:00",
        "hourly,           2026-03-05T23:59, 2026-03-06T00:00",
        "weekly mon 08:00, 2026-03-05T12:00, 2026-03-09T08:00",
        "weekly mon 08:00, 2026-03-09T08:00, 2026-03-16T08:00",
        "weekly sun 23:00, 2026-03-05T12:00, 2026-03-08T23:00",
        "weekly thu 08:00, 2026-03-05T07:00, 2026-03-05T08:00",
        "monthly 5 09:00,  2026-03-05T09:00, 2026-04-05T09:00",
        "monthly 5 09:00,  2025-12-31T09:00, 2026-01-05T09:00",
        "monthly 31 09:00, 2026-01-31T09:00, 2026-02-28T09:00",
        "monthly 31 09:00, 2026-02-28T09:00, 2026-03-31T09:00",
        "monthly 30 09:00, 2028-02-01T00:00, 2028-02-29T09:00"})
    void next_due_time_after_a_moment(String schedule, String after, String next) {
        assertThat(Schedule.parse(schedule).next(china(after))).isEqualTo(china(next));
    }

    @ParameterizedTest
    @CsvSource({
        "daily 07:30,      2026-03-05T07:29, 2026-03-04T07:30",
        "daily 07:30,      2026-03-05T07:30, 2026-03-05T07:30",
        "hourly,           2026-03-05T07:59, 2026-03-05T07:00",
        "weekly mon 08:00, 2026-03-05T12:00, 2026-03-02T08:00",
        "monthly 31 09:00, 2026-03-30T00:00, 2026-02-28T09:00",
        "monthly 5 09:00,  2026-01-05T08:59, 2025-12-05T09:00"})
    void latest_due_time_up_to_a_moment(String schedule, String upTo, String latest) {
        assertThat(Schedule.parse(schedule).latest(china(upTo))).isEqualTo(china(latest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hourly", "daily 07:30", "weekly sat 23:59", "monthly 29 00:01"})
    void due_times_follow_each_other_without_gap_or_repetition(String text) {
        Schedule schedule = Schedule.parse(text);
        Instant due = china("2023-12-30T11:11");
        for (int i = 0; i < 2000; i++) {
            Instant next = schedule.next(due);
            assertThat(next).isAfter(due);
            assertThat(schedule.latest(next)).isEqualTo(next);
            assertThat(schedule.latest(next.minusMillis(1))).isEqualTo(schedule.latest(due));
            assertThat(schedule.next(next.minusMillis(1))).isEqualTo(next);
            due = next;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hourly", "daily 07:30", "weekly mon 08:00", "monthly 5 09:00"})
    void a_schedule_is_written_as_it_is_read(String text) {
        assertThat(Schedule.parse(text)).hasToString(text);
        assertThat(Schedule.parse(" " + text.toUpperCase().replace(" ", "  "))).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "daily", "daily 7:30", "daily 24:00", "daily 07:60", "weekly 08:00",
        "weekly xyz 08:00", "monthly 0 09:00", "monthly 32 09:00", "monthly 5", "every day",
        "daily 07:30\nhourly2", "yearly 1 1 00:00", "daily ٠٧:٣٠"})
    void other_words_are_no_schedule(String text) {
        assertThatThrownBy(() -> Schedule.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a");
    }

    @Test
    void due_times_are_by_the_clocks_of_china() {
        assertThat(Schedule.parse("daily 07:30").next(Instant.parse("2026-03-04T20:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-04T23:30:00Z"));
    }

    static Instant china(String local) {
        return LocalDateTime.parse(local.trim()).atZone(Schedule.ZONE).toInstant();
    }
}
