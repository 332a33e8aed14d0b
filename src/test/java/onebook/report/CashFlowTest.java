package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What one voucher is on 会小企03. Lines and amounts are written "3 113.00, 12 50.00". */
class CashFlowTest {
    private static final ChartOfAccounts GENERAL = SmallBook.chart("general");
    private static final ChartOfAccounts SMALL = SmallBook.chart();

    private static Map<Integer, String> lines(SmallBook book, ChartOfAccounts chart) {
        Map<Integer, String> found = new TreeMap<>();
        CashFlow.of(book.records(), chart, SmallBook.forms(), Span.parse("2026-01")).lines()
                .stream().filter(line -> line.number() < 19)
                .filter(line -> line.number() != 7 && line.number() != 13)
                .filter(line -> !line.first().amount().isZero())
                .forEach(line -> found.put(line.number(), line.first().amount().toString()));
        return found;
    }

    private static Map<Integer, String> lines(String voucher, ChartOfAccounts chart) {
        return lines(new SmallBook().entry("2026-01-05", voucher), chart);
    }

    private static String text(Map<Integer, String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach((line, amount) -> text.append(text.isEmpty() ? "" : ", ").append(line)
                .append(' ').append(amount));
        return text.toString();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "cash-vouchers.txt", delimiter = '|')
    void cash_stands_on_the_line_of_what_it_was_for(String voucher, String expected) {
        assertThat(text(lines(voucher, GENERAL))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void own_transfers_are_no_cash_flow_but_their_fee_is() {
        assertThat(lines("D 1001 10.00; C 1002 10.00", SMALL)).isEmpty();
        assertThat(lines("D 1002 99.00; D 5603.02 1.00; C 1012 100.00", SMALL))
                .isEqualTo(Map.of(6, "1.00"));
        assertThat(lines("D 1001 100.00; C 1002 100.00; D 5602.05 30.00; C 1001 30.00", SMALL))
                .isEqualTo(Map.of(6, "30.00"));
    }

    @Test
    void tax_of_a_small_scale_taxpayer_is_in_the_price_and_paid_as_tax() {
        assertThat(lines("D 1002 101.00; C 5001 100.00; C 2221.01 1.00", SMALL))
                .isEqualTo(Map.of(1, "101.00"));
        assertThat(lines("D 2221.01 1.00; C 1002 1.00", SMALL)).isEqualTo(Map.of(5, "1.00"));
        assertThat(lines("D 1002 1.00; C 2221.01 1.00", SMALL)).isEqualTo(Map.of(2, "1.00"));
    }

    @Test
    void a_line_chosen_by_a_person_wins() {
        assertThat(lines("D 1002 60.00; C 2241 60.00 股东 #14", SMALL))
                .isEqualTo(Map.of(14, "60.00"));
        assertThat(lines("D 5602.05 60.00; D 1601 40.00; C 1002 70.00 #6; C 1001 30.00", SMALL))
                .isEqualTo(Map.of(6, "88.00", 12, "12.00"));
        assertThat(lines("D 1002 60.00 #15; C 1012 60.00 #6", SMALL)).isEmpty();
    }

    @Test
    void a_choice_of_a_total_or_of_no_line_leaves_it_to_the_accounts() {
        assertThat(lines("D 1002 60.00 #7; C 5001 60.00 #99", SMALL))
                .isEqualTo(Map.of(1, "60.00"));
    }

    @Test
    void red_vouchers_are_the_black_ones_with_the_sign_turned() {
        String interest = "D 1002 12.34; D 5603.01 -12.34";
        assertThat(lines(new SmallBook().entry("2025-12-31", interest)
                .red("2026-01-02", "2025-12-0001"), SMALL)).isEqualTo(Map.of(2, "-12.34"));
        assertThat(lines("D 1002 -101.00; C 5001 -100.00; C 2221.01 -1.00", SMALL))
                .isEqualTo(Map.of(1, "-101.00"));
        String mixed = "D 1411 300.00; D 5601.03 200.00; D 1601 200.00; C 1002 500.01;"
                + "C 2202 199.99 商店";
        assertThat(lines(new SmallBook().entry("2026-01-05", mixed)
                .red("2026-01-06", "2026-01-0001"), SMALL)).isEmpty();
        assertThat(lines(new SmallBook().entry("2025-12-05", mixed)
                .red("2026-01-06", "2025-12-0001"), SMALL))
                .isEqualTo(Map.of(3, "-214.29", 6, "-142.86", 12, "-142.86"));
    }

    @Test
    void opening_balances_are_the_cash_at_the_beginning() {
        SmallBook book = new SmallBook()
                .opening("2026-01-01", "D 1002 80.00; D 1001 20.00; C 3001 100.00")
                .entry("2026-01-05", "D 5602.05 30.00; C 1001 30.00");
        CashFlow cash = CashFlow.of(book.records(), SMALL, SmallBook.forms(),
                Span.parse("2026-01"));
        assertThat(cash.lines()).hasSize(22);
        assertThat(cash.csv().lines()).contains("20,-30.00,-30.00", "21,100.00,100.00",
                "22,70.00,70.00");
        assertThat(cash.checks()).isEmpty();
    }

    @Test
    void a_company_with_other_codes_is_read_by_the_names_of_its_accounts() {
        ChartOfAccounts chart = SMALL.with(java.util.List.of(
                SmallBook.account("5602.31", "职工工资", Account.Kind.EXPENSE, Side.DEBIT),
                SmallBook.account("5603.31", "贷款利息支出", Account.Kind.EXPENSE, Side.DEBIT)));
        assertThat(lines("D 5602.31 5.00; D 5603.31 2.00; C 1002 7.00", chart))
                .isEqualTo(Map.of(4, "5.00", 17, "2.00"));
    }
}
