package onebook.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Optional;
import onebook.document.table.CellText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single cells say. */
class CellTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "+10000.00       | 10000.00", "-1,000.00     | -1000.00", "8,000.00(CN)  | 8000.00",
                "¥22.30      | 22.30",
        "￥8.00          | 8.00",      "CNY13.50      | 13.50",    "CNY 666.60    | 666.60",
        "3.00元      | 3.00",
        "(1,234.00)      | -1234.00",  "１，２３４.５０ | 1234.50",  "－12.00        | -12.00",
        "−0.01       | -0.01",
        ".5              | 0.50",      "1234567890123 | 1234567890123.00", "1.2E3 | 1200.00",
        "100         | 100.00",
        "0.30000000000000004 | 0.30",  "1234.5600000000001 | 1234.56", "0.0 | 0.00",
        "-0.00 | 0.00", "12.5000 | 12.50"})
    void amounts_are_read_in_every_dress(String cell, String amount) {
        assertThat(Figure.of(CellText.clean(cell)).in("CNY").orElseThrow()).hasToString(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.3.4", "1,23", "1.234,56", "abc", "=SUM(A1:A2)", "1-", "(5", "5)",
            "12 34", "99999999999999999",
        "1/2", "٣", "1e999", "++1", "0x10"})
    void what_is_no_amount_is_unreadable(String cell) {
        assertThat(Figure.of(CellText.clean(cell)).state()).isEqualTo(Figure.State.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.005", "0.001", "1e-3", "1e40"})
    void what_the_currency_cannot_hold_is_no_money(String cell) {
        assertThat(Figure.of(cell).in("CNY")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--", "-", "—", "  ", "/", "\t", "=\"\"", "'", "-------------------",
            "\u3000"})
    void what_banks_write_for_nothing_is_empty(String cell) {
        assertThat(Figure.of(CellText.clean(cell)).state()).isEqualTo(Figure.State.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "20260410                  | 2026-04-10 |",
                "2026-04-10              | 2026-04-10 |",
        "2026/4/10                 | 2026-04-10 |",
        "2026/4/10 9:05          | 2026-04-10 | 09:05",
        "20260410 17:07:09         | 2026-04-10 | 17:07:09",
        "20260410170709         | 2026-04-10 | 17:07:09",
        "2026-04-10T17:07:09.123   | 2026-04-10 | 17:07:09", "2026年4月1日            | 2026-04-01 |",
        "2026-02-03-11.20.33.123   | 2026-02-03 | 11:20:33", "２０２６-04-10          | 2026-04-10 |",
        "46122                     | 2026-04-10 |",
        "46122.713298611         | 2026-04-10 | 17:07:09",
        "2026.4.10                 | 2026-04-10 |",
        "12/29                   | 2025-12-29 |",
        "01/02                     | 2026-01-02 |"})
    void days_and_times_are_read(String cell, String date, String time) {
        Moment moment = Moment.of(cell, Moment.Days.YMD, Optional.of(YearMonth.of(2026, 1)))
                .orElseThrow();
        assertThat(moment.date()).hasToString(date);
        assertThat(moment.time()).isEqualTo(time == null ? "" : time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "20261301", "合计", "12.50", "1", "123456789012",
            "24/03/2025", "19999", "2026-4", "00/00"})
    void what_is_no_day_is_none(String cell) {
        assertThat(Moment.of(cell, Moment.Days.YMD, Optional.of(YearMonth.of(2026, 1)))).isEmpty();
    }

    @Test
    void the_order_of_day_and_month_is_the_layouts() {
        assertThat(Moment.of("04/03/2025", Moment.Days.DMY, Optional.empty()).orElseThrow().date())
                .hasToString("2025-03-04");
        assertThat(Moment.of("04/03/2025", Moment.Days.MDY, Optional.empty()).orElseThrow().date())
                .hasToString("2025-04-03");
    }

    @ParameterizedTest
    @CsvSource({"170709, 17:07:09", "93045, 09:30:45", "905, 00:09:05", "17:07:09, 17:07:09",
            "9:5:3, 09:05:03", "0.5, 12:00:00",
        "250000, ''", "17:61, ''", "'', ''", "abc, ''"})
    void a_time_of_its_own_is_read(String cell, String time) {
        assertThat(Moment.time(cell)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#',
            value = {"=\"19045101040012345\" | 19045101040012345", "'622848 | 622848",
                    "`SUCCESS | SUCCESS",
        "\t20230222\t | 20230222", "a\u00A0 \u3000b | a b", "\uFEFF交易时间 | 交易时间"})
    void wrappings_of_spreadsheets_are_taken_off(String cell, String text) {
        assertThat(CellText.clean(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"交易日期[ Transaction Date ] | 交易日期", "日 志 号 | 日志号", "借方发生额（支取） | 借方发生额(支取)",
        "收入金额（+元） | 收入金额", "账户余额（元）| 账户余额", "户名： | 户名", "Post date | postdate"})
    void labels_are_compared_without_their_dress(String cell, String label) {
        assertThat(CellText.label(cell)).isEqualTo(label);
    }
}
