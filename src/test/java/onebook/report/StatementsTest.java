package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.Account;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.ledger.Side;
import org.junit.jupiter.api.Test;

/** Small companies computed by hand. */
class StatementsTest {
    private static final ChartOfAccounts CHART = SmallBook.chart();
    private static final Forms FORMS = SmallBook.forms();
    private static final Period JAN = Period.parse("2026-01");
    private static final Period MAR = Period.parse("2026-03");
    private static final Span JANUARY = Span.of(JAN, JAN);
    private static final Span QUARTER = Span.of(JAN, MAR);

    /** A trader: opening balances, a sale, a purchase, payments, a month closed to profit. */
    private static SmallBook trader() {
        return new SmallBook()
                .opening("2026-01-01", "D 1002 50000.00; D 1122 8000.00 甲; C 1122 3000.00 乙;"
                        + "D 1405 20000.00; C 2202 7000.00 丙; D 2202 1000.00 丁;"
                        + "C 3001 60000.00; C 3104.05 9000.00")
                .entry("2026-01-05", "D 1122 10100.00 乙; C 5001 9000.00; C 5051 1000.00;"
                        + "C 2221.01 100.00")
                .entry("2026-01-08", "D 1002 8000.00; C 1122 8000.00 甲")
                .entry("2026-01-09", "D 1405 5000.00; C 2202 5000.00 丁")
                .entry("2026-01-20", "D 5602.02 300.00; C 1002 300.00")
                .entry("2026-01-21", "D 1002 12.34; C 5603.01 12.34")
                .entry("2026-01-31", "D 5401 7020.00; C 1405 7020.00")
                .transfer("2026-01-31", "D 5001 9000.00; D 5051 1000.00; C 3103 10000.00")
                .transfer("2026-01-31", "C 5401 7020.00; C 5602.02 300.00; C 5603.01 -12.34;"
                        + "D 3103 7307.66");
    }

    private static void assertFirst(List<StatementLine> lines, Map<Integer, String> expected) {
        Map<Integer, String> found = new TreeMap<>();
        lines.stream().filter(line -> !line.first().amount().isZero())
                .forEach(line -> found.put(line.number(), line.first().amount().toString()));
        assertThat(found).isEqualTo(new TreeMap<>(expected));
    }

    private static void assertSecond(List<StatementLine> lines, Map<Integer, String> expected) {
        Map<Integer, String> found = new TreeMap<>();
        lines.stream().filter(line -> !line.second().amount().isZero())
                .forEach(line -> found.put(line.number(), line.second().amount().toString()));
        assertThat(found).isEqualTo(new TreeMap<>(expected));
    }

    @Test
    void trader_has_the_balance_sheet_computed_by_hand() {
        BalanceSheet sheet = BalanceSheet.of(trader().records(), CHART, FORMS, JAN);
        assertThat(sheet.lines()).hasSize(53);
        assertFirst(sheet.lines(), Map.ofEntries(
                Map.entry(1, "57712.34"), Map.entry(4, "7100.00"),
                Map.entry(9, "17980.00"), Map.entry(12, "17980.00"), Map.entry(15, "82792.34"),
                Map.entry(30, "82792.34"), Map.entry(33, "11000.00"), Map.entry(36, "100.00"),
                Map.entry(41, "11100.00"), Map.entry(47, "11100.00"), Map.entry(48, "60000.00"),
                Map.entry(51, "11692.34"), Map.entry(52, "71692.34"), Map.entry(53, "82792.34")));
        assertThat(sheet.checks()).isEmpty();
    }

    @Test
    void opening_balances_stand_under_beginning_of_year_per_party() {
        BalanceSheet sheet = BalanceSheet.of(trader().records(), CHART, FORMS, JAN);
        assertSecond(sheet.lines(), Map.ofEntries(
                Map.entry(1, "50000.00"), Map.entry(4, "8000.00"), Map.entry(5, "1000.00"),
                Map.entry(9, "20000.00"), Map.entry(12, "20000.00"), Map.entry(15, "79000.00"),
                Map.entry(30, "79000.00"), Map.entry(33, "7000.00"), Map.entry(34, "3000.00"),
                Map.entry(41, "10000.00"), Map.entry(47, "10000.00"), Map.entry(48, "60000.00"),
                Map.entry(51, "9000.00"), Map.entry(52, "69000.00"), Map.entry(53, "79000.00")));
    }

    @Test
    void income_statement_leaves_out_what_was_carried_to_profit() {
        IncomeStatement statement = IncomeStatement.of(trader().records(), CHART, FORMS, JANUARY);
        assertThat(statement.lines()).hasSize(32);
        assertFirst(statement.lines(), Map.of(1, "10000.00", 2, "7020.00", 14, "300.00",
                16, "300.00", 18, "-12.34", 19, "-12.34", 21, "2692.34", 30, "2692.34",
                32, "2692.34"));
        assertThat(Statements.of(trader().records(), CHART, FORMS, JANUARY).checks()).isEmpty();
    }

    @Test
    void open_profit_and_loss_stands_in_line_51_before_the_month_is_closed() {
        List<onebook.ledger.JournalEntry> open = trader().entries().stream()
                .filter(entry -> !entry.rule().equals("profit-transfer")).toList();
        BalanceSheet sheet = BalanceSheet.of(Records.of(open), CHART, FORMS, JAN);
        assertThat(sheet.line(51).first().amount()).isEqualTo(Money.parse("11692.34"));
        assertThat(sheet.checks()).isEmpty();
    }

    @Test
    void each_line_names_the_entries_that_feed_it() {
        SmallBook book = trader();
        BalanceSheet sheet = BalanceSheet.of(book.records(), CHART, FORMS, JAN);
        assertThat(numbers(book, sheet.line(1))).containsExactly(
                "2026-01-0001", "2026-01-0003", "2026-01-0005", "2026-01-0006");
        assertThat(numbers(book, sheet.line(4))).containsExactly("2026-01-0001", "2026-01-0002");
        assertThat(numbers(book, sheet.line(51))).containsExactly(
                "2026-01-0001", "2026-01-0008", "2026-01-0009");
        IncomeStatement statement = IncomeStatement.of(book.records(), CHART, FORMS, JANUARY);
        assertThat(numbers(book, statement.line(1))).containsExactly("2026-01-0002");
        assertThat(numbers(book, statement.line(32))).containsExactly(
                "2026-01-0002", "2026-01-0005", "2026-01-0006", "2026-01-0007");
    }

    private static List<String> numbers(SmallBook book, StatementLine line) {
        return line.first().entries(book.records()).map(entry -> entry.number().toString())
                .toList();
    }

    /** Advances both ways, red figures, surcharges, a grant and a fine; nothing closed. */
    private static SmallBook serviceFirm() {
        return new SmallBook()
                .entry("2026-02-01", "D 1002.01 100000.00; C 3001 100000.00 股东")
                .entry("2026-02-02", "D 1002.01 5000.00; C 2203 5000.00 甲")
                .entry("2026-02-03", "D 1123 2000.00 乙; C 1002.01 2000.00")
                .entry("2026-02-04", "D 2203 6000.00 甲; C 5001 5940.59; C 2221.01 59.41")
                .entry("2026-02-05", "D 5602.11 3000.00; C 1123 3000.00 乙")
                .entry("2026-02-06", "D 1122 1010.00 丙; C 5001 1000.00; C 2221.01 10.00")
                .red("2026-03-06", "2026-02-0006")
                .entry("2026-03-10", "D 1002.01 4000.00; C 5301.01 4000.00")
                .entry("2026-03-11", "D 5711.05 150.00; D 5711.06 50.00; C 1002.01 200.00")
                .entry("2026-03-31", "D 5403.02 7.00; D 5403.03 3.00; D 5403.04 2.00;"
                        + "C 2221.11 7.00; C 2221.12 3.00; C 2221.13 2.00")
                .entry("2026-03-31", "D 5801 100.00; C 2221.14 100.00")
                .entry("2026-03-31", "D 2221.15 500.00; C 1002.01 500.00");
    }

    @Test
    void advances_and_prepayments_change_sides_with_their_balance() {
        ChartOfAccounts chart = CHART.with(List.of(
                SmallBook.account("1002.01", "银行", Account.Kind.ASSET, Side.DEBIT)));
        Statements all = Statements.of(serviceFirm().records(), chart, FORMS, QUARTER);
        assertFirst(all.balanceSheet().lines(), Map.ofEntries(Map.entry(1, "106300.00"),
                Map.entry(4, "1000.00"), Map.entry(15, "107300.00"), Map.entry(30, "107300.00"),
                Map.entry(33, "1000.00"), Map.entry(36, "-328.59"), Map.entry(41, "671.41"),
                Map.entry(47, "671.41"), Map.entry(48, "100000.00"), Map.entry(51, "6628.59"),
                Map.entry(52, "106628.59"), Map.entry(53, "107300.00")));
        assertThat(all.checks()).isEmpty();
    }

    @Test
    void red_entries_reduce_turnover_and_details_fill_their_lines() {
        Records records = serviceFirm().records();
        IncomeStatement quarter = IncomeStatement.of(records, CHART, FORMS, QUARTER);
        assertFirst(quarter.lines(), Map.ofEntries(Map.entry(1, "5940.59"), Map.entry(3, "12.00"),
                Map.entry(6, "7.00"), Map.entry(10, "5.00"), Map.entry(14, "3000.00"),
                Map.entry(21, "2928.59"), Map.entry(22, "4000.00"), Map.entry(23, "4000.00"),
                Map.entry(24, "200.00"), Map.entry(29, "150.00"), Map.entry(30, "6728.59"),
                Map.entry(31, "100.00"), Map.entry(32, "6628.59")));
        IncomeStatement march = IncomeStatement.of(records, CHART, FORMS, Span.of(MAR, MAR));
        assertThat(march.line(1).first().amount()).isEqualTo(Money.parse("-1000.00"));
        assertThat(march.line(1).second().amount()).isEqualTo(Money.parse("5940.59"));
    }

    /** A second year: fixed assets, a loan, last year closed, profit set aside and distributed. */
    private static SmallBook secondYear() {
        return new SmallBook()
                .entry("2025-06-01", "D 1002 300000.00; C 3001 200000.00; C 2501 100000.00")
                .entry("2025-06-02", "D 1601 60000.00; C 1002 60000.00")
                .entry("2025-12-31", "D 5602.08 6000.00; C 1602 6000.00")
                .entry("2025-12-31", "D 1122 50000.00 甲; C 5001 50000.00")
                .transfer("2025-12-31", "D 5001 50000.00; C 3103 50000.00")
                .transfer("2025-12-31", "D 3103 6000.00; C 5602.08 6000.00")
                .entry("2025-12-31", "D 3103 44000.00; C 3104.05 44000.00")
                .entry("2026-01-10", "D 3104.01 4400.00; C 3101 4400.00")
                .entry("2026-01-10", "D 3104.03 10000.00; C 2232 10000.00")
                .entry("2026-01-31", "D 5602.08 1000.00; C 1602 1000.00")
                .entry("2026-01-31", "D 5603.01 500.00; C 2231 500.00")
                .transfer("2026-01-31", "D 3103 1500.00; C 5602.08 1000.00; C 5603.01 500.00");
    }

    @Test
    void last_years_closing_is_this_years_beginning() {
        Statements all = Statements.of(secondYear().records(), CHART, FORMS, JANUARY);
        assertFirst(all.balanceSheet().lines(), Map.ofEntries(Map.entry(1, "240000.00"),
                Map.entry(4, "50000.00"), Map.entry(15, "290000.00"), Map.entry(18, "60000.00"),
                Map.entry(19, "7000.00"), Map.entry(20, "53000.00"), Map.entry(29, "53000.00"),
                Map.entry(30, "343000.00"), Map.entry(37, "500.00"), Map.entry(38, "10000.00"),
                Map.entry(41, "10500.00"), Map.entry(42, "100000.00"), Map.entry(46, "100000.00"),
                Map.entry(47, "110500.00"), Map.entry(48, "200000.00"), Map.entry(50, "4400.00"),
                Map.entry(51, "28100.00"), Map.entry(52, "232500.00"), Map.entry(53, "343000.00")));
        assertThat(all.balanceSheet().line(51).second().amount())
                .isEqualTo(Money.parse("44000.00"));
        assertThat(all.balanceSheet().line(19).second().amount()).isEqualTo(Money.parse("6000.00"));
        assertThat(all.incomeStatement().line(32).second().amount())
                .isEqualTo(Money.parse("-1500.00"));
        assertThat(all.distributed()).isEqualTo(Money.parse("10000.00"));
        assertThat(all.checks()).isEmpty();
    }

    @Test
    void red_entry_that_takes_back_a_profit_transfer_is_no_turnover() {
        SmallBook book = new SmallBook()
                .entry("2026-01-05", "D 1002 100.00; C 5001 100.00")
                .transfer("2026-01-31", "D 5001 100.00; C 3103 100.00")
                .red("2026-02-01", "2026-01-0002");
        IncomeStatement february = IncomeStatement.of(
                book.records(), CHART, FORMS, Span.parse("2026-02"));
        assertThat(february.line(1).first().amount()).isEqualTo(Money.ZERO);
        assertThat(february.line(1).second().amount()).isEqualTo(Money.parse("100.00"));
    }

    @Test
    void accounts_outside_the_form_go_to_the_other_lines() {
        ChartOfAccounts chart = CHART.with(List.of(
                SmallBook.account("1004", "备用金", Account.Kind.ASSET, Side.DEBIT),
                SmallBook.account("2999", "其他", Account.Kind.LIABILITY, Side.CREDIT)));
        SmallBook book = new SmallBook().entry("2026-01-05", "D 1004 80.00; C 2999 80.00");
        BalanceSheet sheet = BalanceSheet.of(book.records(), chart, FORMS, JAN);
        assertThat(sheet.line(14).first().amount()).isEqualTo(Money.parse("80.00"));
        assertThat(sheet.line(40).first().amount()).isEqualTo(Money.parse("80.00"));
        assertThat(sheet.checks()).isEmpty();
    }

    @Test
    void what_does_not_hold_is_named() {
        SmallBook unbalanced = new SmallBook().entry("2026-01-05", "D 1002 80.00; C 3001 70.00");
        Statements statements = Statements.of(unbalanced.records(), CHART, FORMS, JANUARY);
        assertThat(statements.checks()).extracting(Identity::english)
                .containsExactly("trial balance: debit = credit", "trial balance: debit = credit",
                        "53 = 30", "cash at the end = line 1 of the balance sheet",
                        "cash at the end = line 1 of the balance sheet");
        SmallBook stock = new SmallBook().entry("2026-01-05", "D 1403 80.00; C 1402 80.00");
        assertThat(BalanceSheet.of(stock.records(), CHART, FORMS, JAN).checks())
                .containsExactly(new Identity("会小企01", "9 >= 10+11+12+13", "9 >= 10+11+12+13",
                        "期末余额", Identity.Relation.AT_LEAST, Money.ZERO, Money.parse("80.00")));
        SmallBook unknown = new SmallBook().entry("2026-01-05", "D 9999 80.00; C 3001 80.00");
        assertThat(BalanceSheet.of(unknown.records(), CHART, FORMS, JAN).checks())
                .extracting(Identity::english).containsExactly("53 = 30",
                        "account 9999 is in the chart");
        ChartOfAccounts chart = CHART.with(List.of(
                SmallBook.account("5999", "别的收入", Account.Kind.INCOME, Side.CREDIT)));
        SmallBook income = new SmallBook().entry("2026-01-05", "D 1002 80.00; C 5999 80.00");
        assertThat(Statements.of(income.records(), chart, FORMS, JANUARY).checks())
                .extracting(Identity::english).containsExactly("account 5999 has a line",
                        "growth of 50+51 and profit distributed = net profit of the year");
    }

    @Test
    void statement_as_text_has_one_row_per_line() {
        Statements all = Statements.of(trader().records(), CHART, FORMS, JANUARY);
        assertThat(all.balanceSheet().csv().lines()).hasSize(54).startsWith(
                "line,ending,beginning", "1,57712.34,50000.00");
        assertThat(all.incomeStatement().csv().lines()).hasSize(33).contains(
                "32,2692.34,2692.34");
    }
}
