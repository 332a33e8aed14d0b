package onebook.app;

import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.F6;
import static javafx.scene.input.KeyCode.F8;
import static javafx.scene.input.KeyCode.S;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.robot.Voucher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work of a month without a mouse: every step is a key that a person presses. */
class KeyboardTest {
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

    private void press(KeyCode... keys) {
        desktop.robot().push(keys);
        desktop.settle();
    }

    private void type(String text, KeyCode... then) {
        desktop.robot().write(text);
        desktop.settle();
        if (then.length > 0) {
            press(then);
        }
    }

    private void go(Place place) {
        press(CONTROL, place.key());
    }

    private String focus() {
        return Desktop.onWindow(() -> {
            Node owner = desktop.stage().getScene().getFocusOwner();
            return owner == null ? "none" : String.valueOf(owner.getId());
        });
    }

    /** A rent paid in cash, without paper; the accounts by code and by the initials of a name. */
    private void write(String summary) {
        assertThat(focus()).isEqualTo("voucher-summary");
        type(summary, ENTER);
        press(ENTER);
        type("5602.05", ENTER);
        type("1234.5", ENTER);
        press(ENTER);
        press(ENTER);
        type("kcxj", ENTER);
        press(ENTER);
        type("=", ENTER);
        press(ENTER);
        press(ENTER);
        assertThat(focus()).isEqualTo("no-evidence");
        type("no paper");
    }

    private int drafts() {
        return desktop.<Voucher>list("#drafts").getItems().size();
    }

    @Test
    void a_voucher_is_entered_posted_corrected_and_its_month_closed() {
        go(Place.VOUCHER);
        write("rent");
        desktop.waitUntil(() -> desktop.find("#difference", Label.class).getText()
                .equals("借贷平衡"));
        press(CONTROL, ENTER);
        assertThat(desktop.notice()).isEqualTo("已记账：2026-04-0001");
        assertThat(focus()).isEqualTo("voucher-summary");
        assertThat(drafts()).isZero();

        go(Place.LEDGER);
        press(END);
        assertThat(desktop.find("#entry", Node.class).lookup(".entry-number"))
                .isInstanceOfSatisfying(Label.class,
                        number -> assertThat(number.getText()).isEqualTo("2026-04-0001"));
        press(DELETE);
        type("wrong", ENTER);
        assertThat(desktop.notice()).isEqualTo("已记账：2026-04-0002");

        go(Place.SEAL);
        assertThat(focus()).isEqualTo("close-month");
        press(ENTER);
        assertThat(focus()).isEqualTo("confirm-ok");
        press(ENTER);
        assertThat(desktop.notice()).isEqualTo("2026-04 已结账并封印。");
        assertThat(desktop.find("#period", Label.class).getText()).startsWith("2026年5月");
    }

    @Test
    void a_red_entry_goes_into_the_month_that_is_typed() {
        go(Place.LEDGER);
        press(END);
        press(DELETE);
        press(SHIFT, TAB);
        assertThat(focus()).isEqualTo("correction-date");
        press(CONTROL, KeyCode.A);
        type("20260502", TAB);
        type("wrong month", ENTER);
        assertThat(desktop.notice()).isEqualTo("已记账：2026-05-0001");
    }

    @Test
    void a_draft_is_kept_reviewed_opened_again_and_blocks_the_close_until_it_is_deleted() {
        go(Place.VOUCHER);
        write("rent");
        press(CONTROL, S);
        assertThat(desktop.notice()).isEqualTo("草稿 1 已保存。");
        press(F8);
        assertThat(desktop.notice()).startsWith("草稿 1 已审核");
        press(F8);
        assertThat(desktop.notice()).startsWith("草稿 1 的审核已取消");
        assertThat(drafts()).isEqualTo(1);

        go(Place.SEAL);
        press(ENTER);
        press(ENTER);
        assertThat(desktop.notice()).startsWith("这个月还有未记账的凭证");
        for (int i = 0; i < 12 && !focus().equals("go-voucher"); i++) {
            press(TAB);
        }
        press(ENTER);
        assertThat(desktop.find("#voucher-state", Label.class).getText()).isEqualTo("草稿 1");
        press(CONTROL, DELETE);
        press(ENTER);
        assertThat(desktop.notice()).isEqualTo("草稿 1 已删除。");
        assertThat(drafts()).isZero();
    }

    @Test
    void what_is_asked_keeps_the_keyboard_and_a_held_key_does_not_answer_it() {
        go(Place.SEAL);
        desktop.robot().press(ENTER);
        desktop.robot().press(ENTER);
        desktop.settle();
        desktop.robot().release(ENTER);
        desktop.settle();
        assertThat(focus()).isEqualTo("confirm-ok");
        assertThat(desktop.find("#period", Label.class).getText()).startsWith("2026年4月");
        press(TAB);
        assertThat(focus()).isEqualTo("cancel");
        press(TAB);
        assertThat(focus()).isEqualTo("confirm-ok");
        press(SHIFT, TAB);
        press(ENTER);
        assertThat(focus()).isEqualTo("close-month");
        assertThat(desktop.has("#notice")).isFalse();
    }

    @Test
    void an_entry_is_supplemented_by_a_voucher_that_names_it() {
        go(Place.LEDGER);
        press(END);
        press(KeyCode.INSERT);
        type("too small", ENTER);
        assertThat(desktop.find("#voucher-state", Label.class).getText()).contains("补充 2026-03-");
        assertThat(focus()).isEqualTo("voucher-summary");
        press(ENTER);
        press(ENTER);
        type("5602.05", ENTER);
        type("10", ENTER);
        press(ENTER);
        press(ENTER);
        type("1001", ENTER);
        press(ENTER);
        type("=");
        press(CONTROL, ENTER);
        assertThat(desktop.notice()).isEqualTo("已记账：2026-04-0001");
    }

    @Test
    void what_a_line_lacks_is_said_below_it_and_nothing_is_lost() {
        go(Place.VOUCHER);
        type("rent", ENTER);
        press(ENTER);
        type("no such account", TAB);
        type("5");
        press(CONTROL, ENTER);
        assertThat(desktop.robot().lookup("#voucher .bad").queryAllAs(Label.class))
                .extracting(Label::getText).anyMatch(text -> text.contains("科目"));
        assertThat(drafts()).isEqualTo(1);
        press(F6);
        assertThat(focus()).isEqualTo("drafts");
    }
}
