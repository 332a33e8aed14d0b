package onebook.app.reconcile;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.robot.CashAccount;

/** How far an account is reconciled: a bar of booked and waiting lines, with their numbers. */
final class StateBar {
    private final Workplace at;
    private final HBox bar = new HBox(2);
    private final HBox words = Nodes.row(16);
    private final VBox view = new VBox(6, bar, words);

    StateBar(Workplace at) {
        this.at = at;
        bar.getStyleClass().add("state-bar");
        view.getStyleClass().add("state");
    }

    Node view() {
        return view;
    }

    void show(List<CashAccount.Line> lines) {
        long booked = lines.stream().filter(line -> line.entry().isPresent()).count();
        bar.getChildren().clear();
        words.getChildren().clear();
        part("booked", booked, lines.size());
        part("waiting", lines.size() - booked, lines.size());
    }

    private void part(String state, long number, int all) {
        if (number > 0) {
            Region part = new Region();
            part.getStyleClass().addAll("state-part", "state-" + state);
            part.prefWidthProperty().bind(bar.widthProperty().multiply(number).divide(all));
            bar.getChildren().add(part);
        }
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", "state-" + state);
        words.getChildren().add(Nodes.row(6, dot,
                Nodes.muted(at.text("bank.state." + state, number))));
    }
}
