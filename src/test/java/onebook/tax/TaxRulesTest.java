package onebook.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import onebook.ledger.Money;
import onebook.ledger.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxRulesTest {

    @Test
    void delivered_rules_have_the_rates_of_2026() {
        VatRules rules = TaxRules.standard().in(TaxPeriod.parse("2026Q4"));
        assertThat(rules.levy()).isEqualTo("0.03");
        assertThat(rules.reduced()).isEqualTo("0.01");
        assertThat(rules.limit().quarter()).isEqualTo(Money.parse("300000.00"));
        assertThat(rules.surcharges().cityMaintenance().get(Place.COUNTY)).isEqualTo("0.05");
        assertThat(rules.relief("reduced_levy").code()).isEqualTo("01011608");
        assertThat(rules.relief("reduced_levy").note()).contains("verify");
        assertThatThrownBy(() -> rules.relief("none")).hasMessageContaining("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022Q4", "2028Q1", "2030-01"})
    void a_period_without_rules_is_refused_by_name(String period) {
        assertThatThrownBy(() -> TaxRules.standard().in(TaxPeriod.parse(period)))
                .hasMessageContaining(period);
    }

    @ParameterizedTest
    @CsvSource({"信息技术服务, true", "租赁服务, true", "劳务, false", "修理修配劳务, false",
        "计算机外部设备, false", "'', false"})
    void repair_counts_as_goods(String category, boolean service) {
        assertThat(TaxRules.standard().isService(category)).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({"valid_from, the tax rules lack valid_from", "levy, the tax rules lack levy",
        "education_exempt_when, the tax rules lack education_exempt_when"})
    void missing_field_is_named(String field, String message) throws Exception {
        String good = delivered();
        String bad = good.replace(field + ":", "other:");
        assertThatThrownBy(() -> read(bad)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void rate_above_one_and_unknown_operator_are_refused() throws Exception {
        assertThatThrownBy(() -> read(delivered().replace("rate: \"0.03\"", "rate: \"3\"")))
                .hasMessageContaining("rate");
        assertThatThrownBy(() -> read(delivered().replace("exempt_when: \"<\"",
                "exempt_when: \"!=\""))).hasMessageContaining("!=");
        assertThatThrownBy(() -> read("rules: []\nservice_categories: [a]"))
                .hasMessageContaining("rules");
    }

    private static String delivered() throws Exception {
        try (InputStream in = TaxRulesTest.class.getResourceAsStream(
                "/templates/tax/vat-small-scale.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static TaxRules read(String yaml) throws Exception {
        return TaxRules.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void periods_are_written_as_quarters_or_months() {
        TaxPeriod quarter = TaxPeriod.parse("2026Q2");
        assertThat(quarter.from()).isEqualTo(Period.parse("2026-04"));
        assertThat(quarter.to()).isEqualTo(Period.parse("2026-06"));
        assertThat(quarter).hasToString("2026Q2").isEqualTo(
                TaxPeriod.quarterOf(Period.parse("2026-05")));
        assertThat(quarter.yearToDate()).extracting(TaxPeriod::toString)
                .containsExactly("2026Q1", "2026Q2");
        TaxPeriod month = TaxPeriod.parse("2026-03");
        assertThat(month.yearToDate()).extracting(TaxPeriod::toString)
                .containsExactly("2026-01", "2026-02", "2026-03");
        assertThat(month.contains(month.lastDay())).isTrue();
        assertThat(month.contains(month.lastDay().plusDays(1))).isFalse();
        assertThat(month).isLessThan(quarter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026Q5", "2026", "2026-13", "2026-1", "", "2026Q1 "})
    void other_texts_are_no_period(String text) {
        assertThatThrownBy(() -> TaxPeriod.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_months_are_no_period() {
        assertThatThrownBy(() -> new TaxPeriod(Period.parse("2026-02"), Period.parse("2026-04")))
                .hasMessageContaining("no quarter");
    }
}
