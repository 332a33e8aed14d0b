package onebook.app.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import onebook.app.Desktop;
import onebook.app.SavedFiles;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.ledger.AccountCode;
import onebook.ledger.Period;
import onebook.print.Cell;
import onebook.print.Table;
import onebook.robot.Books;
import onebook.robot.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The account books of the sample company on the screen. */
class BooksPageTest {
    private static final Period JANUARY = Period.parse("2026-01");
    private static final Period MARCH = Period.parse("2026-03");

    @TempDir
    private Path home;
    private Desktop desktop;
    private Path book;

    private void open(Language language) throws Exception {
        desktop = Desktop.start(home, language);
        desktop.open(book);
        desktop.go(Place.BOOKS);
    }

    private void open() throws Exception {
        book = Desktop.sample(home.resolve("sample"));
        open(Language.ZH);
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    /** The rows that were read, as they are in the table. */
    private List<List<Cell>> rows() {
        TableView<Optional<Table.Row>> table = desktop.table("#book-table");
        return Desktop.onWindow(() -> table.getItems().stream().flatMap(Optional::stream)
                .map(Table.Row::cells).toList());
    }

    /** What stands in the fields in sight. */
    private Set<String> texts() {
        return Desktop.onWindow(() -> desktop.find("#book-table", Node.class)
                .lookupAll(".table-cell").stream().map(cell -> ((Labeled) cell).getText())
                .filter(text -> text != null && !text.isEmpty()).collect(Collectors.toSet()));
    }

    private void account(String code) {
        desktop.robot().clickOn("#book-account").write(code).push(KeyCode.ENTER);
        desktop.waitUntil(() -> desktop.find("#book-account", TextField.class).getText()
                .startsWith(code + " "));
        settleTyped();
    }

    /** What is typed counts after a moment. */
    private void settleTyped() {
        desktop.robot().sleep(400);
        desktop.settle();
    }

    private String entryShown() {
        desktop.settle();
        return ((Label) desktop.find("#entry", Node.class).lookup(".entry-number")).getText();
    }

    /** Rows of the first table of a kind, computed without the screen. */
    private List<List<Cell>> computed(Books.Order order) {
        try (Desk desk = Desk.open(book, Desktop.APRIL);
                Stream<Table> all = desk.books().look(order, "王芳").tables().get()) {
            return desk.books().rows(all.findFirst().orElseThrow(), () -> true).read(0, 200)
                    .stream().map(Table.Row::cells).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"GENERAL,", "DETAIL, 1002.02", "JOURNAL, 1002.01", "BALANCE,", "MULTI, 5602",
        "AGEING, 1122", "QUANTITY, 1405"})
    void each_book_shows_what_is_computed(Books.Kind kind, String account) throws Exception {
        book = Desktop.sample(home.resolve("sample"));
        Books.Order all = Books.Order.of(kind, JANUARY, MARCH);
        Books.Order order = account == null ? all : all.of(AccountCode.of(account));
        Books.Order leaves = new Books.Order(kind, Optional.empty(), JANUARY, MARCH,
                order.filter(), "", 99, Optional.empty(), Optional.empty(), 2, "");
        List<List<Cell>> computed = computed(kind == Books.Kind.BALANCE ? leaves : order);
        open(Language.ZH);
        desktop.fire("#book-" + kind);
        if (account != null) {
            account(account);
        }

        assertThat(computed).hasSizeGreaterThan(kind == Books.Kind.QUANTITY ? 1 : 5);
        assertThat(rows()).isEqualTo(computed);
        assertThat(texts()).contains(computed.get(0).get(0).shown());
    }

    @Test
    void a_ledger_says_on_which_side_the_balance_is_and_adds_up_months_and_years()
            throws Exception {
        open();
        account("1002");
        assertThat(texts()).contains("借", "本月合计", "本年累计", "524,996.64");
        desktop.fire("#switch-language");
        account("1002");
        assertThat(texts()).contains("Dr", "Total of the month", "Year to date", "524,996.64")
                .noneMatch(text -> text.contains("合计") || text.equals("借"));
    }

    @Test
    void the_keyboard_leads_from_the_general_ledger_to_a_voucher() throws Exception {
        open();
        desktop.robot().push(KeyCode.DOWN).push(KeyCode.ENTER);
        desktop.settle();
        assertThat(desktop.find("#book-account", TextField.class).getText())
                .startsWith("1002 ");
        assertThat(rows().get(1)).hasSizeGreaterThan(7);
        String number = rows().get(1).get(1).plain();
        desktop.robot().push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.ENTER);

        assertThat(number).startsWith("2026-01-");
        assertThat(entryShown()).isEqualTo(number);
    }

    @Test
    void a_party_of_the_ageing_leads_to_its_lines_and_back_to_all() throws Exception {
        open();
        desktop.fire("#book-AGEING");
        String party = rows().get(0).get(0).shown();
        desktop.robot().clickOn(party).push(KeyCode.ENTER);
        desktop.settle();
        int ofParty = rows().size();
        assertThat(desktop.find("#book-party", ButtonBase.class).getText()).contains(party);
        assertThat(rows()).isNotEmpty();

        desktop.fire("#book-party");
        assertThat(desktop.find("#book-party", ButtonBase.class).isVisible()).isFalse();
        assertThat(rows()).hasSizeGreaterThan(ofParty);
    }

    @Test
    void a_book_is_saved_as_sheet_and_as_paper() throws Exception {
        open();
        desktop.answer(home.resolve("general"));
        desktop.robot().doubleClickOn("#book-xlsx");
        desktop.settle();
        desktop.answer(home.resolve("general.pdf"));
        desktop.robot().doubleClickOn("#book-pdf");
        desktop.settle();

        assertThat(desktop.notice()).contains("general.pdf");
        assertThat(SavedFiles.sheets(home.resolve("general.xlsx")))
                .contains("总分类账", "银行存款", "524,996.64");
        assertThat(SavedFiles.pdf(home.resolve("general.pdf")))
                .contains("总分类账", "银行存款", "524,996.64");
    }

    @Test
    void what_cannot_be_shown_says_what_to_do() throws Exception {
        open();
        desktop.fire("#book-MULTI");
        assertThat(desktop.has("请选一个有明细的科目")).isTrue();
        account("5602.05");
        assertThat(desktop.has("#book-table")).isFalse();
        assertThat(desktop.find(".blank", Node.class).lookup(".title-4"))
                .isInstanceOfSatisfying(Label.class,
                        title -> assertThat(title.getText()).contains("明细"));
        desktop.fire("#book-FOREIGN");
        assertThat(desktop.has("#book-table")).isFalse();
        desktop.fire("#book-DETAIL");
        assertThat(desktop.has("#book-table")).isTrue();
    }

    @Test
    void a_search_leaves_the_lines_that_mention_it() throws Exception {
        open();
        desktop.fire("#book-DETAIL");
        account("1002");
        int all = rows().size();
        desktop.robot().clickOn("#book-text").write("手续费");
        settleTyped();
        assertThat(rows().size()).isBetween(4, all - 1);
        assertThat(texts()).contains("524,996.64");
    }

    @Test
    void a_book_without_entries_says_so() throws Exception {
        book = home.resolve("empty.onebook");
        Desk.create(book, Desk.profile("空账公司", "91340104MA828A91X5", "small-scale",
                "2026-01"), Desktop.APRIL, Optional.empty()).close();
        open(Language.ZH);
        assertThat(desktop.has("还没有账")).isTrue();
        desktop.fire("#book-xlsx");
        assertThat(desktop.has("#notice")).isFalse();
    }
}
