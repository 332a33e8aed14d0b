package onebook.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import onebook.app.Desktop;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.robot.Desk;
import onebook.robot.Firm;
import onebook.robot.OperationLog;
import onebook.robot.Person;
import onebook.robot.Staff;
import onebook.robot.Voucher;
import onebook.robot.Vouchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People on the screen: the first becomes the owner, later ones sign on, each act is logged. */
class PeopleScreenTest {
    @TempDir
    private Path home;
    private Desktop desktop;
    private Firm firm;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(home.resolve("firm"));
        firm = Firm.first(home.resolve("firm"));
        desktop = Desktop.start(home, Language.ZH);
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    private void tab(int index) {
        desktop.go(Place.SETTINGS);
        Desktop.onWindow(() -> {
            desktop.find("#settings-tabs", TabPane.class).getSelectionModel().select(index);
            return null;
        });
        desktop.settle();
    }

    private void role(String role) {
        Desktop.onWindow(() -> {
            desktop.find("#role-" + role, CheckBox.class).setSelected(true);
            return null;
        });
    }

    private void signOn(String name, String password) {
        desktop.type("#sign-on-name", name);
        desktop.type("#sign-on-password", password);
        desktop.fire("#sign-on-do");
    }

    private void fill(String name, String role, String password) {
        desktop.type("#person-name", name);
        if (!role.isEmpty()) {
            role(role);
        }
        typeTwice(password);
    }

    private void typeTwice(String password) {
        desktop.type("#person-password", password);
        desktop.type("#person-again", password);
    }

    private void choose(String name) {
        Desktop.onWindow(() -> {
            TableView<Person> people = desktop.table("#people");
            people.getSelectionModel().select(people.getItems().stream()
                    .filter(person -> person.name().equals(name)).findFirst().orElseThrow());
            return null;
        });
    }

    private List<String> log() {
        return desktop.<OperationLog.Line>table("#log").getItems().stream()
                .map(line -> line.who() + " " + line.said().chinese()).toList();
    }

    @Test
    void the_first_person_becomes_the_owner_and_adds_others() {
        desktop.open(firm.begin(Desktop.APRIL).book());
        tab(1);
        assertThat(desktop.find("#people-notice", Label.class).getText()).startsWith("单用户模式");
        desktop.fire("#person-add");
        assertThat(desktop.find("#role-owner", CheckBox.class).isSelected()).isTrue();
        desktop.type("#person-name", Staff.OWNER);
        desktop.type("#person-password", Staff.SECRET);
        assertThat(desktop.robot().lookup("#person-save").queryButton().isDisabled()).isTrue();
        desktop.type("#person-again", Staff.SECRET);
        desktop.fire("#person-save");
        assertThat(desktop.find("#sign-off", Labeled.class).getText()).isEqualTo(Staff.OWNER);
        tab(1);
        assertThat(desktop.find("#people-notice", Label.class).isVisible()).isFalse();
        desktop.fire("#person-add");
        fill(Staff.CASHIER, "cashier", "short");
        role("reviewer");
        desktop.fire("#person-save");
        assertThat(refused()).startsWith("这几个岗位不能由一人担任").endsWith("审核 + 出纳");
        Desktop.onWindow(() -> {
            desktop.find("#role-reviewer", CheckBox.class).setSelected(false);
            return null;
        });
        typeTwice("short");
        desktop.fire("#person-save");
        assertThat(refused()).startsWith("密码太容易猜");
        typeTwice(Staff.SECRET);
        desktop.fire("#person-save");
        assertThat(desktop.<Person>table("#people").getItems()).extracting(Person::name)
                .containsExactly(Staff.OWNER, Staff.CASHIER);
    }

    private String refused() {
        return desktop.find("#person-refused", Label.class).getText();
    }

    @Test
    void a_cashier_signs_on_is_refused_to_review_and_reads_the_log() {
        firm.sells(1, "2026-04-02", 300);
        desktop.open(firm.begin(Desktop.APRIL).book());
        tab(1);
        desktop.fire("#person-add");
        fill(Staff.OWNER, "", Staff.SECRET);
        desktop.fire("#person-save");
        tab(1);
        for (String name : List.of(Staff.CASHIER, Staff.REVIEWER)) {
            desktop.fire("#person-add");
            fill(name, name.equals(Staff.CASHIER) ? "cashier" : "reviewer", Staff.SECRET);
            desktop.fire("#person-save");
        }
        tab(2);
        desktop.fire("#rules-authorise");
        desktop.fire("#confirm-ok");
        desktop.go(Place.ROBOTS);
        desktop.fire("#run");
        desktop.fire("#sign-off");
        signOn(Staff.CASHIER, Staff.SECRET);
        assertThat(desktop.find("#sign-off", Labeled.class).getText()).isEqualTo(Staff.CASHIER);
        isRefusedToReview();
        tab(3);
        assertThat(log()).startsWith("钱出 填制凭证草稿 1", "钱出 登录", "周总 退出登录", "周总 运行 R0001：daily")
                .contains("周总 添加人员 钱出", "周总 添加人员 李审")
                .noneMatch(line -> line.contains(Staff.SECRET));
        desktop.type("#log-who", "周");
        desktop.type("#log-what", "添加人员");
        desktop.waitUntil(() -> log().size() == 3);
    }

    /** A voucher is written and not reviewed; to answer for a rule is to review as well. */
    private void isRefusedToReview() {
        desktop.go(Place.VOUCHER);
        desktop.robot().write("存现").push(KeyCode.ENTER).push(KeyCode.ENTER).write("1012")
                .push(KeyCode.ENTER).write("88").push(KeyCode.ENTER).push(KeyCode.ENTER)
                .push(KeyCode.ENTER).write("1001").push(KeyCode.ENTER).push(KeyCode.ENTER)
                .write("=");
        desktop.type("#no-evidence", "缴款单遗失");
        desktop.fire("#voucher-save");
        assertThat(desktop.<Voucher>list("#drafts").getItems()).hasSize(1);
        desktop.fire("#voucher-review");
        assertThat(desktop.notice()).startsWith("您的岗位没有这项权限");
        assertThat(desktop.robot().lookup("钱出: 审核").tryQuery()).isPresent();
        tab(2);
        desktop.fire("#rules-authorise");
        desktop.fire("#confirm-ok");
        assertThat(desktop.notice()).startsWith("您的岗位没有这项权限");
    }

    @Test
    void a_person_gets_a_key_file_and_is_suspended_and_restored() throws Exception {
        Staff.hire(firm, Desktop.APRIL);
        desktop.ask(firm.book(), "#sign-on-name");
        signOn(Staff.OWNER, Staff.SECRET);
        tab(1);
        choose(Staff.REVIEWER);
        Path key = home.resolve("李审.p12");
        desktop.answer(key);
        desktop.fire("#person-make-key");
        typeTwice("钥匙-Schluessel-2026");
        desktop.fire("#person-save");
        assertThat(key).exists();
        choose(Staff.POSTER);
        desktop.fire("#person-remove");
        desktop.fire("#confirm-ok");
        choose(Staff.POSTER);
        assertThat(desktop.robot().lookup("#person-give").queryButton().isDisabled()).isTrue();
        desktop.fire("#person-restore-do");
        typeTwice(Staff.SECRET);
        desktop.fire("#person-save");
        assertThat(desktop.<Person>table("#people").getItems()).hasSize(6)
                .allMatch(Person::isHere);
        desktop.fire("#sign-off");
        desktop.answer(key);
        desktop.fire("#sign-on-key");
        signOn(Staff.REVIEWER, "钥匙-Schluessel-2026");
        assertThat(desktop.find("#sign-off", Labeled.class).getText()).isEqualTo(Staff.REVIEWER);
        tab(3);
        assertThat(log()).contains("周总 更改 李审 的密钥", "周总 停用人员 赵记", "周总 恢复人员 赵记");
    }

    @Test
    void a_book_with_people_is_shown_to_nobody_before_he_signed_on() throws Exception {
        Staff.hire(firm, Desktop.APRIL);
        desktop.ask(firm.book(), "#sign-on-name");
        assertThat(desktop.has("#company")).isFalse();
        signOn(Staff.OWNER, "falsch");
        assertThat(desktop.find("#sign-on-refused", Label.class).getText())
                .startsWith("用户名或密码不对");
        assertThat(desktop.has("#company")).isFalse();
        signOn(Staff.OWNER, Staff.SECRET);
        assertThat(desktop.has("#company")).isTrue();
        tab(2);
        desktop.fire("#rules-authorise");
        desktop.fire("#confirm-ok");
        assertThat(desktop.notice()).isEqualTo("已授权");
        desktop.fire("#sign-off");
        assertThat(desktop.has("#company")).isFalse();
        desktop.waitUntil(() -> desktop.has("#sign-on-name"));
        desktop.fire("#cancel");
        try (Desk released = Desk.open(firm.book(), Desktop.APRIL)) {
            assertThat(released.isReadOnly()).as("the book is free again").isFalse();
        }
    }

    @Test
    void what_one_person_accepts_waits_as_a_draft_and_what_roles_forbid_is_refused() {
        Staff.hire(firm, Desktop.APRIL);
        firm.sells(1, "2026-04-02", 300);
        desktop.ask(firm.book(), "#sign-on-name");
        signOn(Staff.BOOKKEEPER, Staff.SECRET);
        desktop.go(Place.ROBOTS);
        desktop.fire("#run");
        desktop.go(Place.INBOX);
        desktop.chooseAndComplete(item -> true);
        desktop.fire("#accept");
        assertThat(desktop.notice()).startsWith("已存为凭证草稿");
        assertThat(desktop.has("#waiting")).as("nothing waits").isFalse();
        desktop.go(Place.SEAL);
        desktop.fire("#close-month");
        desktop.fire("#confirm-ok");
        assertThat(desktop.notice()).startsWith("您的岗位没有这项权限");
        desktop.fire("#sign-off");
        desktop.waitUntil(() -> desktop.has("#sign-on-name"));
        desktop.fire("#cancel");
        try (Desk desk = Staff.as(Staff.REVIEWER, Desk.open(firm.book(), Desktop.APRIL))) {
            assertThat(Vouchers.of(desk).list()).hasSize(1);
        }
    }
}
