package onebook.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import onebook.cli.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules ask of vouchers. */
class VoucherRequirementsTest {
    private static final String[] PAPER = {"account=5602.05 debit=120", "account=1001 credit=120"};
    @TempDir
    private Path folder;
    private SmallCompany company;

    @BeforeEach
    void begin() {
        company = new SmallCompany(folder);
    }

    @Test
    void r_04_a_voucher_in_foreign_currency_shows_both_amounts_and_the_rate() {
        company.does("book", "account", "add", "1002.01", "美元户", "--currency", "USD");
        company.posts(1, "2026-01-15", "投资款",
                "account=1002.01 debit=712.34 currency=USD amount=100 rate=7.1234",
                "account=3001 credit=712.34");
        assertThat(company.printed("vouchers")).contains("712.34", "USD 100.00 × 7.1234");
        assertThat(company.draft("2026-01-16", "错", "account=1002.01 debit=700 currency=USD"
                + " amount=100 rate=7.1234", "account=3001 credit=700").out())
                .contains("FOREIGN_AMOUNT_DOES_NOT_FIT");
    }

    @Test
    void r_05_input_is_validated_with_a_reason() {
        assertThat(problem("不平", "account=5602.05 debit=120", "account=1001 credit=119"))
                .contains("DEBITS_NOT_EQUAL_CREDITS");
        assertThat(problem("无此科目", "account=9999 debit=1", "account=1001 credit=1"))
                .contains("UNKNOWN_ACCOUNT");
        assertThat(problem("非末级", "account=5602 debit=1", "account=1001 credit=1"))
                .contains("ACCOUNT_IS_NOT_A_LEAF");
        assertThat(problem("", PAPER)).contains("SUMMARY_IS_MISSING");
        Spoken date = company.draft("2026-02-30", "日期", PAPER);
        assertThat(date.exit()).isEqualTo(64);
        assertThat(date.err()).contains("2026-02-30");
    }

    private String problem(String summary, String... lines) {
        Spoken spoken = company.draft("2026-01-15", summary, lines);
        assertThat(spoken.exit()).isEqualTo(1);
        return spoken.out();
    }

    @Test
    void r_11_hands_are_kept_and_nothing_is_posted_twice() {
        company.posts(1, "2026-01-15", "办公用品", PAPER);
        assertThat(company.does("book", "entries", "--format", "json"))
                .contains("\"preparedBy\":\"王芳\"", "\"reviewedBy\":\"李审\"", "\"by\":\"赵记\"");
        company.firm.sells(1, "2026-01-05", 1000);
        company.takes(company.firm.inbox().resolve("sale-1.xml"));
        String once = company.entries();
        assertThat(once).contains("1010.00");
        company.takes(company.firm.inbox().resolve("sale-1.xml"));
        assertThat(company.entries()).isEqualTo(once);
        assertThat(company.run("voucher", "post", "1").exit()).isEqualTo(3);
    }

    @Test
    void r_12_what_is_posted_stays_through_every_door() throws SQLException {
        company.posts(1, "2026-01-15", "办公用品", PAPER);
        for (String step : new String[] {"edit", "delete", "unreview"}) {
            assertThat(company.run("voucher", step, "1").err()).startsWith("DRAFT_IS_UNKNOWN");
        }
        for (String attack : new String[] {"DELETE FROM entry", "UPDATE entry SET summary = 'x'",
            "UPDATE posting SET minor = 1, account = '1002'",
            "UPDATE entry SET date = '2026-02-01'", "UPDATE entry SET sequence = 7"}) {
            assertThatThrownBy(() -> company.byForce(attack)).as(attack)
                    .isInstanceOf(SQLException.class);
        }
        assertThat(company.does("book", "verify")).startsWith("VERIFIED");
        company.byForce("DROP TRIGGER entry_refuses_update", "UPDATE entry SET summary = 'x'");
        Spoken verdict = company.run("book", "verify");
        assertThat(verdict.exit()).isEqualTo(1);
        assertThat(verdict.out()).contains("INTEGRITY FAILURE");
    }

    @Test
    void r_13_numbers_run_without_a_gap_in_each_period() {
        company.posts(1, "2026-01-15", "一", PAPER);
        company.draft("2026-01-16", "不要了", PAPER);
        company.does("voucher", "delete", "2");
        company.posts(3, "2026-01-10", "二", PAPER);
        company.posts(4, "2026-02-01", "三", PAPER);
        assertThat(company.entries()).containsSubsequence("2026-01-0001", "2026-01-0002",
                "2026-02-0001").doesNotContain("2026-01-0003", "2026-02-0002");
    }

    @Test
    void r_14_ledgers_hold_reviewed_vouchers_only() {
        company.posts(1, "2026-01-15", "已审核", PAPER);
        company.draft("2026-01-16", "未审核", "account=5602.05 debit=77", "account=1001 credit=77");
        assertThat(company.run("voucher", "post", "2").err())
                .contains("VOUCHER_IS_NOT_REVIEWED");
        assertThat(company.ledger("general")).contains("120.00").doesNotContain("77.00", "197.00");
        assertThat(company.ledger("detail", "--account", "1001")).doesNotContain("未审核");
    }

    @Test
    void r_28_what_no_rule_reviewed_needs_a_person() {
        company.firm.getsForeign(2, "2026-01-08", 99);
        Spoken run = company.takes(company.firm.inbox().resolve("foreign-2.xml"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("INVOICE_IS_NOT_OURS");
        assertThat(company.entries()).isEmpty();
    }

    @Test
    void r_36_a_printed_voucher_has_every_element() {
        company.posts(1, "2026-01-15", "办公用品", PAPER);
        assertThat(company.ledger("vouchers")).contains("2026-01-15", "记-1", "办公用品",
                "5602.05", "120.00", "王芳", "李审", "赵记");
    }

    @Test
    void r_37_corrections_use_the_prescribed_words() {
        company.posts(1, "2026-01-15", "办公用品", PAPER);
        Spoken both = company.run("book", "correct", "--entry", "2026-01-0001", "--why", "科目错",
                "--blue", "--by", SmallCompany.BY);
        assertThat(both.out()).contains("注销2026年1月15日第1号凭证", "订正2026年1月15日第1号凭证");
        company.posts(3, "2026-01-16", "办公用品", PAPER);
        assertThat(company.does("book", "supplement", "--entry", "2026-01-0003", "--why", "少记",
                "--line", "account=5602.05 debit=1", "--line", "account=1001 credit=1"))
                .contains("补充2026年1月16日第3号凭证");
        assertThat(company.ledger("vouchers")).contains("-120.00");
    }
}
