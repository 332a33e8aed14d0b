package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.report.CustomReport.Column;
import onebook.report.CustomReport.Filled;
import onebook.report.CustomReport.Line;
import onebook.report.CustomReport.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomReportTest {
    private static final FictionalCompany COMPANY = FictionalCompany.read();
    private static final ChartOfAccounts CHART = COMPANY.chart();
    private static final Records RECORDS = COMPANY.records();
    private static final Period OCTOBER = Period.parse("2025-10");
    private static final Period DECEMBER = Period.parse("2025-12");

    @ParameterizedTest
    @CsvSource({
        "5001, 50000.00", "5602, 1590.00", "5602.*, 1590.00", "5602.02 + 5602.05, 1390.00",
        "5001 - 5401 - 5601 - 5602 - 5603, 21231.43", "-5602, -1590.00", "debit 1122, 56500.00",
        "credit 1122, 31600.00", "balance 1122, 70100.00", "balance 2221, 3900.00",
        "balance 1001+balance 1002, 258088.00", "turnover 5001, 50000.00",
    })
    void accounts_are_added_up_as_written(String sum, String amount) {
        assertThat(one(Span.YEAR, Expression.parse(sum), DECEMBER))
                .isEqualTo(Money.parse(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "560", "5602 5601", "5602 +", "5602 * 2", "+ + 5602",
        "profit 5602", "5602.*.01", "5602.0", "abc"})
    void what_is_no_sum_is_refused(String text) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_mistake_names_its_place() {
        assertThatThrownBy(() -> Expression.parse("5602.01 + 56 02"))
                .hasMessage("cannot be read from here: + 56 02");
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 30000.00", "QUARTER, 50000.00", "YEAR, 50000.00", "LAST_MONTH, 0.00",
        "LAST_QUARTER, 0.00", "LAST_YEAR, 0.00", "LAST_YEAR_MONTH, 0.00"})
    void columns_count_their_months(Span span, String amount) {
        assertThat(one(span, Expression.parse("5001"), DECEMBER)).isEqualTo(Money.parse(amount));
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 5000.00", "YEAR, 5000.00", "LAST_MONTH, 30000.00",
        "LAST_QUARTER, 50000.00", "LAST_YEAR, 0.00"})
    void a_new_year_begins_anew(Span span, String amount) {
        assertThat(one(span, Expression.parse("5001"), Period.parse("2026-01")))
                .isEqualTo(Money.parse(amount));
    }

    @Test
    void last_year_is_the_same_months_a_year_before() {
        assertThat(one(Span.LAST_YEAR, Expression.parse("5001"), Period.parse("2026-11")))
                .isEqualTo(Money.parse("20000.00"));
        assertThat(one(Span.LAST_YEAR_MONTH, Expression.parse("5001"), Period.parse("2026-12")))
                .isEqualTo(Money.parse("30000.00"));
    }

    @Test
    void each_detail_has_a_row_and_they_add_up_to_the_account() {
        CustomReport report = new CustomReport("管理费用", List.of(new Column("", Span.MONTHS),
                new Column("合计", Span.YEAR)), List.of(
                new Line("", Optional.of(AccountCode.of("5602")), Optional.empty(), false),
                new Line("合计", Optional.empty(), Optional.of(Expression.parse("5602")), true),
                new Line("说明", Optional.empty(), Optional.empty(), false)));
        Filled filled = report.fill(RECORDS, CHART, OCTOBER, DECEMBER);
        assertThat(filled.heads()).extracting(CustomReport.Head::key)
                .containsExactly("2025-10", "2025-11", "2025-12", "year");
        assertThat(filled.rows()).extracting(CustomReport.Row::label)
                .containsExactly("业务招待费", "办公费", "通讯费", "合计", "说明");
        for (int column = 0; column < 4; column++) {
            int at = column;
            assertThat(Money.sum(filled.rows().subList(0, 3).stream()
                    .map(row -> row.amounts().get(at)).toList()))
                    .isEqualTo(filled.rows().get(3).amounts().get(at));
        }
        assertThat(filled.rows().get(4).amounts()).isEmpty();
    }

    @Test
    void accounts_that_are_not_in_the_chart_are_named_with_their_row() {
        CustomReport report = new CustomReport("x", List.of(new Column("", Span.MONTH)), List.of(
                new Line("a", Optional.empty(), Optional.of(Expression.parse("5602")), false),
                new Line("b", Optional.empty(), Optional.of(Expression.parse("5602+5699")), false),
                new Line("", Optional.of(AccountCode.of("9999")), Optional.empty(), false)));
        assertThat(report.mistakes(CHART)).containsExactly(
                "rows[2]: no account 5699", "rows[3]: no account 9999");
    }

    private static Money one(Span span, Expression sum, Period to) {
        return new CustomReport("x", List.of(new Column("", span)), List.of(
                new Line("x", Optional.empty(), Optional.of(sum), false)))
                .fill(RECORDS, CHART, to, to).rows().get(0).amounts().get(0);
    }
}
