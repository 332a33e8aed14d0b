package onebook.app.lender;

import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.FlowPane;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What was chosen, each with a button that takes it out again. */
final class Chips {
    private final Workplace at;
    private final FlowPane view = new FlowPane(6, 6);
    private final Set<String> chosen = new TreeSet<>();

    Chips(Workplace at, String id) {
        this.at = at;
        view.setId(id);
        view.managedProperty().bind(view.visibleProperty());
        show();
    }

    Node view() {
        return view;
    }

    Set<String> chosen() {
        return Set.copyOf(chosen);
    }

    void add(String one) {
        chosen.add(one);
        show();
    }

    private void show() {
        view.setVisible(!chosen.isEmpty());
        view.getChildren().setAll(chosen.stream().map(this::chip).toList());
    }

    private Button chip(String one) {
        Button chip = Nodes.button(one, Material2OutlinedAL.CLOSE, "small", () -> {
            chosen.remove(one);
            show();
        });
        chip.getStyleClass().add("chip");
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setAccessibleText(at.text("hide.take-out", one));
        return chip;
    }
}
