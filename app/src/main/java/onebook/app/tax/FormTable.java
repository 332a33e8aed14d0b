package onebook.app.tax;

import java.util.Set;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import onebook.app.common.Columns;
import onebook.app.common.Workplace;
import onebook.ledger.Money;
import onebook.tax.Column;
import onebook.tax.VatCell;
import onebook.tax.VatReturn;

/** The form, line by line; an amount that is chosen tells where it comes from. */
final class FormTable {
    private static final int LINES = 25;
    private static final Set<Integer> DETAILS = Set.of(2, 3, 5, 6, 8, 10, 11, 12, 14, 18, 19);
    private static final Set<Integer> TOTALS = Set.of(20, 22);
    private static final PseudoClass TOTAL = PseudoClass.getPseudoClass("total-line");

    /** Told which amount was chosen. */
    interface Chosen {
        void show(String line, VatCell cell);
    }

    private record Line(int number, VatReturn figures) { }

    private final Workplace at;
    private final Chosen chosen;
    private final TableView<Line> table = Columns.table();

    FormTable(Workplace at, Chosen chosen) {
        this.at = at;
        this.chosen = chosen;
        table.setId("form");
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getColumns().add(Columns.words(at.text("tax.line"), 48,
                line -> String.valueOf(line.number())));
        table.getColumns().add(Columns.words(at.text("tax.item"), 318, this::caption));
        for (Column column : Column.values()) {
            TableColumn<Line, Money> money = Columns.money(at.text("tax." + column.name()), 102,
                    line -> amount(line, column));
            money.setUserData(column);
            table.getColumns().add(money);
        }
        table.setRowFactory(made -> new FormRow());
        table.getFocusModel().focusedCellProperty().addListener((focus, was, is) -> choose(is));
    }

    Node view() {
        return table;
    }

    void show(VatReturn figures) {
        int row = Math.max(0, table.getFocusModel().getFocusedCell().getRow());
        TablePosition<?, ?> before = table.getFocusModel().getFocusedCell();
        table.getItems().setAll(IntStream.rangeClosed(1, LINES)
                .mapToObj(number -> new Line(number, figures)).toList());
        int column = Math.max(2, before.getColumn());
        table.getSelectionModel().clearAndSelect(row, table.getColumns().get(column));
    }

    private String caption(Line line) {
        return (DETAILS.contains(line.number()) ? "      " : "")
                + at.text("vat." + line.number());
    }

    private static Money amount(Line line, Column column) {
        VatCell cell = line.figures().cell(line.number(), column);
        return cell.isEmpty() ? null : cell.value();
    }

    private void choose(TablePosition<?, ?> position) {
        if (position.getRow() < 0 || position.getRow() >= table.getItems().size()
                || position.getTableColumn() == null) {
            return;
        }
        Line line = table.getItems().get(position.getRow());
        Column column = position.getTableColumn().getUserData() instanceof Column one
                ? one : Column.GOODS;
        chosen.show(line.number() + "  " + at.text("vat." + line.number()),
                line.figures().cell(line.number(), column));
    }

    private static final class FormRow extends TableRow<Line> {
        @Override
        protected void updateItem(Line line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            pseudoClassStateChanged(TOTAL,
                    !isEmpty && line != null && TOTALS.contains(line.number()));
        }
    }
}
