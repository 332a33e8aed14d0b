package onebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onebook.robot.Firm;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeCommandsTest {
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-03-20T12:00");
    private String book;

    @BeforeEach
    void begin() {
        book = Firm.first(folder.resolve("firm")).begin(clock).book().toString();
    }

    private Spoken book(String command, String... more) {
        String[] all = new String[more.length + 4];
        all[0] = "book";
        all[1] = command;
        System.arraycopy(more, 0, all, 2, more.length);
        all[more.length + 2] = "--book";
        all[more.length + 3] = book;
        return Spoken.of(clock, all);
    }

    private Spoken account(String... more) {
        String[] all = new String[more.length];
        System.arraycopy(more, 1, all, 1, more.length - 1);
        all[0] = more[0];
        return book("account", all);
    }

    private String journal(String text) throws IOException {
        return Files.writeString(folder.resolve("journal.csv"),
                "entry,date,account,description,debit,credit\n" + text).toString();
    }

    @Test
    void vouchers_come_in_once_and_are_told_as_json() throws IOException {
        String journal = journal("1,2026-01-05,1001,投资,100.00,\n1,2026-01-05,3001,投资,,100\n");
        assertThat(book("import", journal, "--dry-run").out())
                .contains("dry run, 1 of 1 vouchers posted");
        assertThat(book("import", journal)).isEqualTo(new Spoken(0,
                "journal.csv: 1 of 1 vouchers posted (onebook, UTF-8), run R0001"
                + System.lineSeparator(), ""));
        assertThat(book("import", journal, "--format", "json").out()).contains("\"posted\":0",
                "\"already\":1", "\"refused\":0").doesNotContain("\"run\"");
        assertThat(book("balance").out()).contains("1001,库存现金,0.00,0.00,100.00,0.00,100.00,0.00");
    }

    @Test
    void each_refused_row_is_named_with_its_line_and_reason() throws IOException {
        String journal = journal("1,2026-01-05,1001,投资,100.00,\n1,2026-01-05,3999,投资,,100\n"
                + "2,2026-01-05,1001,投资,100.00,\n2,2026-01-05,3001,投资,,99\n");
        Spoken spoken = book("import", journal);
        assertThat(spoken.exit()).isEqualTo(3);
        assertThat(spoken.err().lines()).satisfiesExactlyInAnyOrder(
                line -> assertThat(line).startsWith("UNKNOWN_ACCOUNT: ")
                        .endsWith("(journal.csv line 3: 3999)"),
                line -> assertThat(line).startsWith("DEBITS_NOT_EQUAL_CREDITS: ")
                        .endsWith("(journal.csv line 4: 2: difference 1.00)"));
        assertThat(spoken.out()).startsWith("journal.csv: nothing posted, 2 faults");
    }

    @Test
    void a_sheet_of_opening_balances_is_judged_and_posted() throws IOException {
        Path sheet = Files.writeString(folder.resolve("opening.csv"),
                "科目编码,科目名称,往来单位,借方余额,贷方余额\n1001,库存现金,,100,\n3001,实收资本,,,90\n");
        Spoken refused = book("open", sheet.toString());
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).startsWith("DEBITS_NOT_EQUAL_CREDITS: ")
                .contains("debit 100.00, credit 90.00, difference 10.00");
        assertThat(refused.out()).contains("资产 assets", "权益 equity", "difference 10.00");
        Files.writeString(sheet, Files.readString(sheet).replace(",90", ",100"));
        assertThat(book("open", sheet.toString(), "--dry-run").out())
                .contains("would be posted as 2026-01-0001");
        assertThat(book("open", sheet.toString(), "--format", "json").out())
                .contains("\"difference\":\"0.00\"", "\"entries\":[\"2026-01-0001\"]");
        assertThat(book("open", sheet.toString()).err()).startsWith("PROPOSAL_ALREADY_RESOLVED");
    }

    @Test
    void accounts_are_added_asked_renamed_and_removed_until_they_are_used() throws IOException {
        assertThat(account("add", "1002.01", "工商银行", "--english", "ICBC").exit()).isZero();
        assertThat(account("add", "1002.02", "美元户", "--currency", "USD").exit()).isZero();
        assertThat(account("ask", "1122", "--dimension", "customer,department").exit()).isZero();
        assertThat(account("rename", "1002.01", "中国工商银行").exit()).isZero();
        assertThat(account("list").out()).contains("1002.01      借      中国工商银行",
                "[USD]", "[customer, department]");
        assertThat(account("remove", "1002.02").exit()).isZero();
        assertThat(account("list", "--format", "json").out()).doesNotContain("1002.02")
                .contains("{\"account\":\"1122\",\"name\":\"应收账款\"",
                        "\"dimensions\":[\"customer\",\"department\"],\"used\":false");
        assertThat(book("verify").exit()).isZero();
        assertThat(book("import", journal("1,2026-01-05,1002.01,投资,100.00,\n"
                + "1,2026-01-05,3001,投资,,100\n")).exit()).isZero();
        assertThat(account("remove", "1002.01").err()).startsWith("ACCOUNT_HAS_POSTINGS: ");
        assertThat(account("add", "1002.01.01", "活期").err())
                .startsWith("ACCOUNT_HAS_POSTINGS: ");
        assertThat(account("add", "3001.01", "张三").err()).startsWith("ACCOUNT_HAS_POSTINGS: ");
        assertThat(book("verify").exit()).isZero();
    }

    @Test
    void what_cannot_be_done_with_an_account_is_refused_by_name() {
        assertThat(account("add", "12", "x").exit()).isEqualTo(64);
        assertThat(account("add", "1001", "x").err()).startsWith("ACCOUNT_EXISTS: ");
        assertThat(account("add", "5602.77", "办公费").err()).startsWith("ACCOUNT_EXISTS: ");
        assertThat(account("add", "1888.01", "x").err()).startsWith("UNKNOWN_ACCOUNT: ");
        assertThat(account("add", "1004", "备用金").err()).startsWith("UNKNOWN_ACCOUNT: ");
        assertThat(account("add", "1004", "备用金", "--kind", "asset").exit()).isZero();
        assertThat(account("add", "1001.01", "x", "--currency", "ZZZ").err())
                .startsWith("CELL_IS_NOT_UNDERSTOOD: ");
        assertThat(account("add", "1001.01", "长".repeat(101)).err())
                .startsWith("FIELD_IS_TOO_LONG: ");
        assertThat(account("remove", "5602").err()).startsWith("ACCOUNT_HAS_DETAILS: ");
        assertThat(account("remove", "3103").err()).startsWith("ACCOUNT_IS_NEEDED: ");
        assertThat(account("remove", "9999").err()).startsWith("UNKNOWN_ACCOUNT: ");
        assertThat(account("remove", "1004").exit()).isZero();
    }
}
