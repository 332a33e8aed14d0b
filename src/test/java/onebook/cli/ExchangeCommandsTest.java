package onebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        boolean isEnglish = !List.of(more).contains("--lang")
                && List.of("import", "open", "export", "migrate").contains(command)
                || command.equals("dimension") && more[0].equals("list");
        return isEnglish ? said(command, more, "--lang", "en") : said(command, more);
    }

    private Spoken said(String command, String[] more, String... behind) {
        String[] all = new String[more.length + 4 + behind.length];
        System.arraycopy(behind, 0, all, more.length + 4, behind.length);
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
        assertThat(book("import", journal, "--lang", "zh").out())
                .startsWith("journal.csv：1 张凭证中过账 0 张，账中已有 1（onebook，UTF-8）");
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
        assertThat(refused.out()).contains("assets  debit 100.00", "equity", "difference 10.00");
        Files.writeString(sheet, Files.readString(sheet).replace(",90", ",100"));
        assertThat(book("open", sheet.toString(), "--dry-run").out())
                .contains("would be posted as 2026-01-0001");
        assertThat(book("open", sheet.toString(), "--format", "json").out())
                .contains("\"difference\":\"0.00\"", "\"entries\":[\"2026-01-0001\"]");
        assertThat(book("open", sheet.toString()).err()).startsWith("PROPOSAL_ALREADY_RESOLVED");
    }

    @Test
    void a_book_is_exported_and_its_chart_loaded_again() throws IOException {
        account("add", "1002.01", "工商银行");
        book("import", journal("1,2026-01-05,1002.01,投资,100.00,\n1,2026-01-05,3001,投资,,100\n"));
        for (String form : new String[] {"csv", "gbt24589", "beancount"}) {
            Spoken spoken = book("export", "--to", folder.resolve(form).toString(), "--as", form);
            assertThat(spoken.exit()).isZero();
            assertThat(spoken.out()).contains("accounts.csv", "log.jsonl", "1  documents in");
        }
        assertThat(folder.resolve("gbt24589/general-ledger.xml")).exists();
        assertThat(book("export", "--to", folder.resolve("csv").toString(), "--as", "csv").err())
                .startsWith("FOLDER_IS_NOT_EMPTY: ");
        assertThat(book("export", "--to", folder.resolve("j").toString(), "--as", "csv",
                "--format", "json").out()).contains("\"path\":\"vouchers.csv\"");
        assertThat(book("export", "--to", folder.resolve("k").toString(), "--as", "xml").exit())
                .isEqualTo(64);
        String chart = folder.resolve("csv/accounts.csv").toString();
        assertThat(account("load", chart).out()).startsWith("0 accounts");
        Files.writeString(Path.of(chart), Files.readString(Path.of(chart))
                + "10O2,坏,,asset,debit,,,\n");
        assertThat(account("load", chart).err()).startsWith("ACCOUNT_CODE_IS_NOT_WELL_FORMED: ");
    }

    @Test
    void a_company_of_another_program_is_previewed_then_brought_over() throws IOException {
        String chart = Files.writeString(folder.resolve("chart.csv"), "科目编码,科目名称\n"
                + "1002,银行存款\n100201,工行\n1231,坏账准备\n4001,实收资本\n5001,生产成本\n"
                + "6001,主营业务收入\n").toString();
        String balances = Files.writeString(folder.resolve("balances.csv"),
                "科目编码,科目名称,方向,期末余额\n100201,工行,借,90\n4001,实收资本,贷,85\n1231,坏账准备,贷,5\n")
                .toString();
        Spoken dry = book("migrate", "--from-chart", chart, "--balances", balances, "--dry-run");
        assertThat(dry.exit()).isEqualTo(3);
        assertThat(dry.err()).startsWith("ACCOUNT_CANNOT_BE_MAPPED: ");
        assertThat(dry.out()).contains("企业会计准则", "100201     工行 -> 1002.01 工行 +  [certain]",
                "1231       坏账准备 -> ?  [none]");
        Spoken done = book("migrate", "--from-chart", chart, "--balances", balances, "--map",
                "1231=1221", "--format", "json");
        assertThat(done.exit()).isZero();
        assertThat(book("migrate", "--from-chart", chart, "--balances", balances, "--dry-run",
                "--lang", "zh").out()).contains("[确定] 名称与含义相同", "未过账");
        assertThat(done.out()).contains("\"old\":\"4001\",\"name\":\"实收资本\",\"account\":\"3001\"",
                "\"system\":\"asbe\"", "\"entries\":[\"2026-01-0001\"]");
        assertThat(book("balance").out()).contains("1002.01,工行,90.00", "1221,其他应收款,0.00,5.00");
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
    void departments_and_projects_are_registered_once_and_told_with_their_use()
            throws IOException {
        assertThat(book("dimension", "add", "--kind", "department", "销售部").exit()).isZero();
        assertThat(book("dimension", "add", "--kind", "department", "销售部").err())
                .startsWith("NOTHING_TO_DO: ");
        assertThat(book("dimension", "add", "--kind", "project", " ").err())
                .startsWith("FIELD_IS_TOO_LONG: ");
        assertThat(book("dimension", "add", "--kind", "colour", "x").exit()).isEqualTo(64);
        Path journal = Files.writeString(folder.resolve("d.csv"),
                "entry,date,account,description,debit,credit,department,project\n"
                + "1,2026-01-05,1001,投资,100.00,,销售部,一期\n1,2026-01-05,3001,投资,,100,,\n");
        assertThat(book("import", journal.toString()).exit()).isZero();
        assertThat(book("dimension", "list").out().lines()).containsExactly(
                "department   销售部  1 lines", "project      一期  1 lines, not in the register");
        assertThat(book("dimension", "list", "--kind", "project", "--format", "json").out())
                .contains("{\"kind\":\"project\",\"name\":\"一期\"",
                        "\"registered\":false,\"lines\":1}");
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
