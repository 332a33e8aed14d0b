package onebook.app.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import onebook.app.Desktop;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Side;
import onebook.robot.AccountRegister;
import onebook.robot.Desk;
import onebook.robot.Voucher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A voucher on the screen: every button pressed twice, papers, and what accounts ask for. */
class VoucherPageTest {
    @TempDir
    private Path home;
    private Desktop desktop;

    private void open() throws Exception {
        desktop = Desktop.start(home, Language.ZH);
        desktop.open(Desktop.sample(home.resolve("sample")));
        desktop.go(Place.VOUCHER);
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    private int drafts() {
        return desktop.<Voucher>list("#drafts").getItems().size();
    }

    private void write(String debit, String credit) {
        desktop.robot().write("测试").push(KeyCode.ENTER).push(KeyCode.ENTER).write(debit)
                .push(KeyCode.ENTER).write("88").push(KeyCode.ENTER).push(KeyCode.ENTER)
                .push(KeyCode.ENTER).write(credit).push(KeyCode.ENTER).push(KeyCode.ENTER)
                .write("=");
        desktop.settle();
    }

    @Test
    void each_button_pressed_twice_has_one_effect() throws Exception {
        open();
        write("5602.05", "1001");
        desktop.robot().clickOn("#no-evidence").write("no paper");
        desktop.robot().doubleClickOn("#voucher-save");
        desktop.settle();
        assertThat(drafts()).isEqualTo(1);
        desktop.robot().doubleClickOn("#voucher-review");
        desktop.settle();
        assertThat(desktop.notice()).startsWith("草稿 1 已审核");
        assertThat(desktop.find("#voucher", Node.class).isDisabled()).isTrue();
        desktop.robot().doubleClickOn("#voucher-post");
        desktop.settle();
        assertThat(desktop.notice()).isEqualTo("已记账：2026-04-0001");
        assertThat(drafts()).isZero();

        desktop.robot().write("again").push(KeyCode.CONTROL, KeyCode.S);
        desktop.settle();
        desktop.robot().doubleClickOn("#voucher-delete");
        desktop.settle();
        desktop.robot().doubleClickOn("#confirm-ok");
        desktop.settle();
        assertThat(drafts()).isZero();
        desktop.go(Place.LEDGER);
        desktop.robot().push(KeyCode.END);
        desktop.settle();
        assertThat(((Label) desktop.find("#entry", Node.class).lookup(".entry-number")).getText())
                .isEqualTo("2026-04-0001");
    }

    @Test
    void a_held_key_posts_one_voucher() throws Exception {
        open();
        write("5602.05", "1001");
        desktop.robot().clickOn("#no-evidence").write("no paper");
        desktop.robot().press(KeyCode.CONTROL);
        for (int i = 0; i < 4; i++) {
            desktop.robot().press(KeyCode.ENTER);
            desktop.settle();
        }
        desktop.robot().release(KeyCode.ENTER).release(KeyCode.CONTROL);
        desktop.settle();
        assertThat(desktop.notice()).isEqualTo("已记账：2026-04-0001");
        assertThat(drafts()).isZero();
    }

    @Test
    void a_file_is_attached_counted_and_shown() throws Exception {
        open();
        desktop.answer(Files.writeString(home.resolve("receipt.csv"), "甲,乙\n1,2\n"));
        desktop.robot().push(KeyCode.CONTROL, KeyCode.E);
        desktop.settle();
        assertThat(desktop.has("#notice") ? desktop.notice() : "").isEmpty();
        assertThat(desktop.find("#attachments", TextField.class).getText()).isEqualTo("1");
        assertThat(desktop.find("#voucher", Node.class).lookup(".hyperlink"))
                .isInstanceOfSatisfying(Hyperlink.class,
                        link -> assertThat(link.getText()).isEqualTo("receipt.csv"));
        write("5602.05", "1001");
        desktop.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        desktop.settle();
        assertThat(desktop.notice()).isEqualTo("已记账：2026-04-0001");
    }

    @Test
    void what_is_not_saved_is_not_lost_without_a_question() throws Exception {
        open();
        desktop.robot().write("half").push(KeyCode.F7);
        desktop.settle();
        desktop.robot().push(KeyCode.ESCAPE);
        desktop.settle();
        assertThat(desktop.find("#voucher-summary", TextField.class).getText()).isEqualTo("half");
        desktop.robot().push(KeyCode.F7);
        desktop.settle();
        desktop.robot().push(KeyCode.ENTER);
        desktop.settle();
        assertThat(desktop.find("#voucher-summary", TextField.class).getText()).isEmpty();
    }

    @Test
    void an_account_asks_for_a_department_foreign_money_and_a_quantity() throws Exception {
        Path book = Desktop.sample(home.resolve("sample"));
        try (Desk desk = Desk.open(book, Desktop.APRIL)) {
            new AccountRegister(desk).add(List.of(new Account(AccountCode.of("1411.09"), "进口样品",
                    "Samples", Account.Kind.ASSET, Side.DEBIT, AccountRegister.asks(
                            Set.of(Account.Dimension.DEPARTMENT), "USD", "盏"))), "王芳");
        }
        desktop = Desktop.start(home, Language.ZH);
        desktop.open(book);
        desktop.go(Place.VOUCHER);
        desktop.robot().write("样品").push(KeyCode.ENTER).push(KeyCode.ENTER).write("jkyp")
                .push(KeyCode.ENTER).write("销售部").push(KeyCode.ENTER).write("100")
                .push(KeyCode.ENTER).write("7.1").push(KeyCode.ENTER).write("10")
                .push(KeyCode.ENTER).write("71").push(KeyCode.ENTER).write("=")
                .push(KeyCode.ENTER).push(KeyCode.ENTER).push(KeyCode.ENTER).write("1001")
                .push(KeyCode.ENTER).push(KeyCode.ENTER).write("=").push(KeyCode.ENTER)
                .push(KeyCode.ENTER).push(KeyCode.ENTER).write("none")
                .push(KeyCode.CONTROL, KeyCode.ENTER);
        desktop.settle();
        assertThat(desktop.notice()).isEqualTo("已记账：2026-04-0001");
        desktop.go(Place.LEDGER);
        desktop.robot().push(KeyCode.END);
        desktop.settle();
        assertThat(desktop.find("#entry", Node.class).lookupAll(".text-small"))
                .extracting(node -> ((Label) node).getText())
                .contains("部门 销售部 · USD 100.00 × 7.1 · 10 × 71");
    }
}
