package onebook.app.reconcile;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.Money;
import onebook.reconcile.Adjustment;
import onebook.reconcile.Reconciliation;

/** 余额调节表 (bank reconciliation statement): what each side lacks, and what then is left. */
final class AdjustmentTab {
    private final Workplace at;
    private final Label result = Nodes.label("", "title-4");
    private final HBox sides = new HBox(18);
    private final ScrollPane view;

    AdjustmentTab(Workplace at) {
        this.at = at;
        VBox all = new VBox(14, result, sides);
        all.getStyleClass().add("adjustment");
        view = new ScrollPane(all);
        view.setFitToWidth(true);
        result.setId("reconciliation");
    }

    Node view() {
        return view;
    }

    void show(Reconciliation reconciliation) {
        result.getStyleClass().removeAll("good", "bad");
        result.getStyleClass().add(reconciliation.isReconciled() ? "good" : "bad");
        result.setText(reconciliation.isReconciled() ? at.text("bank.reconciled",
                reconciliation.end()) : at.text(reconciliation.isBankStated()
                ? "bank.unexplained" : "bank.unstated",
                Figures.of(reconciliation.difference())));
        sides.getChildren().setAll(
                side("bank.book", reconciliation.bookBalance(), List.of(
                        items("bank.received-by-bank", reconciliation.bankReceived()),
                        items("bank.paid-by-bank", reconciliation.bankPaid())),
                        reconciliation.adjustedBook()),
                side("bank.bank", reconciliation.bankBalance(), List.of(
                        items("bank.received-by-book", reconciliation.bookReceived()),
                        items("bank.paid-by-book", reconciliation.bookPaid())),
                        reconciliation.adjustedBank()));
    }

    private Node side(String key, Money balance, List<Node> lists, Money adjusted) {
        VBox side = new VBox(12, total(at.text(key), balance));
        side.getChildren().addAll(lists);
        side.getChildren().add(total(at.text("bank.adjusted"), adjusted));
        side.getStyleClass().add("card-box");
        HBox.setHgrow(side, Priority.ALWAYS);
        side.setPrefWidth(400);
        return side;
    }

    private static Node total(String name, Money amount) {
        return Nodes.row(8, Nodes.label(name), Nodes.gap(),
                Nodes.label(Figures.of(amount), "money", "subtotal"));
    }

    private Node items(String key, List<Adjustment> items) {
        VBox list = new VBox(4, Nodes.label(at.text(key), "section"));
        for (Adjustment item : items) {
            Label summary = Nodes.label(item.date() + "  " + item.summary());
            summary.setMinWidth(40);
            Label cause = Nodes.label(at.texts().say(item.cause()), "text-muted", "text-small");
            cause.setWrapText(true);
            Label amount = Nodes.label(Figures.of(item.amount()), "money");
            amount.setMinWidth(Label.USE_PREF_SIZE);
            list.getChildren().add(new VBox(1, Nodes.row(8, summary, Nodes.gap(), amount), cause));
        }
        if (items.isEmpty()) {
            list.getChildren().add(Nodes.muted("—"));
        }
        return list;
    }
}
