package onebook.app.inbox;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Texts;
import onebook.robot.WaitingItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** One waiting item in the list: who and how much, why it waits, from when. */
final class WaitingCell extends ListCell<WaitingItem> {
    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label party = Nodes.label("", "waiting-party");
    private final Label amount = Nodes.label("", "money");
    private final Label reason = Nodes.muted("");
    private final Label date = Nodes.muted("");
    private final VBox view;

    WaitingCell(Texts texts) {
        this.texts = texts;
        amount.setMinWidth(Label.USE_PREF_SIZE);
        date.setMinWidth(Label.USE_PREF_SIZE);
        party.setMinWidth(40);
        reason.setMinWidth(40);
        HBox upper = Nodes.row(6, icon, party, Nodes.gap(), amount);
        HBox lower = Nodes.row(6, reason, Nodes.gap(), date);
        view = new VBox(4, upper, lower);
        view.setMaxWidth(Double.MAX_VALUE);
        view.prefWidthProperty().bind(widthProperty().subtract(28));
        getStyleClass().add("waiting");
    }

    @Override
    protected void updateItem(WaitingItem item, boolean isEmpty) {
        super.updateItem(item, isEmpty);
        if (isEmpty || item == null) {
            setGraphic(null);
            return;
        }
        icon.setIconCode(item.isBankLine()
                ? Material2OutlinedAL.ACCOUNT_BALANCE : Material2OutlinedAL.DESCRIPTION);
        party.setText(item.party().isBlank() ? item.source() : item.party());
        amount.setText(Figures.of(item.amount()));
        amount.getStyleClass().remove("red");
        item.amount().filter(value -> value.isNegative())
                .ifPresent(red -> amount.getStyleClass().add("red"));
        reason.setText(texts.refusalBriefly(item.reason()));
        date.setText(item.date().map(Object::toString).orElse(""));
        setGraphic(view);
    }
}
