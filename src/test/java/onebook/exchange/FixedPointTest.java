package onebook.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|0", "1|100", "1234.5|123450", "-0.01|-1", "+7.10|710",
        ".5|50", "5.|500", "1,234.50|123450", "-1,234,567.89|-123456789", "￥12.00|1200",
        "¥ 3.5|350", "１２３．４５|12345", "(1,234.00)|-123400", "8元|800", "12.500000|1250",
        "−5|-500", "0000000000000000000000012.34|1234", "10000000000000.00|1000000000000000"})
    void a_figure_is_read_exactly(String cell, long minor) {
        assertThat(FixedPoint.parse(cell, 2)).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "abc", "-", "--1", "1-", "1.2.3", "12,50", "1,23,456", "1e5",
        "1 000", "", "=1", "0x10", "(5", "5)", "NaN", "+-5", "1,234,56", "一百", ".", "元"})
    void what_is_no_exact_figure_is_none(String cell) {
        assertThat(FixedPoint.parse(cell, 2)).isEqualTo(FixedPoint.NOT_A_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "92233720368547758.08", "1,000,000,000,000,"
            + "000,000,000.00", "-9999999999999999999999999999999999999999"})
    void what_no_book_can_hold_is_too_large(String cell) {
        assertThat(FixedPoint.parse(cell, 2)).isEqualTo(FixedPoint.TOO_LARGE);
    }

    @Test
    void every_amount_reads_as_a_big_decimal_would() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long minor = random.nextLong() >> random.nextInt(64) >> 4;
            int decimals = random.nextInt(5);
            String plain = BigDecimal.valueOf(minor, decimals).toPlainString();
            assertThat(FixedPoint.parse(plain, decimals)).as(plain).isEqualTo(minor);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.30000000000000004,0.3", "1234.5600000000001,1234.56", "1.5E7,15000000",
        "1234.5,1234.5", "6222021234567890123,6222021234567890123", "1E+400,1E+400",
        "-2.9999999999999996,-3", "abc.E,abc.E", "1002.01,1002.01"})
    void a_workbooks_number_is_what_the_spreadsheet_shows(String cell, String shown) {
        assertThat(FixedPoint.shown(cell)).isEqualTo(shown);
    }
}
