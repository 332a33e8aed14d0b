package onebook.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingRulesTest {
    private static final String SOUND = """
            version: 1
            author: 王芳
            figures:
              - {name: revenue, credit: ["5001"], over: month}
              - {name: part, share: "0.10", of: revenue}
            rules:
              - id: bonus
                validFrom: 2026-01-01
                source: 公司规定
                every: month
                amounts: whole
                when: part > 0
                summary: 计提奖金
                why: "收入 {revenue} 的十分之一"
                english: "A tenth of {revenue}"
                post:
                  - {debit: "5601.04", amount: part}
                  - {credit: "2211.02", amount: part}
            """;

    private static ClosingRules of(String... files) {
        return ClosingRules.of(List.of(files));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small-scale", "general"})
    void the_delivered_rules_are_sound_and_told_in_both_languages(String kind) {
        ClosingRules rules = of(FixedAssetTest.text(kind), FixedAssetTest.text("every-company"));
        assertThat(rules.rules()).hasSizeGreaterThan(10).allSatisfy(rule -> {
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.english()).matches("[^\\p{IsHan}]+");
        });
        assertThat(rules.reason("年末本年利润贷方余额 12.00 转入未分配利润").orElseThrow().english())
                .isEqualTo("The year's profit of 12.00 goes to undistributed profit");
        assertThat(rules.reason("客户要求退货")).isEmpty();
    }

    @Test
    void a_sound_file_of_ones_own_is_taken() {
        assertThat(of(SOUND).rules()).singleElement()
                .satisfies(rule -> assertThat(rule.rule()).isEqualTo("bonus"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "version: 1 | version: 2 | version 1",
        "over: month | over: fortnight | fortnight",
        "credit: [\"5001\"] | credit: [sales] | no account",
        "of: revenue | of: luck | luck",
        "share: \"0.10\" | share: halfRate | halfRate",
        "name: part | name: revenue | two of it",
        "id: bonus | id: Bo nus | without a name",
        "validFrom: 2026-01-01 | validFrom: soon | dates",
        "every: month | every: day | month, quarter or year",
        "amounts: whole | amounts: some | whole or rest",
        "part > 0 | part + 1 > 0 | condition",
        "part > 0 | luck > 0 | luck",
        "part > 0 | part | neither true nor false",
        "{revenue} 的 | {luck} 的 | luck",
        "of {revenue} | of {part} | english",
        "amount: part} | amount: luck} | luck",
        "debit: \"5601.04\" | debit: cash | no account",
        "debit: \"5601.04\" | credit: \"1\", debit: \"5601.04\" | either debit or credit",
        "source: 公司规定 | colour: red | colour",
        "when: part > 0 | upTo: luck | luck"})
    void a_mistake_is_named_before_a_month_meets_it(String sound, String wrong, String named) {
        assertThat(SOUND).contains(sound);
        assertThatThrownBy(() -> of(SOUND.replace(sound, wrong)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(named);
    }

    @Test
    void two_files_share_their_names() {
        assertThatThrownBy(() -> of(SOUND, SOUND)).hasMessageContaining("two of it");
    }

    @Test
    void the_questions_of_the_accounts_are_data() {
        assertThat(CheckRules.parse(FixedAssetTest.text("checks")).cash()).containsExactly("1001");
        assertThatThrownBy(() -> CheckRules.parse("version: 1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecurringRules.parse("version: 1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incomTax: {employees: 3}", "incomeTax: {employees: -1}",
        "incomeTax: {employees: 3, losses: 0.001}", "stampDuty: [everything]",
        "owners: [{name: 张三, share: 0.5}]", "owners: [{name: '', share: 1}]",
        "reserve: {capital: 1E+99}", "[]", "halved: perhaps", "{"})
    void a_policy_that_cannot_be_is_not_taken(String yaml) {
        assertThatThrownBy(() -> ClosingPolicy.parse(yaml))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_not_settled_is_off() {
        assertThat(ClosingPolicy.parse("")).isEqualTo(ClosingPolicy.NONE);
        assertThat(ClosingPolicy.ofProfile("name: 甲")).isEqualTo(ClosingPolicy.NONE);
        assertThat(ClosingPolicy.ofProfile("closing: {halved: true}").halved()).isTrue();
    }
}
