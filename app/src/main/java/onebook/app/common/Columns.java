package onebook.app.common;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import onebook.ledger.Money;

/** Columns of tables: words to the left, money to the right and red where negative. */
public final class Columns {
    private Columns() { }

    public static <R> TableColumn<R, String> words(String title, double width,
            Function<R, String> value) {
        TableColumn<R, String> column = column(title, width, value);
        column.setCellFactory(made -> new WordsCell<>());
        return column;
    }

    /** Figures that are no amounts, to the right. */
    public static <R> TableColumn<R, String> figures(String title, double width,
            Function<R, String> value) {
        TableColumn<R, String> column = column(title, width, value);
        column.getStyleClass().add("money-column");
        column.setCellFactory(made -> {
            WordsCell<R> cell = new WordsCell<>();
            cell.getStyleClass().add("money");
            return cell;
        });
        return column;
    }

    /** Null shows nothing. */
    public static <R> TableColumn<R, Money> money(String title, double width,
            Function<R, Money> value) {
        TableColumn<R, Money> column = column(title, width, value);
        column.getStyleClass().add("money-column");
        column.setCellFactory(made -> new MoneyCell<>());
        return column;
    }

    public static <R, V> TableColumn<R, V> column(String title, double width,
            Function<R, V> value) {
        TableColumn<R, V> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    public static <R> TableView<R> table() {
        TableView<R> table = new TableView<>();
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.setFixedCellSize(30);
        return table;
    }

    private static final class WordsCell<R> extends TableCell<R, String> {
        @Override
        protected void updateItem(String words, boolean isEmpty) {
            super.updateItem(words, isEmpty);
            setText(isEmpty ? null : words);
            setTooltip(isEmpty || words == null || words.length() < 12 ? null : new Tooltip(words));
        }
    }

    private static final class MoneyCell<R> extends TableCell<R, Money> {
        @Override
        protected void updateItem(Money amount, boolean isEmpty) {
            super.updateItem(amount, isEmpty);
            boolean isShown = !isEmpty && amount != null;
            setText(isShown ? Figures.of(amount) : null);
            getStyleClass().removeAll("money", "red");
            getStyleClass().add("money");
            if (isShown && amount.isNegative()) {
                getStyleClass().add("red");
            }
        }
    }
}
