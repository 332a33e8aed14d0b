package onebook.app.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import onebook.app.Desktop;
import onebook.app.SavedFiles;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.report.FilledForm;
import onebook.report.Form;
import onebook.report.Identity;
import onebook.report.Span;
import onebook.report.StatementLine;
import onebook.report.Statements;
import onebook.robot.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statements of the sample company on the screen. */
class StatementsPageTest {
    @TempDir
    private Path home;
    private Desktop desktop;
    private Path book;

    private void open() throws Exception {
        desktop = Desktop.start(home, Language.ZH);
        desktop.open(book);
        desktop.go(Place.STATEMENTS);
    }

    private void openSample() throws Exception {
        book = Desktop.sample(home.resolve("sample"));
        open();
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    private Statements computed(String span) {
        try (Desk desk = Desk.open(book, Desktop.APRIL)) {
            return desk.statements(Span.parse(span));
        }
    }

    private void tab(int index) {
        Desktop.onWindow(() -> {
            desktop.find("#statement-tabs", TabPane.class).getSelectionModel().select(index);
            return null;
        });
        desktop.settle();
    }

    /** Line numbers with both amounts, left half first, as they stand in the table. */
    private List<String> shown(String id) {
        TableView<List<Form.Row>> table = desktop.table(id);
        return Desktop.onWindow(() -> {
            List<String> lines = new ArrayList<>();
            for (int half = 0; half < table.getColumns().size(); half += 4) {
                for (List<Form.Row> row : table.getItems()) {
                    Object line = cell(table, half + 1, row);
                    if (!line.equals("")) {
                        lines.add(line + " " + cell(table, half + 2, row) + " "
                                + cell(table, half + 3, row));
                    }
                }
            }
            return lines;
        });
    }

    private static Object cell(TableView<List<Form.Row>> table, int column, List<Form.Row> row) {
        TableColumn<List<Form.Row>, ?> one = table.getColumns().get(column);
        return one.getCellData(row);
    }

    private static List<String> lines(FilledForm form) {
        return form.lines().stream().map(StatementsPageTest::line).toList();
    }

    private static String line(StatementLine line) {
        return line.number() + " " + orNull(line.first().amount()) + " "
                + orNull(line.second().amount());
    }

    private static Money orNull(Money amount) {
        return amount.isZero() ? null : amount;
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 2026-03", "QUARTER, 2026Q1", "YEAR, 2026"})
    void the_forms_show_what_is_computed(String length, String span) throws Exception {
        book = Desktop.sample(home.resolve("sample"));
        Statements computed = computed(span);
        open();
        desktop.fire("#span-" + length);

        assertThat(shown("#position")).isEqualTo(lines(computed.balanceSheet()));
        tab(1);
        assertThat(shown("#income")).isEqualTo(lines(computed.incomeStatement()));
        tab(2);
        assertThat(shown("#cash")).isEqualTo(lines(computed.cashFlow()));
        tab(3);
        assertThat(desktop.<Identity>table("#identities").getItems())
                .hasSameSizeAs(computed.identities()).allMatch(Identity::holds);
        assertThat(desktop.find("#agreement", ButtonBase.class).getText())
                .isEqualTo(computed.identities().size() + " 条勾稽关系全部相符");
    }

    @Test
    void the_keyboard_leads_from_a_figure_to_an_entry_and_its_evidence() throws Exception {
        book = Desktop.sample(home.resolve("sample"));
        List<JournalEntry> behind;
        try (Desk desk = Desk.open(book, Desktop.APRIL)) {
            behind = desk.entries(desk.statements(Span.parse("2026-03")).balanceSheet().line(4)
                    .first(), 200);
        }
        open();
        desktop.robot().push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN)
                .push(KeyCode.ENTER);
        desktop.settle();
        assertThat(desktop.<JournalEntry>list("#figure-entries").getItems()).isEqualTo(behind);
        assertThat(((Label) desktop.find("#figure", Node.class).lookup(".figure")).getText())
                .isEqualTo("313,786.45");

        desktop.robot().push(KeyCode.DOWN).push(KeyCode.ENTER);
        desktop.settle();
        assertThat(((Label) desktop.find("#entry", Node.class).lookup(".entry-number")).getText())
                .isEqualTo(behind.get(1).number().toString());
        assertThat(desktop.find("#entry", Node.class).lookup(".evidence")).isNotNull();
    }

    @Test
    void a_total_leads_to_its_lines_and_a_line_to_its_account() throws Exception {
        openSample();
        tab(1);
        row("#income", 20, 2);
        assertThat(desktop.has("#figure")).isTrue();
        desktop.fire("#figure-close");
        assertThat(desktop.has("#figure")).isFalse();

        tab(0);
        row("#position", 15, 2);
        assertThat(((Label) desktop.find("#figure", Node.class).lookup(".figure")).getText())
                .isEqualTo("986,532.45");
        part(0);
        assertThat(((Label) desktop.find("#figure", Node.class).lookup(".figure")).getText())
                .isEqualTo("545,699.62");
        part(1);
        assertThat(desktop.find("#book-account", TextField.class).getText()).startsWith("1002 ");
        assertThat(desktop.table("#book-table").getItems()).isNotEmpty();
    }

    /** Looks into an amount. */
    private void row(String id, int row, int column) {
        Desktop.onWindow(() -> {
            select(desktop.table(id), row, column);
            return null;
        });
        desktop.robot().push(KeyCode.ENTER);
        desktop.settle();
    }

    private static <R> void select(TableView<R> table, int row, int column) {
        table.requestFocus();
        table.getSelectionModel().clearAndSelect(row, table.getColumns().get(column));
    }

    private void part(int index) {
        Desktop.onWindow(() -> {
            desktop.list("#figure-parts").requestFocus();
            desktop.list("#figure-parts").getSelectionModel().clearAndSelect(index);
            return null;
        });
        desktop.robot().push(KeyCode.ENTER);
        desktop.settle();
    }

    @Test
    void bars_show_revenue_and_profit_of_the_months() throws Exception {
        book = Desktop.sample(home.resolve("sample"));
        Money revenue = computed("2026-02").incomeStatement().line(1).first().amount();
        open();
        tab(1);
        BarChart<?, ?> chart = desktop.find("#months-chart", BarChart.class);
        assertThat(chart.getData()).hasSize(2).allMatch(series -> series.getData().size() == 3);
        assertThat(chart.getData().get(0).getData().get(1).getYValue())
                .isEqualTo(revenue.toDecimal());
    }

    @Test
    void the_statements_are_saved_as_sheet_and_as_paper() throws Exception {
        openSample();
        desktop.fire("#span-QUARTER");
        desktop.answer(home.resolve("q1.xlsx"));
        desktop.robot().doubleClickOn("#statements-xlsx");
        desktop.settle();
        desktop.answer(home.resolve("q1"));
        desktop.robot().doubleClickOn("#statements-pdf");
        desktop.settle();

        assertThat(desktop.notice()).contains("q1.pdf");
        assertThat(SavedFiles.sheets(home.resolve("q1.xlsx")))
                .contains("资产负债表", "货币资金", "545,699.62", "来源");
        assertThat(SavedFiles.pdf(home.resolve("q1.pdf")))
                .contains("会小企01", "会小企02", "会小企03", "545,699.62");
    }

    @Test
    void a_book_without_entries_has_no_statements_yet() throws Exception {
        book = home.resolve("empty.onebook");
        Desk.create(book, Desk.profile("空账公司", "91340104MA828A91X5", "small-scale",
                "2026-01"), Desktop.APRIL, Optional.empty()).close();
        open();
        assertThat(desktop.has("还没有可以编的报表")).isTrue();
        assertThat(desktop.find("#agreement", Node.class).isVisible()).isFalse();
    }
}
