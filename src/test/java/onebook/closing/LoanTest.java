package onebook.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import onebook.ledger.Money;
import onebook.ledger.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoanTest {
    private static final RecurringFile FILE = new RecurringFile(FixedAssetTest.RULES);

    private static Loan loan(String fields) {
        return (Loan) FILE.read("loans: [{id: L1, name: 招商银行, " + fields + "}]").get(0).item();
    }

    @ParameterizedTest
    @CsvSource({
        // 500,000 x 3.85 % x 17 / 360 from the 15th on: 909.0277
        "360, 2026-01, 909.03",
        // x 28 / 360 = 1,497.2222
        "360, 2026-02, 1497.22",
        // x 28 / 365 = 1,476.7123
        "365, 2026-02, 1476.71",
        // 500,000 x 3.85 % / 12 = 1,604.1666
        "month, 2026-02, 1604.17",
        // part of a month goes by its days
        "month, 2026-01, 909.03",
        // paid back on 10 April: 9 days, 481.25
        "360, 2026-04, 481.25",
        "360, 2026-05, 0.00", "360, 2025-12, 0.00"})
    void interest_is_of_the_days_the_money_was_there(String basis, String month, String interest) {
        Loan loan = loan("principal: 500000, rate: 0.0385, from: 2026-01-15, to: 2026-04-10, "
                + "basis: \"" + basis + "\"");
        assertThat(loan.interest(Period.parse(month))).isEqualTo(Money.parse(interest));
    }

    @Test
    void the_days_of_all_months_are_the_days_of_the_loan() {
        Loan loan = loan("principal: 1, rate: 0.01, from: 2026-01-15, to: 2027-03-02");
        long days = Stream.iterate(Period.parse("2025-12"), Period::next).limit(20)
                .mapToLong(loan::days).sum();
        assertThat(days).isEqualTo(411);
        assertThat(IntStream.of(17, 28, 31).sum()).isEqualTo(76);
    }

    @ParameterizedTest
    @ValueSource(strings = {"principal: 0, rate: 0.01, from: 2026-01-15",
        "principal: 1, rate: 3.85, from: 2026-01-15", "principal: 1, rate: 0, from: 2026-01-15",
        "principal: 1, rate: 0.01", "principal: 1, rate: 0.01, from: 2026-01-15, basis: moon",
        "principal: 1, rate: 0.01, from: 2026-01-15, to: 2026-01-15"})
    void a_loan_that_cannot_be_is_not_taken(String fields) {
        assertThatThrownBy(() -> loan(fields)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "assets: []", "houses: [{id: x}]", "entries: [{id: x}]",
        "entries: [{id: 'x y', summary: 房租, from: 2026-01, post: [{debit: '5602.07', amount: 1}, "
            + "{credit: '2241', amount: 1}]}]",
        "entries: [{id: x, summary: 房租, from: 2026-01, post: [{debit: '5602.07', amount: 1}, "
            + "{credit: '2241', amount: 2}]}]",
        "entries: [{id: x, summary: 房租, from: 2026-01, to: 2025-01, post: "
            + "[{debit: '5602.07', amount: 1}, {credit: '2241', amount: 1}]}]",
        "entries: [{id: x, summary: 房租, from: 2026-01, every: day, post: "
            + "[{debit: '5602.07', amount: 1}, {credit: '2241', amount: 1}]}]",
        "entries: [{id: x, summary: 房租, from: 2026-01, post: "
            + "[{debit: 'rent', amount: 1}, {credit: '2241', amount: 1}]}]",
        "entries: [{id: x, summary: 房租, from: 2026-01, post: "
            + "[{debit: '5602.07', credit: '2241', amount: 1}, {credit: '2241', amount: 1}]}]",
        "{broken", "a: &a [*a]"})
    void a_file_that_is_none_is_not_taken(String yaml) {
        assertThatThrownBy(() -> FILE.read(yaml)).isInstanceOf(IllegalArgumentException.class);
    }
}
