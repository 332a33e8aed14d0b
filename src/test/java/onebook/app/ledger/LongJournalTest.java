package onebook.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import onebook.app.Desktop;
import onebook.app.LongBook;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.app.common.Windows;
import onebook.ledger.JournalEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is too long to be read at once, on the screen. */
class LongJournalTest {
    private static final int ENTRIES = 4000;

    @TempDir
    private Path home;
    private Desktop desktop;

    @BeforeEach
    void start() throws Exception {
        Path book = LongBook.create(home, ENTRIES);
        desktop = Desktop.start(home, Language.ZH);
        desktop.open(book);
        desktop.go(Place.LEDGER);
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    private String shown() {
        return ((Label) desktop.find("#entry", Node.class).lookup(".entry-number")).getText();
    }

    private int held() {
        TableView<Optional<JournalEntry>> table = desktop.table("#entries");
        return Desktop.onWindow(() -> ((Windows<?>) table.getItems()).held());
    }

    @Test
    void only_windows_of_it_are_read_and_every_entry_can_be_reached() {
        assertThat(desktop.table("#entries").getItems()).hasSize(ENTRIES);
        assertThat(held()).isLessThanOrEqualTo(2 * Windows.SIZE);
        desktop.robot().push(KeyCode.END);
        desktop.settle();
        assertThat(shown()).isEqualTo("2026-03-1333");
        desktop.robot().push(KeyCode.HOME);
        desktop.settle();
        assertThat(shown()).isEqualTo("2026-01-0001");
        assertThat(held()).isLessThanOrEqualTo(4 * Windows.SIZE);
    }

    @Test
    void a_text_narrows_it_and_the_way_from_an_entry_leads_to_its_row() {
        desktop.robot().push(KeyCode.CONTROL, KeyCode.F);
        desktop.robot().write("3999");
        desktop.waitUntil(() -> desktop.table("#entries").getItems().size() == 1);
        desktop.settle();
        assertThat(desktop.find("#ledger-count", Label.class).getText()).isEqualTo("1 张凭证");

        desktop.go(Place.VOUCHER);
        desktop.robot().write("x").push(KeyCode.ENTER).push(KeyCode.ENTER).write("1001")
                .push(KeyCode.ENTER).write("5").push(KeyCode.TAB).push(KeyCode.TAB)
                .push(KeyCode.TAB).push(KeyCode.TAB).write("3001").push(KeyCode.ENTER)
                .push(KeyCode.ENTER).write("=").push(KeyCode.ENTER).push(KeyCode.ENTER)
                .push(KeyCode.ENTER).write("none").push(KeyCode.CONTROL, KeyCode.ENTER);
        desktop.settle();
        assertThat(desktop.notice()).isEqualTo("已记账：2026-03-1334");
        desktop.robot().clickOn("查看凭证");
        desktop.settle();
        assertThat(desktop.table("#entries").getItems()).hasSize(ENTRIES + 1);
        assertThat(shown()).isEqualTo("2026-03-1334");
        assertThat(held()).isLessThanOrEqualTo(4 * Windows.SIZE);
    }
}
