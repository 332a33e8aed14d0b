package onebook.app.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import onebook.app.Desktop;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.robot.Desk;
import onebook.robot.Dollars;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The month's end on the screen: questions, what is done about them, preview, act. */
class CloseCardTest {
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

    private List<String> words(String query) {
        return words(desktop.find(query, VBox.class));
    }

    private static List<String> words(Node node) {
        List<String> words = new ArrayList<>();
        if (node instanceof Label label) {
            words.add(label.getText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> words.addAll(words(child)));
        }
        return words;
    }

    @Test
    void the_questions_are_told_and_depreciation_is_booked_with_one_button() throws Exception {
        Path book = Desktop.sample(home.resolve("sample"));
        try (Desk desk = Desk.open(book, Desktop.APRIL)) {
            desk.recurring().add("assets: [{id: FA-1, name: 货车, cost: 48000, life: vehicle, "
                    + "bought: 2026-03-20}]", "王芳");
        }
        desktop.open(book);
        desktop.go(Place.SEAL);
        assertThat(words("#checklist")).contains("库存现金为负的日子：无", "未计提的折旧和固定凭证：1 项",
                "计提折旧 货车 950.00").anyMatch(line -> line.startsWith("未入账的单据："));
        desktop.robot().doubleClickOn("#run-recurring");
        desktop.settle();
        assertThat(desktop.notice()).isEqualTo("已记 1 张定期凭证。");
        assertThat(words("#checklist")).contains("未计提的折旧和固定凭证：无");
        assertThat(desktop.has("#run-recurring")).isFalse();

        desktop.fire("#preview-close");
        desktop.settle();
        assertThat(words("#closing-entries")).contains("结账时将记 1 张凭证", "结转本月成本费用",
                "月末损益类科目余额转入本年利润", "950.00");
        desktop.robot().doubleClickOn("#close-month");
        desktop.settle();
        assertThat(words(desktop.find("#overlay", Parent.class)))
                .anyMatch(line -> line.startsWith("您知道：") && line.contains("封存"));
        desktop.robot().doubleClickOn("#confirm-ok");
        desktop.settle();
        assertThat(desktop.notice()).isEqualTo("2026-04 已结账并封印。");
    }

    @Test
    void a_closing_rate_is_typed_and_what_is_no_rate_is_refused() throws Exception {
        Path book = home.resolve("firm/book.onebook");
        Files.createDirectories(book.getParent());
        try (Desk desk = Desk.create(book, """
                name: 合肥天航照明科技有限公司
                taxId: "91340104MA828A91X5"
                taxpayer: small-scale
                from: 2026-04
                """, Desktop.APRIL, Optional.empty())) {
            Dollars.keep(desk);
        }
        desktop.open(book);
        desktop.go(Place.SEAL);
        assertThat(words("#checklist")).contains("没有期末汇率的外币：1 项", "USD");
        type("much");
        assertThat(desktop.notice()).startsWith("有外币余额");
        type("7.2");
        assertThat(words("#checklist")).contains("没有期末汇率的外币：无");
        desktop.fire("#preview-close");
        desktop.settle();
        assertThat(words("#closing-entries")).contains("期末汇兑收益", "外币余额按期末汇率折算：USD 7.2");
    }

    private void type(String rate) {
        desktop.robot().clickOn("填汇率");
        desktop.settle();
        Desktop.onWindow(() -> {
            desktop.find("#reason", TextField.class).setText(rate);
            return null;
        });
        desktop.robot().clickOn("#reason-ok");
        desktop.settle();
    }
}
