package onebook.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-05", "2026/3/5", "2026.03.05", "20260305", "2026年3月5日",
        "2026-03-05 17:07:09", "2026-03-05T00:00", "2026/3/5 0:00", "46086", "46086.5"})
    void a_date_is_read_as_people_and_programs_write_it(String cell) {
        assertThat(Day.of(cell)).contains(LocalDate.of(2026, 3, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-29", "2026-13-01", "26-03-05", "05/03/2026", "2026-03",
        "2026-03-05-01", "20260230", "123", "202603051", "2026-3-", "三月五日", "2026-03-005",
        "99999999999", "-2026-03-05", "2026--03"})
    void what_is_no_date_is_none(String cell) {
        assertThat(Day.of(cell)).isEmpty();
    }
}
