package onebook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import onebook.ledger.Account;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Period;
import onebook.ledger.Side;
import org.junit.jupiter.api.Test;

/** Lines that depend on whom a balance belongs to, how old it is or when it falls due. */
class BalanceSheetTest {
    private static final ChartOfAccounts CHART = SmallBook.chart();
    private static final String LEAVES = "4|5|8|14|16|28|33|34|39|40|42|43|45";

    private static Map<Integer, String> lines(SmallBook book, ChartOfAccounts chart, String at,
            Function<StatementLine, Figure> column) {
        Map<Integer, String> found = new TreeMap<>();
        BalanceSheet.of(book.records(), chart, SmallBook.forms(), Period.parse(at)).lines()
                .stream().filter(line -> String.valueOf(line.number()).matches(LEAVES))
                .filter(line -> !column.apply(line).amount().isZero())
                .forEach(line ->
                        found.put(line.number(), column.apply(line).amount().toString()));
        return found;
    }

    private static Map<Integer, String> ending(SmallBook book, String at) {
        return lines(book, CHART, at, StatementLine::first);
    }

    @Test
    void debtors_in_credit_are_owed_and_creditors_in_debit_owe() {
        SmallBook book = new SmallBook()
                .entry("2026-01-05", "D 1221 50.00 李; C 1221 20.00 王; C 1002 30.00")
                .entry("2026-01-06", "C 2241 70.00 房东; D 2241 5.00 物业; D 1002 65.00");
        assertThat(ending(book, "2026-01")).isEqualTo(Map.of(8, "55.00", 39, "90.00"));
    }

    @Test
    void a_party_is_netted_over_the_details_of_an_account_but_not_over_accounts() {
        ChartOfAccounts chart = CHART.with(List.of(
                SmallBook.account("1122.01", "国内", Account.Kind.ASSET, Side.DEBIT),
                SmallBook.account("1122.02", "国外", Account.Kind.ASSET, Side.DEBIT)));
        SmallBook book = new SmallBook()
                .entry("2026-01-05", "D 1122.01 50.00 甲; C 1122.02 20.00 甲; C 5001 30.00")
                .entry("2026-01-06", "D 1002 40.00; C 2203 40.00 甲");
        assertThat(lines(book, chart, "2026-01", StatementLine::first))
                .isEqualTo(Map.of(4, "30.00", 34, "40.00"));
    }

    @Test
    void where_no_party_is_named_each_detail_account_is_one() {
        ChartOfAccounts chart = CHART.with(List.of(
                SmallBook.account("1122.01", "甲公司", Account.Kind.ASSET, Side.DEBIT),
                SmallBook.account("1122.02", "乙公司", Account.Kind.ASSET, Side.DEBIT)));
        SmallBook book = new SmallBook()
                .entry("2026-01-05", "D 1122.01 50.00; C 1122.02 20.00; C 5001 30.00");
        assertThat(lines(book, chart, "2026-01", StatementLine::first))
                .isEqualTo(Map.of(4, "50.00", 34, "20.00"));
        Figure owed = BalanceSheet.of(book.records(), chart, SmallBook.forms(),
                Period.parse("2026-01")).line(34).first();
        assertThat(owed.terms()).hasSize(1);
        assertThat(owed.entries(book.records())).hasSize(1);
    }

    @Test
    void prepayments_and_advances_grow_old_first_in_first_out() {
        SmallBook book = new SmallBook()
                .entry("2025-01-10", "D 1123 100.00 丙; C 1002 100.00")
                .entry("2025-02-10", "D 1002 80.00; C 2203 80.00 甲")
                .entry("2025-06-10", "D 1405 30.00; C 1123 30.00 丙")
                .entry("2025-12-10", "D 1123 25.00 丙; C 1002 25.00")
                .entry("2025-12-20", "D 1002 15.00; C 2203 15.00 甲");
        assertThat(ending(book, "2025-12")).isEqualTo(Map.of(5, "95.00", 34, "95.00"));
        assertThat(ending(book, "2026-01"))
                .isEqualTo(Map.of(5, "25.00", 28, "70.00", 34, "95.00"));
        assertThat(ending(book, "2026-02"))
                .isEqualTo(Map.of(5, "25.00", 28, "70.00", 34, "15.00", 45, "80.00"));
        assertThat(ending(book, "2026-12")).isEqualTo(Map.of(28, "95.00", 45, "95.00"));
        assertThat(lines(book, CHART, "2026-12", StatementLine::second))
                .isEqualTo(Map.of(5, "95.00", 34, "95.00"));
    }

    @Test
    void what_was_brought_forward_is_new_on_the_day_the_book_begins() {
        SmallBook book = new SmallBook()
                .opening("2025-07-01", "D 1123 100.00 丙; C 2203 60.00 甲; C 3001 40.00")
                .entry("2025-08-10", "D 2203 10.00 甲; C 5001 10.00");
        assertThat(ending(book, "2026-06")).isEqualTo(Map.of(5, "100.00", 34, "50.00"));
        assertThat(ending(book, "2026-07")).isEqualTo(Map.of(28, "100.00", 45, "50.00"));
        assertThat(lines(book, CHART, "2025-12", StatementLine::second))
                .isEqualTo(Map.of(5, "100.00", 34, "60.00"));
    }

    @Test
    void a_prepayment_taken_back_in_red_does_not_make_an_old_one_new() {
        SmallBook book = new SmallBook()
                .entry("2025-01-10", "D 1123 100.00 丙; C 1002 100.00")
                .entry("2026-01-10", "D 1123 40.00 丙; C 1002 40.00")
                .red("2026-02-10", "2026-01-0001");
        assertThat(ending(book, "2026-02")).isEqualTo(Map.of(28, "100.00"));
    }

    @Test
    void what_falls_due_within_a_year_says_so_by_its_name() {
        ChartOfAccounts chart = CHART.with(List.of(
                SmallBook.account("1501.01", "国债", Account.Kind.ASSET, Side.DEBIT),
                SmallBook.account("1501.02", "国债（一年内到期）", Account.Kind.ASSET, Side.DEBIT),
                SmallBook.account("2501.01", "工行借款", Account.Kind.LIABILITY, Side.CREDIT),
                SmallBook.account("2501.02", "一年内到期的借款", Account.Kind.LIABILITY, Side.CREDIT),
                SmallBook.account("2701.01", "融资租赁", Account.Kind.LIABILITY, Side.CREDIT),
                SmallBook.account("2701.02", "一年内到期", Account.Kind.LIABILITY, Side.CREDIT)));
        SmallBook book = new SmallBook()
                .entry("2026-01-05", "D 1501.01 50.00; D 1501.02 20.00; C 1002 70.00")
                .entry("2026-01-06", "C 2501.01 500.00; C 2501.02 200.00; D 1002 700.00")
                .entry("2026-01-07", "C 2701.01 30.00; C 2701.02 10.00; D 1002 40.00");
        assertThat(lines(book, chart, "2026-01", StatementLine::first)).isEqualTo(Map.of(
                14, "20.00", 16, "50.00", 40, "210.00", 42, "500.00", 43, "30.00"));
    }
}
