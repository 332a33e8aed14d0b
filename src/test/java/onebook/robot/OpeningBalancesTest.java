package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningBalancesTest {
    private static final String HEAD = "科目编码,科目名称,往来单位,借方余额,贷方余额\n";
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-03-20T12:00");
    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(Firm.first(folder.resolve("firm")).begin(clock).book(), clock);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private OpeningBalances.Report open(String text, boolean isDryRun) throws IOException {
        return OpeningBalances.post(desk, Files.writeString(folder.resolve("opening.csv"), text),
                isDryRun, "王芳");
    }

    private List<String> problems(String rows) throws IOException {
        return open(HEAD + rows, true).problems().stream()
                .map(one -> one.path() + " " + one.name()).toList();
    }

    @Test
    void balances_are_one_entry_on_the_first_day_with_the_sheet_as_evidence() throws IOException {
        OpeningBalances.Report report = open(HEAD + "1001,库存现金,,100.50,\n"
                + "1122,应收账款,安徽清升实业有限公司,200.00,\n1122,应收账款,某人,50,\n"
                + "3001,实收资本,,,350.50\n合计,,,350.50,350.50\n", false);
        assertThat(report.problems()).isEmpty();
        JournalEntry entry = desk.entries(EntryFilter.ALL).get(0);
        assertThat(entry.kind()).isEqualTo(JournalEntry.Kind.OPENING);
        assertThat(entry.date()).hasToString("2026-01-01");
        assertThat(entry.postings()).hasSize(4);
        assertThat(entry.evidence().get(0).document())
                .isEqualTo(desk.documents().get(0).id());
        assertThat(report.byClass().get(Account.Kind.ASSET).debit())
                .isEqualTo(Money.parse("350.50"));
        assertThat(desk.audit()).isEmpty();
    }

    @Test
    void a_second_sheet_is_refused_until_the_first_is_taken_back() throws IOException {
        String sheet = HEAD + "1001,库存现金,,100,\n3001,实收资本,,,100\n";
        JournalEntry first = open(sheet, false).entries().get(0);
        assertThat(open(sheet.replace(",100", ",120"), false).problems())
                .extracting(Problem::name).containsExactly(Refusal.PROPOSAL_ALREADY_RESOLVED);
        desk.correct(first.number(), first.date(), "抄错", "王芳");
        assertThat(open(sheet.replace(",100", ",120"), false).entries()).hasSize(1);
        assertThat(desk.documents()).hasSize(2);
    }

    @Test
    void what_does_not_balance_is_told_by_row_by_total_and_by_class() throws IOException {
        new AccountRegister(desk).ask(AccountCode.of("1123"), new Account.Asks(
                Set.of(Account.Dimension.SUPPLIER), "", ""), "王芳");
        OpeningBalances.Report report = open(HEAD + "1001,库存现金,,100.00,\n"
                + "1002,银行存款,,50.00,\n1999,没有的,,1.00,\n4001,实收资本,,,10.00\n"
                + "1123,预付账款,,7.00,\n1122,应收账款,甲,3.00,\n1122,应收账款,甲,4.00,\n"
                + "2241,其他应付款,乙,5.00,5.00\n2202,应付账款,丙,,一百\n"
                + "5602,管理费用,,9.00,\n5602.05,办公费,,8.00,\n1403,原材料,,=1+1,\n", false);
        assertThat(report.problems().stream().map(one -> one.path() + " " + one.name()))
                .containsExactlyInAnyOrder("line:4 UNKNOWN_ACCOUNT",
                        "line:5 ACCOUNT_HAS_ANOTHER_NAME", "line:6 DIMENSION_IS_MISSING",
                        "line:8 ACCOUNT_STANDS_TWICE", "line:9 LINE_HAS_TWO_SIDES",
                        "line:10 AMOUNT_IS_NOT_READABLE", "line:13 CELL_IS_A_FORMULA",
                        "line:11 DETAILS_DO_NOT_ADD_UP", " DEBITS_NOT_EQUAL_CREDITS");
        assertThat(report.sums().difference()).isEqualTo(Money.parse("168.00"));
        assertThat(report.byClass().get(Account.Kind.EXPENSE).debit())
                .isEqualTo(Money.parse("8.00"));
        assertThat(report.entries()).isEmpty();
        assertThat(desk.entries(EntryFilter.ALL)).isEmpty();
        assertThat(desk.documents()).isEmpty();
    }

    @Test
    void an_upper_account_may_stand_above_its_details_as_their_sum() throws IOException {
        assertThat(problems("5602,管理费用,,9.00,\n560205,办公费,,8.00,\n560206,差旅费,,1.00,\n"
                + "3001,实收资本,,,9.00\n")).isEmpty();
        assertThat(problems("5602,管理费用,,9.00,\n3001,实收资本,,,9.00\n"))
                .contains("line:2 ACCOUNT_IS_NOT_A_LEAF");
    }

    @Test
    void a_table_of_another_program_with_a_header_of_two_rows_is_read() throws IOException {
        OpeningBalances.Report report = open("""
                科目余额表,,,,,,,
                科目代码,科目名称,期初余额,,本期发生额,,期末余额,
                ,,借方,贷方,借方,贷方,借方,贷方
                1001,库存现金,100.00,,1.00,2.00,99.00,
                2202,应付账款,,60.00,,,,60.00
                3001,实收资本,,40.00,,,,40.00
                合计,,100.00,100.00,1.00,2.00,99.00,100.00
                """, true);
        assertThat(report.layout()).isEqualTo("balances-opening");
        assertThat(report.problems()).isEmpty();
        assertThat(report.sums().debit()).isEqualTo(Money.parse("100.00"));
    }

    @Test
    void balances_with_a_direction_are_read_and_even_ones_left_out() throws IOException {
        OpeningBalances.Report report = open("""
                科目编码,科目名称,方向,期初余额
                1001,库存现金,借,100.00
                2202,应付账款,贷,60.00
                1122,应收账款,平,0.00
                3001,实收资本,贷,40.00
                """, true);
        assertThat(report.problems()).isEmpty();
        assertThat(report.lines()).isEqualTo(3);
    }

    @Test
    void a_row_of_an_account_above_its_parties_is_their_sum_and_no_balance_of_its_own()
            throws IOException {
        String rows = "1122,应收账款,,500,\n1122,应收账款,甲,300,\n1122,应收账款,乙,200,\n";
        assertThat(problems(rows + "3001,实收资本,,,500\n")).isEmpty();
        assertThat(problems(rows.replace(",,500", ",,501") + "3001,实收资本,,,500\n"))
                .containsExactly(" DEBITS_NOT_EQUAL_CREDITS");
    }

    @Test
    void a_sheet_without_balances_says_so() throws IOException {
        assertThat(problems("1001,库存现金,,,\n")).containsExactly(" FILE_IS_EMPTY");
    }
}
