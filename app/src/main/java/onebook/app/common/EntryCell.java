package onebook.app.common;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import onebook.ledger.JournalEntry;

/** An entry in a narrow list: number, total, day and summary. */
public final class EntryCell extends ListCell<JournalEntry> {
    private static final double BESIDE = 34;

    private final Label number = Nodes.label("", "link");
    private final Label total = Nodes.label("", "money");
    private final Label summary = Nodes.muted("");
    private final VBox card = new VBox(3, Nodes.row(6, number, Nodes.gap(), total), summary);

    public EntryCell() {
        getStyleClass().add("waiting");
        card.prefWidthProperty().bind(widthProperty().subtract(BESIDE));
    }

    @Override
    protected void updateItem(JournalEntry entry, boolean isEmpty) {
        super.updateItem(entry, isEmpty);
        if (isEmpty || entry == null) {
            setGraphic(null);
            return;
        }
        number.setText(entry.number().toString());
        total.setText(Figures.of(entry.total()));
        summary.setText(entry.date() + "  " + entry.summary());
        setGraphic(card);
    }
}
