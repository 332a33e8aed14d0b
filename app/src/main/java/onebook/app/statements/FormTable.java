package onebook.app.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import onebook.app.common.Columns;
import onebook.app.common.Workplace;
import onebook.ledger.Money;
import onebook.report.BalanceSheet;
import onebook.report.FilledForm;
import onebook.report.Form;

/** A form as it is printed: captions, line numbers and two amounts; a position in two halves. */
final class FormTable {
    private static final PseudoClass TOTAL = PseudoClass.getPseudoClass("total-line");
    private static final PseudoClass TITLE = PseudoClass.getPseudoClass("carried-line");

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
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(made -> new FormRow());
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
        int row = Math.max(0, before.getRow());
        int column = before.getColumn() < 0 ? 2 : before.getColumn();
        shown = Optional.of(form);
        boolean isPosition = form instanceof BalanceSheet;
        table.getColumns().setAll(Stream.iterate(0, half -> half < (isPosition ? 2 : 1),
                half -> half + 1).flatMap(half -> columns(form, half)).toList());
        table.getItems().setAll(isPosition ? halves(form.form())
                : form.form().rows().stream().map(List::of).toList());
        table.getSelectionModel().clearAndSelect(row, table.getColumns().get(column));
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
        line.setMinWidth(40);
        line.setMaxWidth(52);
        return Stream.of(caption, line, money(form, new Place(half, true)),
                money(form, new Place(half, false)));
    }

    private TableColumn<List<Form.Row>, Money> money(FilledForm form, Place place) {
        TableColumn<List<Form.Row>, Money> money = Columns.money(
                words.column(form, place.isFirst()), 118, row -> spot(row, place)
                        .map(spot -> spot.figure().amount()).filter(one -> !one.isZero())
                        .orElse(null));
        money.setMinWidth(102);
        money.setUserData(place);
        return money;
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

    private final class FormRow extends TableRow<List<Form.Row>> {
        @Override
        protected void updateItem(List<Form.Row> row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            boolean isThere = !isEmpty && row != null;
            pseudoClassStateChanged(TOTAL, isThere && row.stream().anyMatch(this::isTotal));
            pseudoClassStateChanged(TITLE, isThere
                    && row.stream().allMatch(half -> half.line().isEmpty()));
        }

        private boolean isTotal(Form.Row half) {
            return half.line().isPresent() && shown.orElseThrow().form().totals()
                    .containsKey(half.line().getAsInt());
        }
    }
}
