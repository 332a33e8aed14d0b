package onebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.ledger.Refusal;
import onebook.robot.WaitingItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inbox by keyboard, the fields on the picture, and files that are no documents. */
class ReviewTest {
    @TempDir
    private Path home;
    private Desktop desktop;

    @BeforeEach
    void start() throws Exception {
        desktop = Desktop.start(home, Language.ZH);
        desktop.open(Desktop.sample(home.resolve("sample")));
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    private ListView<WaitingItem> waiting() {
        return desktop.list("#waiting");
    }

    private void choose(Predicate<WaitingItem> which) {
        WaitingItem chosen = waiting().getItems().stream().filter(which).findFirst()
                .orElseThrow();
        Desktop.onWindow(() -> {
            waiting().getSelectionModel().select(chosen);
            waiting().requestFocus();
            return null;
        });
        desktop.settle();
    }

    @Test
    void an_item_without_a_draft_is_booked_with_the_keyboard_alone() {
        int before = waiting().getItems().size();
        choose(one -> one.reason() == Refusal.INVOICE_IS_NOT_OURS);
        desktop.robot().push(KeyCode.RIGHT);
        desktop.settle();
        desktop.robot().write("5602.05").push(KeyCode.TAB);
        assertThat(desktop.accounts().get(0).getText()).startsWith("5602.05  ");
        Desktop.onWindow(() -> {
            desktop.accounts().get(1).requestFocus();
            return null;
        });
        desktop.robot().write("1221");
        desktop.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        desktop.settle();

        assertThat(desktop.notice()).startsWith("已记账：2026-04-");
        assertThat(waiting().getItems()).hasSize(before - 1);
    }

    @Test
    void a_reason_is_given_in_the_language_of_the_window() {
        choose(WaitingItem::isBankLine);
        WaitingItem item = waiting().getSelectionModel().getSelectedItem();
        assertThat(desktop.find("#review-detail", Label.class).getText())
                .isEqualTo(item.text().chinese()).contains("未结款项");
        desktop.robot().clickOn("#switch-language");
        desktop.settle();
        choose(one -> one.id().equals(item.id()));
        assertThat(desktop.find("#review-detail", Label.class).getText())
                .isEqualTo(item.text().english()).contains("No open item");
    }

    @Test
    void a_part_of_the_parents_name_finds_the_account() {
        choose(one -> one.reason() == Refusal.INVOICE_IS_NOT_OURS);
        TextField first = desktop.accounts().get(0);
        Desktop.onWindow(() -> {
            first.requestFocus();
            first.setText("财务费");
            return null;
        });
        desktop.robot().push(KeyCode.DOWN).push(KeyCode.ENTER);
        desktop.settle();

        assertThat(first.getText()).startsWith("5603.").contains("  ");
    }

    @Test
    void debits_that_are_not_credits_are_refused_by_the_book_and_the_draft_stays() {
        desktop.chooseAndComplete(one -> one.reason() == Refusal.NO_RULE_KNOWS_THIS);
        Desktop.onWindow(() -> {
            TextField amount = desktop.find("#draft", Node.class).lookupAll(".money").stream()
                    .filter(TextField.class::isInstance).map(TextField.class::cast)
                    .filter(field -> !field.getText().isBlank()).findFirst().orElseThrow();
            amount.setText("1.00");
            return null;
        });
        int before = waiting().getItems().size();
        desktop.fire("#accept");

        assertThat(desktop.notice()).isEqualTo("借贷不平；请检查金额。");
        assertThat(waiting().getItems()).hasSize(before);
        assertThat(desktop.find("#draft", Node.class).lookupAll(".money").stream()
                .filter(TextField.class::isInstance)
                .map(field -> ((TextField) field).getText())).contains("1.00");
    }

    @Test
    void the_focused_field_is_marked_on_the_picture() {
        choose(one -> !one.isBankLine() && one.source().endsWith(".pdf"));
        desktop.waitUntil(() -> desktop.has(".field-row"));
        Node row = desktop.robot().lookup(".field-row").queryAll().stream()
                .skip(1).findFirst().orElseThrow();
        Desktop.onWindow(() -> {
            row.requestFocus();
            return null;
        });
        desktop.settle();

        Region mark = desktop.find(".picture-mark", Region.class);
        assertThat(mark.isVisible()).isTrue();
        assertThat(mark.getWidth()).isGreaterThan(10);
    }

    @Test
    void a_file_that_is_no_document_is_refused_by_name_and_the_others_go_on() throws Exception {
        Path broken = Files.write(home.resolve("broken.pdf"), "%PDF-1.7 nothing".getBytes());
        desktop.answer(broken);
        desktop.robot().doubleClickOn("#add-files");
        desktop.settle();

        assertThat(desktop.notice()).startsWith("读完了");
        assertThat(desktop.robot().lookup("#notice").query().getParent().lookupAll(".label"))
                .anyMatch(label -> label.toString().contains("broken.pdf"));
    }

    @Test
    void the_number_of_waiting_items_stands_beside_the_inbox_everywhere() {
        String count = String.valueOf(waiting().getItems().size());
        desktop.go(Place.LEDGER);

        assertThat(desktop.find(".nav-count", javafx.scene.control.Label.class).getText())
                .isEqualTo(count);
    }
}
