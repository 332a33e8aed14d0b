package onebook.app.books;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import onebook.app.common.Columns;
import onebook.app.common.Nodes;
import onebook.app.common.Windows;
import onebook.app.common.Workplace;
import onebook.print.Cell;
import onebook.print.Table;

/** One table of a book; only the rows in sight are read. */
final class BookTable {
    private static final PseudoClass SUM = PseudoClass.getPseudoClass("sum-line");
    private static final PseudoClass CARRIED = PseudoClass.getPseudoClass("carried-line");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("final-line");

    private static final double SCROLL_BAR = 18;
    private static final double LEAST_TEXT = 84;

    private final BookWords words;
    private final Windows<Table.Row> rows;
    private final TableView<Optional<Table.Row>> view = Columns.table();
    private final Map<TableColumn<?, ?>, Double> texts = new LinkedHashMap<>();
    private Optional<Table> shown = Optional.empty();

    /** @param opened told of the row that is to be looked into */
    BookTable(Workplace at, BookWords words, Consumer<Table.Row> opened) {
        this.words = words;
        rows = new Windows<>(at.tasks(), () -> { });
        view.setId("book-table");
        view.setItems(rows);
        view.setPlaceholder(Nodes.muted(at.text("books.no-rows")));
        view.setRowFactory(made -> new BookRow());
        view.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                chosen().ifPresent(opened);
            }
        });
        view.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                chosen().ifPresent(opened);
            }
        });
        view.widthProperty().addListener(width -> fit());
        rows.addListener((ListChangeListener<Optional<Table.Row>>) change -> view.refresh());
    }

    Node view() {
        return view;
    }

    private Optional<Table.Row> chosen() {
        int row = view.getSelectionModel().getSelectedIndex();
        return row < 0 || row >= rows.size() ? Optional.empty() : rows.get(row);
    }

    /** Shows this; where it was the same table before, what is in sight stays where it is. */
    void show(Table table, int count, Windows.Source<Table.Row> source) {
        boolean isSame = shown.map(before -> before.name().equals(table.name())
                && before.columns().equals(table.columns())).orElse(false);
        shown = Optional.of(table);
        if (!isSame) {
            view.getSelectionModel().clearSelection();
            texts.clear();
            view.getColumns().setAll(columns(table));
            fit();
        }
        rows.show(count, source);
        if (!isSame && count > 0) {
            view.getSelectionModel().select(0);
            view.scrollTo(0);
        }
    }

    private List<TableColumn<Optional<Table.Row>, ?>> columns(Table table) {
        List<TableColumn<Optional<Table.Row>, ?>> columns = new ArrayList<>();
        String before = "";
        for (int index = 0; index < table.columns().size(); index++) {
            Table.Column column = table.columns().get(index);
            TableColumn<Optional<Table.Row>, Cell> made = column(table, index);
            if (column.group().isEmpty()) {
                columns.add(made);
            } else if (column.group().equals(before)) {
                columns.get(columns.size() - 1).getColumns().add(made);
            } else {
                TableColumn<Optional<Table.Row>, Object> group =
                        new TableColumn<>(words.group(column));
                group.getColumns().add(made);
                columns.add(group);
            }
            before = column.group();
        }
        return columns;
    }

    private TableColumn<Optional<Table.Row>, Cell> column(Table table, int index) {
        Table.Column column = table.columns().get(index);
        TableColumn<Optional<Table.Row>, Cell> made = Columns.column(words.head(column),
                width(column), row -> row.map(one -> one.cell(index)).orElse(Cell.BLANK));
        if (isFigure(column)) {
            made.getStyleClass().add("money-column");
        } else if (column.kind() == Table.Kind.TEXT) {
            texts.put(made, width(column));
        }
        made.setCellFactory(one -> new BookCell(table, index));
        return made;
    }

    /**
     * Texts take what room there is, each its share, so that the figures stay in sight. Where they
     * would become too narrow, the table is moved sideways instead.
     */
    private void fit() {
        double wanted = view.getVisibleLeafColumns().stream()
                .mapToDouble(column -> texts.getOrDefault(column, column.getPrefWidth())).sum();
        double ofTexts = texts.values().stream().mapToDouble(width -> width).sum();
        double room = ofTexts + view.getWidth() - SCROLL_BAR - wanted;
        boolean hasRoom = room >= LEAST_TEXT * texts.size();
        texts.forEach((column, width) ->
                column.setPrefWidth(hasRoom ? width * room / ofTexts : width));
    }

    private static boolean isFigure(Table.Column column) {
        return column.kind() == Table.Kind.MONEY || column.kind() == Table.Kind.NUMBER;
    }

    /** A column's width counts halves of a Chinese character. */
    private static double width(Table.Column column) {
        return switch (column.kind()) {
            case TEXT -> 16 + column.width() * 6.2;
            case CENTERED -> 22 + column.width() * 6.0;
            case DATE -> 96;
            case MONEY, NUMBER -> 14 + column.width() * 6.6;
        };
    }

    private final class BookCell extends TableCell<Optional<Table.Row>, Cell> {
        private final Table table;
        private final int column;

        private BookCell(Table table, int column) {
            this.table = table;
            this.column = column;
            if (isFigure(table.columns().get(column))) {
                getStyleClass().add("money");
            }
        }

        @Override
        protected void updateItem(Cell cell, boolean isEmpty) {
            super.updateItem(cell, isEmpty);
            getStyleClass().remove("red");
            Optional<Table.Row> row = isEmpty || cell == null || getTableRow() == null
                    || getTableRow().getItem() == null ? Optional.empty()
                    : getTableRow().getItem();
            String text = row.map(one -> words.cell(table, column, one))
                    .orElse(isEmpty || column > 0 ? "" : "…");
            setText(text);
            setTooltip(text.length() < 12 ? null : new Tooltip(text));
            if (row.isPresent() && cell.isRed()) {
                getStyleClass().add("red");
            }
        }
    }

    private static final class BookRow extends TableRow<Optional<Table.Row>> {
        @Override
        protected void updateItem(Optional<Table.Row> row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            Table.Style style = isEmpty || row == null ? Table.Style.PLAIN
                    : row.map(Table.Row::style).orElse(Table.Style.PLAIN);
            pseudoClassStateChanged(SUM, style == Table.Style.TOTAL);
            pseudoClassStateChanged(LAST, style == Table.Style.FINAL);
            pseudoClassStateChanged(CARRIED, style == Table.Style.BOLD
                    && row.map(one -> !one.name().equals("account")).orElse(false));
        }
    }
}
