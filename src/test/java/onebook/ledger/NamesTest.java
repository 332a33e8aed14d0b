package onebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Periods, voucher numbers, codes of accounts and refusals: the words of the book. */
class NamesTest {

    @ParameterizedTest
    @CsvSource({"2026-01,2025-12,2026-02,2026-01-31,2026-01,false",
        "2026-12,2026-11,2027-01,2026-12-31,2026-10,true",
        "2028-02,2028-01,2028-03,2028-02-29,2028-01,false",
        "2026-03,2026-02,2026-04,2026-03-31,2026-01,true"})
    void a_period_knows_its_neighbours(String text, String previous, String next, LocalDate last,
            String quarter, boolean isQuarterEnd) {
        Period period = Period.parse(text);
        assertThat(period).hasToString(text);
        assertThat(period.previous()).hasToString(previous);
        assertThat(period.next()).hasToString(next);
        assertThat(period.lastDay()).isEqualTo(last);
        assertThat(period.firstDay()).isEqualTo(last.withDayOfMonth(1));
        assertThat(period.quarterStart()).hasToString(quarter);
        assertThat(period.isQuarterEnd()).isEqualTo(isQuarterEnd);
        assertThat(period.contains(last)).isTrue();
        assertThat(period.contains(last.plusDays(1))).isFalse();
        assertThat(period.contains(last.plusYears(1))).isFalse();
        assertThat(period).isLessThan(period.next()).isGreaterThan(period.previous());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026-00", "2026-1", "2026", "26-01", "2026-01-01", ""})
    void other_text_is_no_period(String text) {
        assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_voucher_number_reads_back_and_sorts_by_time() {
        EntryNumber number = new EntryNumber(Period.parse("2026-03"), 7);
        assertThat(number).hasToString("2026-03-0007");
        assertThat(EntryNumber.parse("2026-03-0007")).isEqualTo(number);
        EntryNumber many = new EntryNumber(Period.parse("2026-03"), 12_345);
        assertThat(EntryNumber.parse("2026-03-12345")).isEqualTo(many).isGreaterThan(number);
        assertThat(number).isGreaterThan(EntryNumber.parse("2026-02-9999"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-0000", "2026-13-0001", "2026-03-7", "2026-03", "", "3",
        "2026-03-99999999999", "2026-03-0007 ", "２０２６-03-0007"})
    void other_text_is_no_voucher_number(String text) {
        assertThatThrownBy(() -> EntryNumber.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_code_knows_what_it_is_a_detail_of() {
        AccountCode code = AccountCode.of("2221.01.02");
        assertThat(code.parent()).contains(AccountCode.of("2221.01"));
        assertThat(code.isWithin(AccountCode.of("2221"))).isTrue();
        assertThat(code.isWithin(code)).isTrue();
        assertThat(code.isWithin(AccountCode.of("2221.0102"))).isFalse();
        assertThat(AccountCode.of("2221.011").isWithin(AccountCode.of("2221.01"))).isFalse();
        assertThat(AccountCode.of("2221").parent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "222", "22211", "2221.", "2221.1", "2221.12345", ".01", "2221-01",
        "2221.01 ", "２２２１"})
    void other_text_is_no_code(String text) {
        assertThatThrownBy(() -> AccountCode.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_leaf_has_no_details_and_neighbours_in_order_do_not_matter() {
        ChartOfAccounts chart = new ChartOfAccounts(List.of(
                account("1001"), account("1002"), account("1002.01"), account("1002.01.01"),
                account("1002.010"), account("1002.02"), account("1003"), account("9999")));
        assertThat(chart.all().stream().map(Account::code).filter(chart::isLeaf))
                .extracting(AccountCode::value)
                .containsExactly("1001", "1002.01.01", "1002.010", "1002.02", "1003", "9999");
    }

    @Test
    void a_chart_takes_no_account_twice_and_none_without_its_parent() {
        assertThatThrownBy(() -> new ChartOfAccounts(List.of(account("1001"), account("1001"))))
                .hasMessage("account twice: 1001");
        assertThatThrownBy(() -> new ChartOfAccounts(List.of(account("1001"), account("1002.01"))))
                .hasMessage("1002.01 has no parent 1002");
        ChartOfAccounts chart = new ChartOfAccounts(List.of(account("1001")));
        assertThat(chart.with(List.of(account("1001.01"))).isLeaf(AccountCode.of("1001")))
                .isFalse();
        assertThat(chart.isLeaf(AccountCode.of("1001"))).isTrue();
        assertThat(chart.find(AccountCode.of("1009"))).isEmpty();
        assertThatThrownBy(() -> chart.get(AccountCode.of("1009"))).hasMessage("no account 1009");
    }

    private static Account account(String code) {
        return Drafts.account(code, Account.Kind.ASSET, Side.DEBIT);
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void a_refusal_is_a_sentence_and_says_what_to_do(Refusal refusal) {
        assertThat(refusal.name()).matches("[A-Z]+(_[A-Z]+)+");
        assertThat(refusal.advice()).matches("[A-Z].*\\.").hasSizeBetween(15, 120);
    }
}
