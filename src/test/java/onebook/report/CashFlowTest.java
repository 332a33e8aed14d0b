package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource(delimiter = '|', textBlock = """
            # sales, with their tax; the fee the platform kept is no cash
            D 1002 113.00; C 5001 100.00; C 2221.01.07 13.00             | 1 113.00
            D 1012 111.00; D 5603.02 2.00; C 1122 113.00 甲               | 1 111.00
            D 1002 50.00; D 1121 63.00 甲; C 5001 100.00; C 2221.01.07 13.00 | 1 50.00
            D 2203 30.00 甲; C 1002 30.00                                 | 1 -30.00
            # other money in: deposits, grants, interest, a tax refund
            D 1002 30.00; C 2241 30.00 乙                                 | 2 30.00
            D 1002 40.00; C 2401 40.00                                   | 2 40.00
            D 1002 12.34; C 5603.01 12.34                                | 2 12.34
            D 1002 12.34; D 5603.01 -12.34                               | 2 12.34
            D 1002 9.00; C 2221.14 9.00                                  | 2 9.00
            # purchases, booked and paid at once too
            D 1403 100.00; D 2221.01.01 13.00; C 1002 113.00             | 3 113.00
            D 2221.05 13.00; C 1002 13.00                                | 3 13.00
            D 1405 70.00; C 2202 70.00 丙; D 2202 70.00 丙; C 1002 70.00   | 3 70.00
            D 4101 20.00; C 1001 20.00                                   | 3 20.00
            D 1002 5.00; C 1123 5.00 丙                                   | 3 -5.00
            # wages and what is kept back of them
            D 2211.01 100.00; C 1002 85.00; C 2221.15 5.00; C 2241 10.00 社保 | 4 85.00
            D 5602.04 60.00; C 2211.01 60.00; D 2211.01 60.00; C 1002 60.00 | 4 60.00
            D 5602.15 7.00; C 1002 7.00                                  | 4 7.00
            # taxes
            D 2221.02 20.00; D 2221.11 1.40; C 1002 21.40                | 5 21.40
            D 2221.01.03 8.00; C 1002 8.00                               | 5 8.00
            D 2221.15 5.00; C 1002 5.00                                  | 5 5.00
            D 5801 3.00; D 5403.05 1.00; C 1002 4.00                     | 5 4.00
            D 2221.02 20.00; D 5711.05 0.50; C 1002 20.50                | 5 20.00, 6 0.50
            # other money out
            D 5602.05 9.00; D 5603.02 1.00; C 1002 10.00                 | 6 10.00
            D 1221 30.00 李; C 1001 30.00                                 | 6 30.00
            D 1901 2.00; C 1001 2.00                                     | 6 2.00
            # investments and what they bring
            D 1002 120.00; C 1101 100.00; C 5111 20.00                   | 8 100.00, 9 20.00
            D 1002 4.00; C 1131 4.00                                     | 9 4.00
            D 1002 113.00; C 1606 100.00; C 2221.01.07 13.00             | 10 113.00
            D 1606 6.00; C 1002 6.00                                     | 10 -6.00
            D 1511 50.00; C 1002 50.00                                   | 11 50.00
            D 1601 100.00; D 2221.01.01 13.00; C 1002 113.00             | 12 113.00
            D 1801 10.00; D 4301 5.00; C 1002 15.00                      | 12 15.00
            # loans, owners, profit
            D 1002 90.00; C 2001 50.00; C 2501 40.00                     | 14 90.00
            D 1002 90.00; C 3001 50.00; C 3002 40.00                     | 15 90.00
            D 2001 50.00; D 2231 2.00; D 5603.01 1.00; C 1002 53.00      | 16 50.00, 17 3.00
            D 2232 10.00 股东; C 1002 8.00; C 2221.15 2.00                | 18 8.00
            # several at once, to the fen
            D 1411 300.00; D 5601.03 200.00; D 1601 200.00; C 1002 500.01; C 2202 199.99 商店 \
            | 3 214.29, 6 142.86, 12 142.86
            D 1002 500.00; C 1122 500.00 甲; D 2211.01 300.00; C 1002 300.00 | 1 500.00, 4 300.00
            D 1405 100.00; D 2221.01.01 13.00; C 2202 113.00 丙           |
            """)
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
