package onebook.app.voucher;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import onebook.app.common.Nodes;
import onebook.app.common.Texts;

/** The lines of a voucher below one another, under their headings. */
final class LineGrid {
    private final Texts texts;
    private final GridPane view = new GridPane();

    LineGrid(Texts texts) {
        this.texts = texts;
        view.getStyleClass().add("draft-grid");
        column(80, 150, HPos.LEFT);
        column(120, 240, HPos.LEFT);
        column(84, 118, HPos.RIGHT);
        column(84, 118, HPos.RIGHT);
        column(80, 150, HPos.LEFT);
        view.getColumnConstraints().add(new ColumnConstraints(30));
    }

    private void column(double least, double usual, HPos side) {
        ColumnConstraints column = new ColumnConstraints(least, usual, Double.MAX_VALUE);
        column.setHgrow(side == HPos.LEFT ? Priority.ALWAYS : Priority.SOMETIMES);
        column.setHalignment(side);
        view.getColumnConstraints().add(column);
    }

    Node view() {
        return view;
    }

    void show(List<VoucherLine> lines) {
        view.getChildren().clear();
        view.addRow(0, Nodes.muted(texts.get("voucher.memo")), Nodes.muted(texts.get("account")),
                Nodes.label(texts.get("debit"), "text-muted", "money-head"),
                Nodes.label(texts.get("credit"), "text-muted", "money-head"),
                Nodes.muted(texts.get("party")));
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).place(view, 1 + 2 * i);
        }
    }
}
