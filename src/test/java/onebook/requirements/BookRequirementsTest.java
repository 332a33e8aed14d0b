package onebook.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import onebook.cli.Spoken;
import onebook.robot.Desk;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules ask of account books, closes and statements. */
class BookRequirementsTest {
    private static final String[] SALE = {"account=1001 debit=101 party=甲公司",
        "account=5001 credit=100", "account=2221.01 credit=1"};
    private static final String[] PAPER = {"account=5602.05 debit=40", "account=1001 credit=40"};
    @TempDir
    private Path folder;

    private SmallCompany company() {
        SmallCompany company = new SmallCompany(folder);
        company.posts(1, "2026-01-15", "零售", SALE);
        company.posts(2, "2026-02-15", "办公用品", PAPER);
        return company;
    }

    @Test
    void r_15_the_bank_is_reconciled_and_the_adjustment_table_written() throws IOException {
        SettableClock clock = new SettableClock("2026-02-05T12:00");
        Path book = folder.resolve("book.onebook");
        Desk.create(book, """
                name: 合肥天航照明科技有限公司
                taxId: "91340104MA828A91X5"
                taxpayer: small-scale
                from: 2026-01
                bankAccounts: [{account: "1002.01", bank: 招商银行, number: "571905123410603"}]
                """, clock, Optional.empty()).close();
        Path statement = Files.writeString(folder.resolve("jan.csv"), """
                账号,571905123410603
                交易日期,收入,支出,余额,对方户名,摘要
                2026-01-05,1000.00,,1000.00,王老板,投资款
                2026-01-06,,10.00,990.00,,手续费
                """);
        Spoken.of(clock, "robot", "run", "daily", statement.toString(), "--quiet", "--book",
                book.toString());
        Path table = folder.resolve("table.xlsx");
        Spoken spoken = Spoken.of(clock, "reconcile", "--account", "1002.01", "--period",
                "2026-01", "--out", table.toString(), "--book", book.toString());
        assertThat(spoken.out()).contains("-10.00", "2026-01-0001", "bank 990.00",
                "difference after adjustment 0.00");
        assertThat(table).isNotEmptyFile();
    }

    @Test
    void r_16_a_month_closes_when_all_is_posted_and_then_refuses_entries() {
        SmallCompany company = company();
        company.draft("2026-01-20", "忘了", PAPER);
        assertThat(company.run("close", "--period", "2026-01").err())
                .contains("VOUCHERS_ARE_NOT_POSTED");
        company.does("voucher", "delete", "3");
        company.does("close", "--period", "2026-01");
        assertThat(company.draft("2026-01-21", "晚了", PAPER).out()).contains("PERIOD_CLOSED");
    }

    @Test
    void r_17_reports_are_standard_and_ones_own() throws IOException {
        SmallCompany company = company();
        Path statements = folder.resolve("statements.pdf");
        company.does("tax", "fill", "--form", "statements", "--period", "2026Q1", "--out",
                statements.toString());
        assertThat(SmallCompany.pdf(statements)).contains("资产负债表", "利润表", "现金流量表",
                "100.00");
        Path own = Files.writeString(folder.resolve("own.yaml"), """
                title: 我的费用表
                columns: [month, year]
                rows:
                  - {label: 办公与其他, sum: "5602"}
                """);
        assertThat(company.ledger("report", "--report", own.toString()))
                .contains("我的费用表", "办公与其他", "40.00");
    }

    @Test
    void r_19_vouchers_books_and_statements_leave_in_a_layout_format() {
        SmallCompany company = company();
        assertThat(company.printed("vouchers")).contains("记　账　凭　证", "零售");
        assertThat(company.printed("general")).contains("总分类账", "101.00");
        Path statements = folder.resolve("s.pdf");
        company.does("tax", "fill", "--form", "statements", "--period", "2026-01", "--out",
                statements.toString());
        assertThat(SmallCompany.pdf(statements)).contains("利润表");
    }

    @Test
    void r_38_printed_books_are_numbered_throughout_and_have_places_to_sign() {
        SmallCompany company = company();
        String printed = company.printed("detail");
        int pages = printed.split("第 \\d+ 页").length - 1;
        assertThat(pages).isGreaterThan(1);
        for (int page = 1; page <= pages; page++) {
            assertThat(printed).contains("第 " + page + " 页");
        }
        assertThat(printed).contains("会计主管", "记账");
    }

    @Test
    void r_39_a_balance_says_its_side_and_a_balance_of_nothing_is_level() {
        SmallCompany company = company();
        company.posts(3, "2026-03-15", "存入支付宝", "account=1012 debit=61",
                "account=1001 credit=61");
        assertThat(company.ledger("detail", "--account", "1001").lines())
                .anyMatch(line -> line.matches(".*零售.* 借 +101.00"))
                .anyMatch(line -> line.matches(".*存入支付宝.* 平 +0(.00)?"));
        assertThat(company.ledger("detail", "--account", "5001")).containsPattern("贷 +100.00");
    }

    @Test
    void r_40_months_and_years_are_summed_and_carried_over() {
        SmallCompany company = company();
        company.posts(3, "2027-01-15", "零售", SALE);
        assertThat(company.does("book", "ledger", "--kind", "detail", "--account", "1001",
                "--from", "2026-01", "--to", "2027-01"))
                .contains("本月合计", "本年累计", "结转下年", "上年结转");
    }

    @Test
    void r_41_vouchers_books_and_balances_are_proved_against_each_other() throws Exception {
        SmallCompany company = company();
        assertThat(company.does("book", "verify")).startsWith("VERIFIED");
        company.byForce("DROP TRIGGER posting_refuses_update",
                "UPDATE posting SET minor = minor + 1 WHERE account = '1001' AND sequence = 1");
        assertThat(company.run("book", "verify").exit()).isEqualTo(1);
    }
}
