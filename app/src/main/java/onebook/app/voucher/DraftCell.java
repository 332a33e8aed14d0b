package onebook.app.voucher;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Texts;
import onebook.robot.Draft;
import onebook.robot.Voucher;

/** A draft in the list: its day, what it is about, how much, and how far it is. */
final class DraftCell extends ListCell<Voucher> {
    private final Texts texts;
    private final Label number = Nodes.label("", "link");
    private final Label state = Nodes.label("", "pill");
    private final Label summary = Nodes.label("");
    private final Label sum = Nodes.label("", "money", "text-muted");
    private final VBox card = new VBox(3, Nodes.row(6, number, Nodes.gap(), state),
            Nodes.row(6, summary, Nodes.gap(), sum));

    DraftCell(Texts texts) {
        this.texts = texts;
        getStyleClass().add("waiting");
        summary.setMinWidth(0);
        sum.setMinWidth(Region.USE_PREF_SIZE);
        card.prefWidthProperty().bind(widthProperty().subtract(28));
    }

    @Override
    protected void updateItem(Voucher voucher, boolean isEmpty) {
        super.updateItem(voucher, isEmpty);
        if (isEmpty || voucher == null) {
            setGraphic(null);
            return;
        }
        number.setText(texts.get("voucher.number", voucher.id()) + "  " + voucher.draft().date());
        state.setText(texts.get(voucher.isReviewed() ? "voucher.state.reviewed"
                : "voucher.state.draft"));
        summary.setText(voucher.draft().summary());
        sum.setText(voucher.draft().lines().stream().map(Draft.Line::debit)
                .flatMap(Optional::stream).findFirst().map(Figures::of).orElse(""));
        setGraphic(card);
    }
}
