package onebook.app.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.util.Callback;
import onebook.app.common.Columns;
import onebook.app.common.Workplace;
import onebook.ledger.Money;
import onebook.report.BalanceSheet;
import onebook.report.FilledForm;
import onebook.report.Form;

/** A form as it is printed: captions, line numbers and two amounts; a position in two halves. */
final class FormTable {
    private static final PseudoClass TOTAL = PseudoClass.getPseudoClass("total");
    private static final PseudoClass TITLE = PseudoClass.getPseudoClass("title");

    private static final double SCROLL_BAR = 18;

    /** Which amount a column shows: of which half, the first one or the second. */
    private record Place(int half, boolean isFirst) { }

    private final Workplace at;
    private final FormWords words;
    private final TableView<List<Form.Row>> table = Columns.table();
    private Optional<FilledForm> shown = Optional.empty();

    /**
     * @param moved told which amount has the focus
     * @param opened told which amount is to be looked into
     */
    FormTable(Workplace at, FormWords words, Consumer<Spot> moved, Consumer<Spot> opened) {
        this.at = at;
        this.words = words;
        table.getStyleClass().add("form-table");
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.widthProperty().addListener(width -> fit());
        table.getFocusModel().focusedCellProperty().addListener((focus, was, is) ->
                spot(is).ifPresent(moved));
        table.setOnMouseClicked(click -> focused().ifPresent(opened));
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                focused().ifPresent(opened);
            }
        });
    }

    TableView<List<Form.Row>> view() {
        return table;
    }

    /** Shows the form; the amount that had the focus keeps it. */
    void show(FilledForm form) {
        TablePosition<?, ?> before = table.getFocusModel().getFocusedCell();
        int column = Math.max(2, before.getColumn());
        shown = Optional.of(form);
        boolean isPosition = form instanceof BalanceSheet;
        table.getColumns().setAll(Stream.iterate(0, half -> half < (isPosition ? 2 : 1),
                half -> half + 1).flatMap(half -> columns(form, half)).toList());
        table.getItems().setAll(isPosition ? halves(form.form())
                : form.form().rows().stream().map(List::of).toList());
        fit();
        int row = Math.max(before.getRow(), isPosition ? 1 : 0);
        table.getSelectionModel().clearAndSelect(row, table.getColumns().get(column));
    }

    /** Fits the columns to the window; where they would become too narrow, it is moved sideways. */
    private void fit() {
        double least = table.getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
        table.setColumnResizePolicy(table.getWidth() - SCROLL_BAR < least
                ? TableView.UNCONSTRAINED_RESIZE_POLICY
                : TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    /** Gives the focus to another amount. */
    void choose(Spot spot) {
        for (int row = 0; row < table.getItems().size(); row++) {
            int half = table.getItems().get(row).indexOf(spot.row());
            if (half >= 0) {
                table.scrollTo(Math.max(0, row - 4));
                table.getSelectionModel().clearAndSelect(row,
                        column(new Place(half, spot.isFirst())));
            }
        }
    }

    private TableColumn<List<Form.Row>, ?> column(Place place) {
        return table.getColumns().stream().filter(one -> place.equals(one.getUserData()))
                .findFirst().orElseThrow();
    }

    private static List<List<Form.Row>> halves(Form form) {
        List<Form.Row> left = form.side("left");
        List<Form.Row> right = form.side("right");
        List<List<Form.Row>> rows = new ArrayList<>();
        for (int row = 0; row < left.size(); row++) {
            rows.add(List.of(left.get(row), right.get(row)));
        }
        return rows;
    }

    private Stream<TableColumn<List<Form.Row>, ?>> columns(FilledForm form, int half) {
        boolean isPosition = form instanceof BalanceSheet;
        String head = at.text(!isPosition ? "statements.item" : half == 0 ? "statements.assets"
                : "statements.claims");
        TableColumn<List<Form.Row>, String> caption = Columns.words(head, isPosition ? 200 : 380,
                row -> words.caption(row.get(half)));
        caption.setMinWidth(110);
        TableColumn<List<Form.Row>, String> line = Columns.words(at.text("statements.line"), 44,
                row -> row.get(half).line().isEmpty() ? ""
                        : String.valueOf(row.get(half).line().getAsInt()));
        line.getStyleClass().add("line-number");
        line.setMinWidth(54);
        line.setMaxWidth(54);
        return Stream.of(marked(caption, half), marked(line, half),
                money(form, new Place(half, true)), money(form, new Place(half, false)));
    }

    private TableColumn<List<Form.Row>, Money> money(FilledForm form, Place place) {
        TableColumn<List<Form.Row>, Money> money = Columns.money(
                words.column(form, place.isFirst()), 118, row -> spot(row, place)
                        .map(spot -> spot.figure().amount()).filter(one -> !one.isZero())
                        .orElse(null));
        money.setMinWidth(102);
        money.setUserData(place);
        return marked(money, place.half());
    }

    private Optional<Spot> focused() {
        return spot(table.getFocusModel().getFocusedCell());
    }

    private Optional<Spot> spot(TablePosition<?, ?> cell) {
        boolean isThere = cell.getRow() >= 0 && cell.getRow() < table.getItems().size()
                && cell.getTableColumn() != null
                && cell.getTableColumn().getUserData() instanceof Place;
        return isThere ? spot(table.getItems().get(cell.getRow()),
                (Place) cell.getTableColumn().getUserData()) : Optional.empty();
    }

    private Optional<Spot> spot(List<Form.Row> row, Place place) {
        Form.Row half = row.get(place.half());
        return half.line().isEmpty() ? Optional.empty()
                : shown.map(form -> new Spot(form, half, place.isFirst()));
    }

    /** Totals and section titles are set off, each in its half of the form. */
    private <V> TableColumn<List<Form.Row>, V> marked(TableColumn<List<Form.Row>, V> column,
            int half) {
        Callback<TableColumn<List<Form.Row>, V>, TableCell<List<Form.Row>, V>> plain =
                column.getCellFactory();
        column.setCellFactory(one -> {
            TableCell<List<Form.Row>, V> cell = plain.call(one);
            cell.indexProperty().addListener(index -> mark(cell, half));
            return cell;
        });
        return column;
    }

    private void mark(TableCell<?, ?> cell, int half) {
        int index = cell.getIndex();
        Optional<Form.Row> row = index < 0 || index >= table.getItems().size() ? Optional.empty()
                : Optional.of(table.getItems().get(index).get(half));
        boolean isNumbered = row.map(one -> one.line().isPresent()).orElse(false);
        cell.pseudoClassStateChanged(TITLE, row.isPresent() && !isNumbered);
        cell.pseudoClassStateChanged(TOTAL, isNumbered && shown.orElseThrow().form().totals()
                .containsKey(row.orElseThrow().line().getAsInt()));
    }
}
