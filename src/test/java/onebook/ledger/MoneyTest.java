package onebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final Money MAX = Money.cny(Long.MAX_VALUE);
    private static final Money MIN = Money.cny(Long.MIN_VALUE);

    @ParameterizedTest
    @CsvSource({"0,0", "0.01,1", "-0.01,-1", "1234.50,123450", "1234.5,123450", "1E+3,100000",
        "92233720368547758.07,9223372036854775807", "-92233720368547758.08,-9223372036854775808",
        "0E+999999999,0"})
    void text_is_read_exactly(String text, long fen) {
        assertThat(Money.parse(text)).isEqualTo(Money.cny(fen));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0.001", "1.005", "92233720368547758.08", "-92233720368547758.09", "1E+30"})
    void what_does_not_fit_is_never_rounded(String text) {
        assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "¥1.00", "1,234.00", "1.2.3", "abc", "NaN", "Infinity"})
    void other_text_is_no_amount(String text) {
        assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "-1E+2147483647", "1E-999999999", "1E-2147483647"})
    @Timeout(5)
    void exponents_meant_to_fill_the_memory_are_refused_at_once(String text) {
        assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(ArithmeticException.class);
        BigDecimal huge = new BigDecimal(text);
        assertThatThrownBy(() -> Money.rounded(huge, Money.CNY, RoundingMode.HALF_UP))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void no_sum_wraps_around() {
        assertThatThrownBy(() -> MAX.plus(Money.cny(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> MIN.minus(Money.cny(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(MIN::negated).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(MIN::abs).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> MAX.times(new BigDecimal("1.01"), RoundingMode.HALF_UP))
                .isInstanceOf(ArithmeticException.class);
        assertThat(MAX.plus(MIN)).isEqualTo(Money.cny(-1));
    }

    @Test
    void currencies_do_not_mix() {
        Money dollar = new Money(1, "USD");
        assertThatThrownBy(() -> Money.ZERO.plus(dollar)).hasMessage("CNY is not USD");
        assertThatThrownBy(() -> Money.ZERO.minus(dollar)).hasMessage("CNY is not USD");
        assertThatThrownBy(() -> Money.ZERO.compareTo(dollar)).hasMessage("CNY is not USD");
        assertThat(Money.cny(1)).isNotEqualTo(dollar);
        assertThatThrownBy(() -> new Money(1, "元")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"100.50,0.03,HALF_UP,3.02", "100.50,0.03,DOWN,3.01", "0.50,0.01,HALF_UP,0.01",
        "0.49,0.01,HALF_UP,0.00", "-0.50,0.01,HALF_UP,-0.01", "-100.50,0.03,HALF_UP,-3.02"})
    void a_product_is_rounded_as_named(String amount, String rate, RoundingMode rounding,
            String product) {
        assertThat(Money.parse(amount).times(new BigDecimal(rate), rounding)).hasToString(product);
    }

    @Test
    void the_unit_is_that_of_the_currency() {
        assertThat(Money.of(new BigDecimal("1234"), "JPY").minor()).isEqualTo(1234);
        assertThat(Money.of(new BigDecimal("1.234"), "KWD").minor()).isEqualTo(1234);
        assertThatThrownBy(() -> Money.of(new BigDecimal("0.5"), "JPY"))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"0,0.00", "5,0.05", "-5,-0.05", "123450,1234.50", "-9223372036854775808,"
            + "-92233720368547758.08"})
    void an_amount_is_written_plainly_and_reads_back(long fen, String text) {
        assertThat(Money.cny(fen)).hasToString(text);
        assertThat(Money.parse(text)).isEqualTo(Money.cny(fen));
    }

    @Test
    void signs_are_told_apart() {
        assertThat(Money.cny(1).isPositive()).isTrue();
        assertThat(Money.cny(-1).isNegative()).isTrue();
        assertThat(Money.ZERO.isZero()).isTrue();
        assertThat(Money.ZERO.isPositive() || Money.ZERO.isNegative()).isFalse();
        assertThat(Money.cny(-7).abs()).isEqualTo(Money.cny(7));
        assertThat(Money.cny(3)).isLessThan(Money.cny(4));
    }
}
