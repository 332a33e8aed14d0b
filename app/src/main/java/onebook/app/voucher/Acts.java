package onebook.app.voucher;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;

/** The buttons of what may be done; each key does what its button does, as long as it could. */
final class Acts {
    private final Map<Act, Button> buttons = new EnumMap<>(Act.class);

    Acts(Workplace at, Consumer<Act> done) {
        for (Act act : Act.values()) {
            Button button = Nodes.button(at.text(act.text()) + "  " + act.keyName(),
                    act.icon(), act.style(), () -> done.accept(act));
            button.setId("voucher-" + act.name().toLowerCase(Locale.ROOT));
            button.managedProperty().bind(button.visibleProperty());
            buttons.put(act, Nodes.whileIdle(button, at));
        }
    }

    Button button(Act act) {
        return buttons.get(act);
    }

    Node bar(Act... acts) {
        FlowPane bar = new FlowPane(8, 6);
        for (Act act : acts) {
            bar.getChildren().add(buttons.get(act));
        }
        return bar;
    }

    /** Only what fits the state of the voucher is offered. */
    void offer(boolean isKept, boolean isReviewed) {
        buttons.get(Act.UNREVIEW).setVisible(isReviewed);
        buttons.get(Act.REVIEW).setVisible(!isReviewed);
        buttons.get(Act.SAVE).setVisible(!isReviewed);
        buttons.get(Act.DELETE).setVisible(isKept && !isReviewed);
    }

    void pressed(KeyEvent key) {
        buttons.forEach((act, button) -> {
            if (!key.isConsumed() && button.isVisible() && act.key().match(key)) {
                key.consume();
                button.fire();
            }
        });
    }
}
