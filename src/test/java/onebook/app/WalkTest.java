package onebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.ledger.Refusal;
import onebook.robot.RunReport;
import onebook.robot.WaitingItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's way through the sample company, every button pressed twice. */
class WalkTest {
    @TempDir
    private Path home;
    private String homeBefore;
    private Desktop desktop;

    @BeforeEach
    void start() throws Exception {
        homeBefore = System.setProperty("user.home", home.toString());
        desktop = Desktop.start(home, Language.ZH);
    }

    @AfterEach
    void close() {
        System.setProperty("user.home", homeBefore);
        desktop.close();
    }

    private ListView<WaitingItem> waiting() {
        return desktop.list("#waiting");
    }

    /** An invoice whose accounts no rule knows, with the accounts a person gives it. */
    private WaitingItem chooseInvoice() {
        return desktop.chooseAndComplete(
                item -> !item.isBankLine() && item.reason() == Refusal.NO_RULE_KNOWS_THIS);
    }

    private void openCopy() throws Exception {
        desktop.open(Desktop.sample(home.resolve("sample")));
    }

    @Test
    void a_newcomer_opens_the_sample_with_one_click_reviews_runs_packs_and_verifies()
            throws Exception {
        desktop.robot().doubleClickOn("#start-sample");
        desktop.waitUntil(() -> desktop.has("#company"));
        desktop.settle();
        Path folder = home.resolve("OneBook").resolve("sample");
        assertThat(folder.resolve("book.onebook")).isRegularFile();

        int before = waiting().getItems().size();
        WaitingItem item = chooseInvoice();
        desktop.robot().doubleClickOn("#accept");
        desktop.settle();
        assertThat(desktop.notice()).isEqualTo("已记账：2026-04-0001");
        assertThat(waiting().getItems()).hasSize(before - 1)
                .noneMatch(other -> other.id().equals(item.id()));

        desktop.robot().clickOn("查看凭证");
        desktop.settle();
        assertThat(desktop.find("#entry", Node.class).lookup(".entry-number"))
                .isInstanceOfSatisfying(Label.class,
                        number -> assertThat(number.getText()).isEqualTo("2026-04-0001"));

        desktop.go(Place.ROBOTS);
        desktop.robot().doubleClickOn("#run");
        desktop.settle();
        assertThat(desktop.notice()).startsWith("运行完毕");

        packAndVerify(folder);
    }

    private void packAndVerify(Path folder) {
        Path file = home.resolve("out.obk");
        desktop.go(Place.LENDER);
        desktop.answer(file);
        desktop.robot().doubleClickOn("#pack");
        desktop.settle();
        assertThat(file).isRegularFile();
        assertThat(desktop.notice()).contains("out.obk");

        assertThat(desktop.find("#preview-verdict", Label.class).getText())
                .startsWith("查验通过");

        desktop.answer(folder.resolve("policy.txt"));
        desktop.fire("#policy");
        desktop.answer(file);
        desktop.fire("#verify");
        assertThat(desktop.find("#verdict", Label.class).getText()).startsWith("查验通过");
    }

    @Test
    void without_the_key_the_verdict_says_that_nobody_is_identified() throws Exception {
        openCopy();
        desktop.go(Place.LENDER);
        desktop.answer(home.resolve("sample/package.obk"));
        desktop.fire("#verify");

        assertThat(desktop.find("#verdict", Label.class).getText()).isEqualTo("身份未确认");
    }

    @Test
    void a_package_with_a_changed_byte_is_not_verified() throws Exception {
        openCopy();
        Path file = home.resolve("sample/package.obk");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        desktop.go(Place.LENDER);
        desktop.answer(home.resolve("sample/policy.txt"));
        desktop.fire("#policy");
        desktop.answer(file);
        desktop.fire("#verify");

        assertThat(desktop.find("#verdict", Label.class).getText())
                .isIn("内容被改动", "不是合格的贷款包");
    }

    @Test
    void an_item_of_a_closed_month_is_offered_on_the_first_open_day() throws Exception {
        openCopy();
        chooseInvoice();

        DatePicker date = (DatePicker) desktop.find("#draft", Node.class).lookup(".date-picker");
        assertThat(date.getValue()).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void a_held_enter_key_accepts_one_item() throws Exception {
        openCopy();
        int before = waiting().getItems().size();
        chooseInvoice();
        desktop.robot().press(KeyCode.ENTER);
        desktop.robot().press(KeyCode.ENTER);
        desktop.settle();
        desktop.robot().press(KeyCode.ENTER);
        desktop.robot().release(KeyCode.ENTER);
        desktop.settle();

        assertThat(waiting().getItems()).hasSize(before - 1);
    }

    @Test
    void a_rejected_item_needs_a_reason_and_is_gone_once() throws Exception {
        openCopy();
        int before = waiting().getItems().size();
        desktop.robot().clickOn("#reject");
        desktop.settle();
        assertThat(desktop.robot().lookup("#reason-ok").queryButton().isDisabled()).isTrue();
        desktop.robot().clickOn("#reason").write("not ours");
        desktop.robot().doubleClickOn("#reason-ok");
        desktop.settle();

        assertThat(waiting().getItems()).hasSize(before - 1);
        assertThat(desktop.notice()).startsWith("已标记为不记账");
    }

    @Test
    void an_incomplete_draft_is_refused_before_it_is_sent() throws Exception {
        openCopy();
        WaitingItem foreign = waiting().getItems().stream()
                .filter(item -> item.reason() == Refusal.INVOICE_IS_NOT_OURS)
                .findFirst().orElseThrow();
        Desktop.onWindow(() -> {
            waiting().getSelectionModel().select(foreign);
            return null;
        });
        desktop.settle();
        int before = waiting().getItems().size();
        desktop.robot().clickOn("#accept");
        desktop.settle();

        assertThat(desktop.has("#notice")).isTrue();
        assertThat(waiting().getItems()).hasSize(before);
    }

    @Test
    void an_entry_is_taken_back_in_red_with_a_reason() throws Exception {
        openCopy();
        desktop.go(Place.LEDGER);
        int before = desktop.table("#entries").getItems().size();
        Desktop.onWindow(() -> {
            desktop.table("#entries").getSelectionModel().select(before - 1);
            desktop.table("#entries").getSelectionModel().select(40);
            return null;
        });
        desktop.fire("#correct");
        desktop.robot().clickOn("#reason").write("wrong account");
        desktop.robot().doubleClickOn("#reason-ok");
        desktop.settle();

        assertThat(desktop.notice()).isEqualTo("已记账：2026-04-0001");
        assertThat(desktop.table("#entries").getItems().size()).isGreaterThan(before);
    }

    @Test
    void a_run_in_closed_months_is_not_undone_and_the_reason_is_told() throws Exception {
        openCopy();
        desktop.go(Place.ROBOTS);
        Desktop.onWindow(() -> {
            desktop.find(".page-tabs", TabPane.class).getSelectionModel().select(1);
            return null;
        });
        desktop.settle();
        assertThat(desktop.<RunReport>table("#runs").getItems()).isNotEmpty();
        desktop.robot().doubleClickOn(".undo");
        desktop.settle();
        desktop.robot().doubleClickOn("#confirm-ok");
        desktop.settle();

        assertThat(desktop.notice()).startsWith("这次运行不能撤回");
    }

    @Test
    void one_month_is_closed_however_often_the_buttons_are_pressed() throws Exception {
        openCopy();
        desktop.go(Place.SEAL);
        String before = desktop.find("#checkpoint", TextArea.class).getText();
        desktop.robot().doubleClickOn("#close-month");
        desktop.settle();
        desktop.robot().doubleClickOn("#confirm-ok");
        desktop.settle();

        assertThat(desktop.notice()).isEqualTo("2026-04 已结账并封印。");
        assertThat(desktop.find("#period", Label.class).getText()).startsWith("2026年5月");
        assertThat(desktop.find("#checkpoint", TextArea.class).getText()).isNotEqualTo(before);
    }

    @Test
    void the_bank_is_reconciled_and_its_sheet_saved_once() throws Exception {
        openCopy();
        desktop.go(Place.BANK);
        assertThat(desktop.table("#lines").getItems()).isNotEmpty();
        Path sheet = home.resolve("adjustment.xlsx");
        desktop.answer(sheet);
        desktop.robot().doubleClickOn("#save-reconciliation");
        desktop.settle();
        assertThat(sheet).isRegularFile();

        desktop.robot().doubleClickOn("#reconcile");
        desktop.settle();
        assertThat(desktop.notice()).startsWith("运行完毕：0 笔已记账");
    }

    @Test
    void the_language_changes_and_the_window_stays_where_it_is() throws Exception {
        openCopy();
        desktop.go(Place.TAX);
        desktop.robot().clickOn("#switch-language");
        desktop.settle();

        assertThat(desktop.has("#form")).isTrue();
        assertThat(desktop.has("VAT to pay")).isTrue();
        assertThat(desktop.has("本期应补（退）税额")).isFalse();
    }

    @Test
    void a_tax_figure_leads_to_its_entries_and_the_workbook_is_filled_once() throws Exception {
        openCopy();
        desktop.go(Place.TAX);
        assertThat(desktop.list("#sources").getItems()).isNotEmpty();
        Path workbook = home.resolve("vat.xlsx");
        desktop.answer(workbook);
        desktop.robot().doubleClickOn("#fill");
        desktop.settle();

        assertThat(workbook).isRegularFile();
        assertThat(desktop.notice()).contains("vat.xlsx");
    }

    @Test
    void every_window_opens_by_its_key() throws Exception {
        openCopy();
        for (Place place : Place.values()) {
            desktop.robot().push(KeyCode.CONTROL, place.key());
            desktop.settle();
            assertThat(desktop.has("#notice")).as(place.name()).isFalse();
        }
        assertThat(desktop.has("#person")).isTrue();
    }
}
