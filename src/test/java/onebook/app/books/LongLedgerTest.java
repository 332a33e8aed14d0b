package onebook.app.books;

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
import onebook.print.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of thousands of lines: what is in sight is read, and nothing else is held. */
class LongLedgerTest {
    private static final int ENTRIES = 6000;
    /** The opening line, and two lines of sums under each of three months. */
    private static final int SUMS = 7;

    @TempDir
    private Path home;
    private Desktop desktop;

    @BeforeEach
    void start() throws Exception {
        Path book = LongBook.create(home, ENTRIES);
        desktop = Desktop.start(home, Language.ZH);
        desktop.open(book);
        desktop.go(Place.BOOKS);
        desktop.fire("#book-DETAIL");
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    private TableView<Optional<Table.Row>> table() {
        return desktop.table("#book-table");
    }

    private int held() {
        return Desktop.onWindow(() -> ((Windows<?>) table().getItems()).held());
    }

    private Table.Row row(int index) {
        return Desktop.onWindow(() -> table().getItems().get(index).orElseThrow());
    }

    @Test
    void its_end_is_reached_while_only_windows_of_it_are_held() {
        assertThat(table().getItems()).hasSize(ENTRIES + SUMS);
        assertThat(held()).isLessThanOrEqualTo(2 * Windows.SIZE);
        desktop.robot().clickOn("#book-table").push(KeyCode.END);
        desktop.settle();

        Table.Row last = row(ENTRIES + SUMS - 1);
        assertThat(last.name()).isEqualTo("year");
        assertThat(last.cells()).extracting(cell -> cell.plain())
                .contains("2026-03-31", "本年累计", "6000.00", "debit");
        assertThat(held()).isLessThanOrEqualTo(4 * Windows.SIZE);
    }

    @Test
    void a_line_at_its_end_leads_to_the_voucher() {
        desktop.robot().clickOn("#book-table").push(KeyCode.END).push(KeyCode.UP)
                .push(KeyCode.UP);
        desktop.settle();
        desktop.robot().push(KeyCode.ENTER);
        desktop.settle();

        assertThat(((Label) desktop.find("#entry", Node.class).lookup(".entry-number"))
                .getText()).isEqualTo("2026-03-2000");
    }
}
