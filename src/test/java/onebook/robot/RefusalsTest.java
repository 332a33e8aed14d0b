package onebook.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.schedule.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a robot leaves something to a person, and why a month stays open. */
class RefusalsTest {
    private static final Period JANUARY = Period.parse("2026-01");
    private static final Period FEBRUARY = Period.parse("2026-02");
    private static final String OURS = "6222000011112222";
    @TempDir
    private static Path made;
    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock("2026-03-06T12:00");
    private Firm firm;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        Path master = made.resolve("book.onebook");
        if (!Files.exists(master)) {
            Firm first = Firm.first(made);
            Desk.create(master, """
                    name: %s
                    taxId: "%s"
                    taxpayer: small-scale
                    from: 2026-01
                    bankAccounts: [{account: "1002.01", bank: 招商银行, number: "%s"}]
                    """.formatted(first.name(), first.taxId(), OURS), clock,
                    Optional.empty()).close();
        }
        firm = Firm.first(folder);
        for (String name : List.of("", ".key.p12", ".policy.txt")) {
            Files.copy(made.resolve("book.onebook" + name), folder.resolve("book.onebook" + name));
        }
        desk = Desk.open(firm.book(), clock);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private RunReport run(String robot) {
        return desk.run(robot, false, "王芳", RunReport.Progress.SILENT);
    }

    private List<String> waiting() {
        return desk.waiting().stream().map(item -> item.source() + " " + item.reason()).toList();
    }

    /** A statement of two lines: money in, then a fee, with the bank's own balances. */
    private void statement(String account, int opening, String month) {
        firm.put(month + ".csv", """
                账号,%s
                交易日期,收入,支出,余额,对方户名,摘要
                %s-05,1000.00,,%d.00,王老板,投资款
                %s-06,,10.00,%d.00,,手续费
                """.formatted(account, month, opening + 1000, month, opening + 990));
    }

    @Test
    void an_invoice_of_a_known_number_with_another_amount_is_asked_about() {
        firm.sells(1, "2026-01-05", 1000);
        run("daily");
        firm.sells(1, "2026-01-05", 2000);
        run("daily");
        assertThat(waiting()).containsExactly("sale-1.xml SAME_INVOICE_OTHER_AMOUNT");
        assertThat(desk.entries(EntryFilter.ALL)).hasSize(1);
    }

    @Test
    void what_a_rule_knows_but_no_robot_has_posted_waits() {
        firm.sells(1, "2026-01-05", 1000);
        run("bank");
        assertThat(waiting()).containsExactly("sale-1.xml NOT_POSTED_YET");
        run("capture");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_statement_of_a_strange_account_is_kept_out() {
        statement("9999000011112222", 0, "2026-01");
        run("daily");
        assertThat(waiting()).containsExactly("2026-01.csv ACCOUNT_IS_NOT_OURS");
        assertThat(desk.entries(EntryFilter.ALL)).isEmpty();
    }

    @Test
    void months_close_in_order_and_once() {
        assertRefused(() -> desk.close(FEBRUARY, "王芳"), Refusal.PERIODS_CLOSE_IN_ORDER);
        desk.close(JANUARY, "王芳");
        assertRefused(() -> desk.close(JANUARY, "王芳"), Refusal.PERIOD_ALREADY_CLOSED);
        assertThat(desk.lastClosed()).contains(JANUARY);
    }

    @Test
    void a_month_closes_over_what_waits_only_when_told_so() {
        firm.getsForeign(1, "2026-01-08", 99);
        run("daily");
        assertRefused(() -> desk.close(JANUARY, Set.of(), "王芳"), Refusal.ITEMS_STILL_WAIT);
        RunReport robot = run("close-month");
        assertThat(robot.diff()).contains("! close 2026-01 ITEMS_STILL_WAIT: 1 items");
        assertThat(desk.lastClosed()).isEmpty();
        desk.close(JANUARY, Set.of(Refusal.ITEMS_STILL_WAIT), "王芳");
        assertThat(desk.lastClosed()).contains(JANUARY);
    }

    @Test
    void a_month_closes_over_a_bank_that_differs_only_when_told_so() {
        statement(OURS, 500, "2026-01");
        run("daily");
        assertThat(desk.waiting()).isEmpty();
        assertThat(desk.closeBlocked(JANUARY)).contains(Refusal.BANK_IS_NOT_RECONCILED);
        assertRefused(() -> desk.close(JANUARY, "王芳"), Refusal.BANK_IS_NOT_RECONCILED);
        assertThat(run("close-month").diff()).containsExactly(
                "! close 2026-01 BANK_IS_NOT_RECONCILED: 1002.01 招商银行, -500.00");
        desk.close(JANUARY, Set.of(Refusal.BANK_IS_NOT_RECONCILED), "王芳");
        assertThat(desk.lastClosed()).contains(JANUARY);
    }

    @Test
    void a_missing_statement_keeps_the_month_after_it_open() {
        statement(OURS, 0, "2026-01");
        statement(OURS, 2000, "2026-03");
        run("daily");
        desk.close(JANUARY, "王芳");
        assertThat(desk.closeBlocked(FEBRUARY)).isEmpty();
        desk.close(FEBRUARY, "王芳");
        assertThat(desk.closeBlocked(FEBRUARY.next())).contains(Refusal.BANK_IS_NOT_RECONCILED);
        statement(OURS, 990, "2026-02");
        run("daily");
        assertThat(desk.waiting()).as("the month they belong to is closed").hasSize(2);
    }

    @Test
    void a_bank_that_agrees_does_not_keep_a_month_open() {
        statement(OURS, 0, "2026-01");
        run("daily");
        assertThat(run("close-month").diff()).contains("+ closed 2026-01", "+ closed 2026-02");
    }

    @Test
    void a_folder_without_a_company_makes_no_book() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path out = folder.resolve("out");
        assertRefused(() -> new MainJob(empty, out, clock, RunReport.Progress.SILENT).run(),
                Refusal.INPUTS_ARE_INCOMPLETE);
        assertThat(out.resolve("book.onebook")).doesNotExist();
    }

    @Test
    void a_run_that_posted_nothing_has_nothing_to_undo() {
        firm.getsForeign(1, "2026-01-08", 99);
        RunReport run = run("daily");
        assertRefused(() -> desk.undo(run.id(), "王芳"), Refusal.NOTHING_TO_DO);
        assertThat(desk.runs()).hasSize(1);
    }

    private static void assertRefused(Runnable command, Refusal refusal) {
        assertThatThrownBy(command::run).isInstanceOf(RefusedException.class)
                .extracting(refused -> ((RefusedException) refused).refusal()).isEqualTo(refusal);
    }
}
