package onebook.app.lender;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import onebook.app.Desktop;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.lender.submit.Consent;
import onebook.lender.submit.Counter;
import onebook.robot.Desk;
import onebook.robot.Firm;
import onebook.robot.HandedOver;
import onebook.robot.RunReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package from the screen: what is hidden, what the officer sees, consent, the receipt. */
class LenderPageTest {
    private static final String CUSTOMER = "安徽清升实业有限公司";
    @TempDir
    private Path home;
    private Firm firm;
    private Desktop desktop;
    private Path pack;

    @BeforeEach
    void a_small_company_opens_its_book() throws Exception {
        System.setProperty("onebook.home", home.resolve("keys").toString());
        firm = Firm.first(home.resolve("firm")).begin(Desktop.APRIL).withQuickKey();
        firm.sells(1, "2026-01-05", 1000);
        firm.sells(2, "2026-02-05", 2000);
        try (Desk desk = Desk.open(firm.book(), Desktop.APRIL)) {
            desk.run("daily", false, "王芳", RunReport.Progress.SILENT);
        }
        pack = home.resolve("out.obk");
        desktop = Desktop.start(home, Language.ZH);
        desktop.open(firm.book());
        desktop.go(Place.LENDER);
    }

    @AfterEach
    void close() {
        desktop.close();
        System.clearProperty("onebook.home");
    }

    private void build() {
        desktop.answer(pack);
        desktop.fire("#pack");
    }

    private boolean isOff(String query) {
        return desktop.find(query, Node.class).isDisabled();
    }

    private String consentOf(String what) {
        return desktop.<Consent.Line>table("#consent").getItems().stream()
                .filter(line -> line.english().startsWith(what)).findFirst().orElseThrow()
                .value();
    }

    @Test
    void a_name_is_completed_hidden_and_seen_to_be_hidden_before_anything_leaves()
            throws Exception {
        desktop.robot().clickOn("#hide-name").write("清升").push(KeyCode.ENTER);
        desktop.settle();
        assertThat(desktop.has(CUSTOMER)).isTrue();
        build();

        assertThat(desktop.find("#preview-verdict", Label.class).getText())
                .startsWith("查验通过");
        assertThat(desktop.find("#preview-hidden", Label.class).getText())
                .startsWith("有 ").contains("看不到，披露级别 L2");
        assertThat(consentOf("level")).isEqualTo("L2");
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            assertThat(new String(zip.getInputStream(zip.getEntry("report/report.html"))
                    .readAllBytes(), StandardCharsets.UTF_8)).doesNotContain(CUSTOMER);
        }
        desktop.fire("#preview-report");
        assertThat(desktop.shown()).singleElement().satisfies(page ->
                assertThat(page).hasFileName("out.report.html").isRegularFile());
        desktop.fire("#preview-verifier");
        assertThat(home.resolve("verify.html")).isRegularFile();
    }

    @Test
    void a_name_that_stands_nowhere_is_refused_in_a_sentence_and_no_file_is_left() {
        desktop.robot().clickOn("#hide-name").write("无此公司").push(KeyCode.ENTER);
        desktop.settle();
        build();

        assertThat(desktop.notice()).startsWith("账簿中没有这个名称");
        assertThat(Files.exists(pack)).isFalse();
        assertThat(desktop.find("#submit", Node.class).isVisible()).isFalse();
    }

    @Test
    void nothing_is_sent_before_consent_and_another_address_asks_again() throws Exception {
        build();
        try (Counter counter = new Counter(home.resolve("counter"))) {
            assertThat(isOff("#submit-agree")).isTrue();
            desktop.type("#submit-url", counter.url().text());
            assertThat(isOff("#submit-send")).isTrue();
            desktop.fire("#submit-agree");
            assertThat(isOff("#submit-send")).isFalse();
            desktop.type("#submit-url", counter.url().text() + "/other");
            assertThat(desktop.find("#submit-agree", CheckBox.class).isSelected()).isFalse();
            assertThat(isOff("#submit-send")).isTrue();

            desktop.type("#submit-url", counter.url().text());
            desktop.fire("#submit-agree");
            desktop.fire("#submit-send");
            assertThat(desktop.notice()).isEqualTo("徽商银行 已签收，记入了账簿。");
            assertThat(desktop.has("#submit-receipt")).isTrue();
            assertThat(isOff("#submit-send")).isTrue();
            assertThat(home.resolve("out.receipt.txt")).isRegularFile();
        }
        assertThat(desktop.<HandedOver.Sending>table("#sendings").getItems()).singleElement()
                .satisfies(one -> {
                    assertThat(one.lender()).isEqualTo("徽商银行");
                    assertThat(one.by()).isEqualTo("王芳");
                    assertThat(one.names()).isTrue();
                });
    }

    @Test
    void a_sending_that_waits_for_the_other_side_is_stopped_at_once() {
        build();
        desktop.type("#submit-url", "http://127.0.0.1:9");
        desktop.fire("#submit-agree");
        Desktop.onWindow(() -> {
            desktop.find("#submit-send", ButtonBase.class).fire();
            return Optional.empty();
        });
        desktop.waitUntil(desktop::isBusy);
        desktop.fire("#stop");

        assertThat(desktop.notice()).isNotBlank();
        assertThat(desktop.has("#submit-receipt")).isFalse();
        assertThat(desktop.has("还没有给过任何贷款机构")).isTrue();
    }
}
