package onebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.robot.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer: who comes second reads, is told so, and can still hand out a package. */
class SecondProcessTest {
    @TempDir
    private Path home;

    /** Holds a book open in a process of its own until its input ends. */
    static final class Holder {
        private Holder() { }

        public static void main(String[] arguments) throws IOException {
            try (Desk desk = Desk.open(Path.of(arguments[0]), Desktop.APRIL)) {
                System.out.println(desk.isReadOnly() ? "reads" : "writes");
                while (System.in.read() >= 0) {
                    continue;
                }
            }
        }
    }

    @Test
    void the_second_process_opens_read_only_and_says_so() throws Exception {
        Path book = Desktop.sample(home.resolve("sample"));
        Process first = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Holder.class.getName(), book.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = new BufferedReader(
                new InputStreamReader(first.getInputStream()))) {
            assertThat(said.readLine()).isEqualTo("writes");
            try (Desktop second = Desktop.start(home, Language.ZH)) {
                second.open(book);

                Label badge = second.find("#read-only", Label.class);
                assertThat(badge.isVisible()).isTrue();
                assertThat(badge.getText()).startsWith("只读");
                assertThat(second.robot().lookup("#accept").queryButton().isDisabled()).isTrue();
                assertThat(second.robot().lookup("#reject").queryButton().isDisabled()).isTrue();
                assertThat(second.robot().lookup("#add-files").queryButton().isDisabled()).isTrue();
                second.go(Place.LEDGER);
                assertThat(second.table("#entries").getItems()).isNotEmpty();
                assertNothingCanBeWritten(second);
                assertBooksAndStatementsAreSaved(second);
            }
        } finally {
            first.getOutputStream().close();
            assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void assertBooksAndStatementsAreSaved(Desktop second) {
        second.go(Place.BOOKS);
        second.answer(home.resolve("general.pdf"));
        second.fire("#book-pdf");
        second.go(Place.STATEMENTS);
        second.answer(home.resolve("statements.xlsx"));
        second.fire("#statements-xlsx");
        assertThat(home.resolve("general.pdf")).isNotEmptyFile();
        assertThat(home.resolve("statements.xlsx")).isNotEmptyFile();
    }

    /** Neither by button nor by key; the voucher page says why. */
    private static void assertNothingCanBeWritten(Desktop second) {
        second.robot().push(KeyCode.END);
        second.settle();
        assertThat(second.find("#correct", Node.class).isDisabled()).isTrue();
        second.robot().push(KeyCode.DELETE);
        second.settle();
        assertThat(second.has("#reason")).isFalse();
        second.go(Place.VOUCHER);
        assertThat(second.find("#voucher-read-only", Label.class).getText())
                .startsWith("这本账只能查看，不能录入");
        assertThat(second.find("#voucher", Node.class).isDisabled()).isTrue();
        second.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        second.settle();
        assertThat(second.has("#notice")).isFalse();
        for (String act : List.of("#voucher-post", "#voucher-save", "#voucher-new")) {
            assertThat(second.find(act, Node.class).isDisabled()).as(act).isTrue();
        }
    }
}
