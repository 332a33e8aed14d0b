package onebook.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import onebook.app.common.Texts.Language;
import onebook.app.settings.Preferences;
import onebook.ledger.Refusal;
import onebook.robot.Desk;
import onebook.robot.RefusedException;
import onebook.robot.RunReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class StartPageTest {
    @TempDir
    private Path folder;
    private final FxRobot robot = new FxRobot();
    private final List<String> asked = new ArrayList<>();
    private Preferences preferences;
    private Frame frame;

    /** Nothing can be opened here; what was asked for is noted. */
    private final class Empty implements Shelf {
        @Override
        public Desk open(Path book) {
            asked.add("open " + book.getFileName());
            throw new RefusedException(Refusal.BOOK_NOT_FOUND, book.toString());
        }

        @Override
        public Desk create(Path book, String profile) {
            asked.add("create " + profile);
            throw new RefusedException(Refusal.BOOK_EXISTS, book.toString());
        }

        @Override
        public Path sample(Path into, RunReport.Progress progress) {
            asked.add("sample");
            throw new IllegalStateException("disk is full");
        }
    }

    /** Answers every question for a file with the same one. */
    private final class Answer implements onebook.app.common.Files {
        @Override
        public List<Path> ask(String title) {
            return List.of();
        }

        @Override
        public Optional<Path> askOne(String title, String ending) {
            return Optional.of(folder.resolve("books.onebook"));
        }

        @Override
        public Optional<Path> askNew(String title, String suggestedName) {
            return Optional.of(folder.resolve(suggestedName));
        }

        @Override
        public Optional<Path> askFolder(String title) {
            return Optional.empty();
        }

        @Override
        public void show(Path file) {
            throw new UnsupportedOperationException("nothing to show");
        }
    }

    @BeforeEach
    void show() throws Exception {
        preferences = Preferences.in(folder.resolve("desktop.properties"));
        preferences.language(Language.ZH);
        preferences.opened(Files.createFile(folder.resolve("last.onebook")));
        Stage stage = FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            frame = new Frame(stage, preferences, new Empty(), new Answer(), Clock.systemUTC());
            frame.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws Exception {
        frame.close();
        FxToolkit.cleanupStages();
    }

    private String notice() throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS,
                () -> robot.lookup("#notice").tryQuery().isPresent());
        return robot.lookup("#notice").queryAs(Label.class).getText();
    }

    @Test
    void the_first_page_speaks_chinese_and_english_after_a_click() {
        assertThat(robot.lookup("打开示例公司").tryQuery()).isPresent();
        robot.clickOn("#switch-language");

        assertThat(robot.lookup("Open the sample company").tryQuery()).isPresent();
        assertThat(robot.lookup("打开示例公司").tryQuery()).isEmpty();
        assertThat(Preferences.in(folder.resolve("desktop.properties")).language())
                .isEqualTo(Language.EN);
    }

    @Test
    void a_refusal_is_told_as_a_sentence_that_says_what_to_do() throws Exception {
        robot.clickOn("#start-open");

        assertThat(notice()).isEqualTo("那里没有账簿；请检查位置。");
        assertThat(asked).containsExactly("open books.onebook");
    }

    @Test
    void an_error_of_ours_is_told_and_the_page_stays_usable() throws Exception {
        robot.doubleClickOn("#start-sample");

        assertThat(notice()).startsWith("出错了");
        assertThat(robot.lookup("IllegalStateException: disk is full").tryQuery()).isPresent();
        assertThat(asked).containsExactly("sample");
        assertThat(robot.lookup("#start-open").queryButton().isDisabled()).isFalse();
    }

    @Test
    void a_recent_book_is_one_click_away() throws Exception {
        robot.doubleClickOn("last.onebook");
        notice();

        assertThat(asked).containsExactly("open last.onebook");
    }

    @Test
    void a_new_book_asks_for_four_things_and_is_made_once() throws Exception {
        robot.clickOn("#start-new");
        Button create = robot.lookup("#new-create").queryButton();
        assertThat(create.isDisabled()).isTrue();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            robot.lookup("#new-name").queryAs(TextField.class).setText("杭州清禾办公设备有限公司");
            robot.lookup("#new-tax-id").queryAs(TextField.class).setText("91330106ma2kxxxx7q");
            robot.lookup("#new-from").queryAs(TextField.class).setText("2026-01");
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(create.isDisabled()).isFalse();
        robot.doubleClickOn("#new-create");

        assertThat(notice()).isEqualTo("那里已有账簿或备份；请换一个名字。");
        assertThat(asked).singleElement().asString().startsWith("create ")
                .contains("杭州清禾办公设备有限公司", "91330106MA2KXXXX7Q", "small-scale", "2026-01");
    }

    @Test
    void escape_closes_the_new_book_form() {
        robot.clickOn("#start-new");
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("#new-create").tryQuery()).isEmpty();
        assertThat(asked).isEmpty();
    }
}
