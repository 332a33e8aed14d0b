package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import onebook.ledger.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
    private static final String HEAD = "form,会小企01,资产负债表,2013-01-01,source\n"
            + "side,line,chinese,english,filed,rule,check\n";

    @Test
    void the_delivered_forms_have_every_line_of_the_standard() {
        Forms forms = SmallBook.forms();
        Period now = Period.parse("2026-03");
        assertThat(numbers(forms.of(Forms.BALANCE_SHEET, now))).hasSize(53).contains(1, 53);
        assertThat(numbers(forms.of(Forms.INCOME_STATEMENT, now))).hasSize(32).contains(1, 32);
        assertThat(numbers(forms.of(Forms.CASH_FLOW, now))).hasSize(22).contains(1, 22);
        Form sheet = forms.of(Forms.BALANCE_SHEET, now);
        assertThat(sheet.title()).isEqualTo("资产负债表");
        assertThat(sheet.source()).isEqualTo("财会〔2011〕17号");
        assertThat(sheet.line(30).chinese()).isEqualTo("资产总计");
        assertThat(sheet.line(30).filed()).isEqualTo("资产合计");
        assertThat(sheet.side("left")).hasSameSizeAs(sheet.side("right"));
    }

    private static List<Integer> numbers(Form form) {
        return form.rows().stream().filter(row -> row.line().isPresent())
                .map(row -> row.line().getAsInt()).toList();
    }

    @Test
    void a_month_is_reported_on_the_form_that_was_prescribed_then() {
        String newer = HEAD.replace("2013-01-01,source", "2027-01-01,newer");
        Forms forms = Forms.parse(List.of(newer + "left,1,a,a,,debit 1001,",
                HEAD + "left,1,a,a,,debit 1001,"));
        assertThat(forms.of("会小企01", Period.parse("2026-12")).source()).isEqualTo("source");
        assertThat(forms.of("会小企01", Period.parse("2027-01")).source()).isEqualTo("newer");
        assertThat(forms.of("会小企01", Period.parse("2010-01")).validFrom())
                .isEqualTo(LocalDate.of(2013, 1, 1));
        assertThatThrownBy(() -> forms.of("会小企02", Period.parse("2026-12")))
                .hasMessageContaining("会小企02");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            left,1,a,a,,debit 1001                        | not 7 fields
            left,one,a,a,,debit 1001,                     | one
            left,1,a,a,,debit 10x1,                       | 10x1
            left,1,a,a,,debits 1001,                      | no such clause
            left,1,a,a,,,                                 | no such clause
            left,1,a,a,,sum 2,                            | cannot add line 2
            left,1,a,a,,sum 1,                            | cannot add line 1
            left,1,a,a,,debit 1001,< 2                    | neither
            left,1,a,a,,debit 1001,= 9                    | line 9
            """)
    void a_row_that_is_not_well_formed_is_named(String row, String message) {
        assertThatThrownBy(() -> Form.parse(HEAD + row)).hasMessageContaining(message)
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_form_without_a_head_or_with_a_line_twice_is_refused() {
        assertThatThrownBy(() -> Form.parse("")).hasMessageContaining("form,name");
        assertThatThrownBy(() -> Form.parse("form,a,b,2013-01-01,c\nside\n"))
                .hasMessageContaining("side,line");
        String line = "left,1,a,a,,debit 1001,\n";
        assertThatThrownBy(() -> Form.parse(HEAD + line + line)).hasMessageContaining("twice");
        assertThatThrownBy(() -> Forms.parse(List.of(
                HEAD.replace("会小企01", "会小企03") + "left,1,a,a,,receives; in 5001,")))
                .hasMessageContaining("where the rest goes");
        assertThatThrownBy(() -> Forms.parse(List.of(HEAD + "left,1,a,a,,in 5001,")))
                .hasMessageContaining("no such clause");
        assertThatThrownBy(() -> Forms.parse(List.of(HEAD + "left,1,a,a,,rest GOLD,")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
