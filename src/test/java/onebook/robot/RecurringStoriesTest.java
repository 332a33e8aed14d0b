package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes back every month, told month by month. */
class RecurringStoriesTest {
    private static final Period JANUARY = Period.parse("2026-01");
    private static final Period FEBRUARY = JANUARY.next();
    private static final String VAN = """
            assets:
              - {id: FA-1, name: 货车, cost: 48000, life: vehicle, bought: 2025-12-20}
            """;
    private static final String TABLE = """
            2026年1月工资表
            姓名,费用科目,应发工资,个人社保,个人公积金,个税,单位社保,单位公积金
            王芳,,"8,000.00",640,400,25.50,1280,400
            李强,5601.04,6000,480,300,,960,300
            合计,,14000,1120,700,25.50,2240,700
            """;
    @TempDir
    private Path folder;
    private Story story;

    @BeforeEach
    void open() {
        story = Story.of(folder, Story.SMALL
                + "bankAccounts: [{account: \"1002.01\", bank: 招商银行, number: \"6222\"}]\n");
    }

    @AfterEach
    void close() {
        story.close();
    }

    private List<String> run(Period month) {
        RunReport report = story.desk.recurring().run(month, false, "王芳");
        return Story.told(report.entries().stream().map(story.desk::entry).toList());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void an_asset_is_written_off_once_a_month_and_the_month_closes() {
        story.desk.recurring().add(VAN, "王芳");
        // 48,000 x 95 % / 48 = 950
        assertThat(run(JANUARY)).containsExactly("write-off: 借 5602.08 950.00; 贷 1602 950.00");
        assertThat(run(JANUARY)).isEmpty();
        JournalEntry entry = story.entriesOf("write-off").get(0);
        assertThat(entry.proposal()).isEqualTo("asset:FA-1:2026-01");
        assertThat(entry.by()).isEqualTo("rule");
        assertThat(story.desk.reason(entry.why()).english()).isEqualTo("Straight line: (cost "
                + "48000.00 − 2400.00 that remain) ÷ 48 months; month 1, 950.00 so far");
        assertThat(entry.evidence().get(0).text()).startsWith("资产卡片 FA-1 货车：原值 48000.00");
        assertThat(story.close("2026-01"))
                .containsExactly("profit-transfer: 贷 5602.08 950.00; 借 3103 950.00");
        assertThat(story.desk.audit()).isEmpty();
    }

    @Test
    void a_dry_run_tells_what_the_run_does() {
        story.desk.recurring().add(VAN, "王芳");
        RunReport dry = story.desk.recurring().run(JANUARY, true, "王芳");
        assertThat(story.desk.entries(EntryFilter.ALL)).isEmpty();
        assertThat(story.desk.recurring().run(JANUARY, false, "王芳").diff())
                .isEqualTo(dry.diff());
    }

    @Test
    void the_robot_of_the_month_books_it_before_it_closes() {
        story.desk.recurring().add(VAN, "王芳");
        story.clock.set("2026-03-05T09:00");
        RunReport robot = story.desk.run("close-month", false, "王芳", RunReport.Progress.SILENT);
        assertThat(robot.diff()).contains("+ closed 2026-01", "+ closed 2026-02");
        assertThat(story.balance("1602")).isEqualTo("-1900.00");
    }

    @Test
    void a_van_that_is_sold_leaves_the_book_with_what_it_brought() {
        story.opening("借 1601 48000.00; 贷 3001 48000.00");
        story.desk.recurring().add(VAN, "王芳");
        run(JANUARY);
        story.desk.recurring().dispose("FA-1", LocalDate.parse("2026-02-10"), Optional.empty(),
                "王芳");
        assertThat(run(FEBRUARY)).containsExactly(
                "write-off: 借 5602.08 950.00; 贷 1602 950.00",
                "write-off: 借 1606 46100.00 货车; 借 1602 1900.00; 贷 1601 48000.00");
        story.post("2026-02-12", "借 1002.01 50500.00; 贷 1606 50000.00 货车; 贷 2221.01 500.00");
        story.desk.recurring().dispose("FA-1", LocalDate.parse("2026-02-10"),
                Optional.of(FEBRUARY), "王芳");
        // 50,000 - 46,100
        assertThat(run(FEBRUARY))
                .containsExactly("write-off: 借 1606 3900.00 货车; 贷 5301.02 3900.00");
        assertThat(run(FEBRUARY)).isEmpty();
        assertThat(List.of(story.balance("1601"), story.balance("1602"), story.balance("1606")))
                .containsOnly("0.00");
        assertThat(run(FEBRUARY.next())).isEmpty();
    }

    @Test
    void a_van_that_is_scrapped_is_a_loss_in_one_run() {
        story.opening("借 1601 48000.00; 贷 3001 48000.00");
        story.desk.recurring().add(VAN, "王芳");
        story.desk.recurring().dispose("FA-1", LocalDate.parse("2026-01-10"),
                Optional.of(JANUARY), "王芳");
        assertThat(run(JANUARY)).hasSize(3)
                .endsWith("write-off: 借 5711.08 47050.00; 贷 1606 47050.00 货车");
    }

    @Test
    void rent_interest_and_quarters_come_in_their_turn() {
        story.desk.recurring().add("""
                entries:
                  - id: rent
                    summary: 计提房租
                    from: 2026-01
                    to: 2026-02
                    post:
                      - {debit: "5602.07", amount: 3000, department: 行政部}
                      - {credit: "2241", amount: 3000, party: 房东}
                  - {id: audit, summary: 计提审计费, why: 合同约定每季结算, from: 2026-01,
                     every: quarter, post: [{debit: "5602.11", amount: 900},
                     {credit: "2241", amount: 900, party: 事务所}]}
                loans:
                  - {id: L1, name: 招商银行, principal: 500000, rate: 0.036, basis: month,
                     from: 2026-01-01}
                """, "王芳");
        String interest = "interest-accrual: 借 5603.01 1500.00; 贷 2231 1500.00 招商银行";
        String rent = "standing-entry: 借 5602.07 3000.00; 贷 2241 3000.00 房东";
        assertThat(run(JANUARY)).containsExactlyInAnyOrder(interest, rent);
        assertThat(run(FEBRUARY)).containsExactlyInAnyOrder(interest, rent);
        assertThat(run(FEBRUARY.next())).containsExactlyInAnyOrder(interest,
                "standing-entry: 借 5602.11 900.00; 贷 2241 900.00 事务所");
        assertThat(story.entriesOf("standing-entry").get(2).why()).isEqualTo("合同约定每季结算");
    }

    @Test
    void what_is_removed_is_booked_no_more_and_every_change_is_sealed() {
        Recurring recurring = story.desk.recurring();
        recurring.add(VAN, "王芳");
        assertRefused(() -> recurring.add(VAN, "王芳"));
        run(JANUARY);
        recurring.remove("FA-1", "王芳");
        assertThat(recurring.items()).isEmpty();
        assertThat(run(FEBRUARY)).isEmpty();
        assertRefused(() -> recurring.remove("FA-1", "王芳"));
        assertRefused(() -> recurring.dispose("FA-1", LocalDate.parse("2026-02-10"),
                Optional.empty(), "王芳"));
        recurring.add(VAN.replace("bought: 2025-12-20",
                "bought: 2025-12-20, depreciated: 950, monthsDone: 1"), "王芳");
        assertThat(run(FEBRUARY)).containsExactly("write-off: 借 5602.08 950.00; 贷 1602 950.00");
        assertThat(story.desk.audit()).isEmpty();
        assertThat(story.desk.book().journal().leafCounts()).containsEntry("rule", 3L);
    }

    @Test
    void all_items_of_a_file_are_added_or_none() {
        Recurring recurring = story.desk.recurring();
        assertRefused(() -> recurring.add(VAN + """
                loans:
                  - {id: L1, name: 银行, principal: 1, rate: 0.01, from: 2026-01-01, owed: "2299"}
                """, "王芳"));
        assertRefused(() -> recurring.add(VAN + VAN.replace("assets:\n", ""), "王芳"));
        assertRefused(() -> recurring.add(VAN.replace("life:", "expense: \"5602\", life:"), "王芳"));
        assertThat(recurring.items()).isEmpty();
    }

    @Test
    void an_item_that_was_undone_is_left_to_a_person() {
        story.desk.recurring().add(VAN, "王芳");
        RunReport run = story.desk.recurring().run(JANUARY, false, "王芳");
        story.desk.undo(run.id(), "王芳");
        assertThat(run(JANUARY)).isEmpty();
        assertThat(story.desk.recurring().due(JANUARY)).isEmpty();
        assertThat(story.balance("1602")).isEqualTo("0.00");
    }

    /**
     * 王芳 8,000 + 1,280 + 400 to administration, 李强 6,000 + 960 + 300 = 7,260 to sales; withheld
     * 1,120 + 700 + 25.50.
     */
    @Test
    void wages_are_booked_by_a_table_once() throws IOException {
        Path table = file("wages.csv", TABLE);
        RunReport dry = story.desk.recurring().wages(table, JANUARY, true, "王芳");
        RunReport report = story.desk.recurring().wages(table, JANUARY, false, "王芳");
        assertThat(report.diff()).isEqualTo(dry.diff());
        assertThat(Story.told(report.entries().stream().map(story.desk::entry).toList()))
                .containsExactly("wages-accrual: 借 5601.04 7260.00; 借 5602.04 8000.00; "
                        + "借 5602.14 1280.00; 借 5602.15 400.00; 贷 2211.01 14000.00; "
                        + "贷 2211.04 2240.00; 贷 2211.05 700.00; 借 2211.01 1845.50; "
                        + "贷 2241 700.00 代扣住房公积金; 贷 2241 1120.00 代扣社会保险费; 贷 2221.15 25.50");
        assertThat(story.desk.waiting()).as("the table is booked").isEmpty();
        RunReport again = story.desk.recurring().wages(table, JANUARY, false, "王芳");
        assertThat(again.entries()).isEmpty();
        assertThat(again.diff()).anyMatch(line -> line.contains("PROPOSAL_ALREADY_RESOLVED"));
        Path other = file("other.csv", TABLE.replace("8,000.00", "9,000.00"));
        assertThat(story.desk.recurring().wages(other, JANUARY, false, "王芳").entries()).isEmpty();
        assertThat(story.desk.audit()).isEmpty();
    }

    @Test
    void wages_that_a_table_accrued_are_paid_and_not_borne_twice() throws IOException {
        story.desk.recurring().wages(file("wages.csv", TABLE), JANUARY, false, "王芳");
        Path statement = file("bank.csv", """
                账号,6222
                交易日期,收入,支出,余额,对方户名,摘要
                2026-02-05,,12154.50,87845.50,,1月工资
                2026-02-06,,3360.00,84485.50,,社保费
                """);
        story.desk.run("daily", List.of(statement), false, "王芳", RunReport.Progress.SILENT);
        assertThat(Story.told(story.entriesOf("wages-paid")))
                .containsExactly("wages-paid: 借 2211.01 12154.50; 贷 1002.01 12154.50");
        // 14,000 - 1,845.50 - 12,154.50
        assertThat(story.balance("2211.01")).isEqualTo("0.00");
        assertThat(story.desk.waiting()).extracting(WaitingItem::reason)
                .containsExactly(Refusal.NO_RULE_KNOWS_THIS);
    }

    @Test
    void a_table_that_is_none_books_nothing() throws IOException {
        for (String text : List.of("姓名,年龄\n王芳,40\n", "姓名,应发工资\n王芳,八千\n",
                "姓名,应发工资\n王芳,-5\n", "姓名,应发工资\n合计,100\n",
                "姓名,费用科目,应发工资\n王芳,工资,100\n")) {
            Path table = file("w" + text.hashCode() + ".csv", text);
            assertRefused(() ->
                    story.desk.recurring().wages(table, JANUARY, false, "王芳"));
        }
        assertThat(story.desk.entries(EntryFilter.ALL)).isEmpty();
        assertThat(story.desk.documents()).as("nothing of it was kept").isEmpty();
    }

    @Test
    void a_closed_month_takes_nothing_more() {
        story.desk.recurring().add(VAN, "王芳");
        story.desk.close(JANUARY, Set.of(Refusal.RECURRING_ENTRIES_ARE_DUE), "王芳");
        RunReport late = story.desk.recurring().run(JANUARY, false, "王芳");
        assertThat(late.entries()).isEmpty();
        assertThat(late.diff()).anyMatch(line -> line.contains("PERIOD_CLOSED"));
    }

    private static void assertRefused(Runnable command) {
        assertThatThrownBy(command::run).isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).refusal())
                .isEqualTo(Refusal.RECURRING_ENTRY_IS_WRONG);
    }
}
