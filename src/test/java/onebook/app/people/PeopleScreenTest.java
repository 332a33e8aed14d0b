package onebook.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import onebook.app.Desktop;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.robot.Desk;
import onebook.robot.Firm;
import onebook.robot.OperationLog;
import onebook.robot.Person;
import onebook.robot.Staff;
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
        desktop.type("#person-name", Staff.BOOKKEEPER);
        role("bookkeeper");
        desktop.type("#person-password", "short");
        desktop.type("#person-again", "short");
        desktop.fire("#person-save");
        assertThat(desktop.notice()).startsWith("密码太容易猜");
        desktop.fire("#person-add");
        desktop.type("#person-name", Staff.BOOKKEEPER);
        role("bookkeeper");
        desktop.type("#person-password", Staff.SECRET);
        desktop.type("#person-again", Staff.SECRET);
        desktop.fire("#person-save");
        assertThat(desktop.<Person>table("#people").getItems()).extracting(Person::name)
                .containsExactly(Staff.OWNER, Staff.BOOKKEEPER);
        tab(3);
        assertThat(desktop.<OperationLog.Line>table("#log").getItems())
                .extracting(OperationLog.Line::what).contains("add person 陈会", "add person 周总");
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
