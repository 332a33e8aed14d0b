package onebook.app.common;

import atlantafx.base.controls.ModalPane;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What stands over the window until it is answered; Escape closes it. A click beside it does not:
 * that may be the second half of the double click that opened it.
 */
public final class Overlay {
    private final ModalPane pane = new ModalPane();
    private final Texts texts;
    private Node before;
    private Runnable dismissed = () -> { };

    public Overlay(Texts texts) {
        this.texts = texts;
        pane.setId("overlay");
        pane.setPersistent(true);
        pane.setFocusTraversable(false);
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.displayProperty().addListener((display, was, is) -> {
            if (!is && before != null) {
                before.requestFocus();
            }
        });
    }

    public Node view() {
        return pane;
    }

    public boolean isShown() {
        return pane.isDisplay();
    }

    public void show(Region content, Node focus) {
        show(content, focus, () -> { });
    }

    /** @param otherwise runs where it is closed without an answer */
    public void show(Region content, Node focus, Runnable otherwise) {
        dismissed = otherwise;
        before = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        content.getStyleClass().add("dialog-card");
        content.setMaxHeight(Region.USE_PREF_SIZE);
        content.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                hide();
            } else if (key.getCode() == KeyCode.TAB) {
                goRound(content, key);
            }
        });
        pane.applyCss(); // its skin is made hidden, also where it is made after this
        pane.setAlignment(Pos.CENTER);
        pane.show(content);
        Platform.runLater(focus::requestFocus);
    }

    /** Tab stays in what is asked: after its last part comes the first, not the window behind. */
    private static void goRound(Region content, KeyEvent key) {
        List<Node> stops = stops(content).toList();
        int last = stops.size() - 1;
        int at = stops.indexOf(content.getScene().getFocusOwner());
        if (at >= 0 && at == (key.isShiftDown() ? 0 : last)) {
            key.consume();
            stops.get(last - at).requestFocus();
        }
    }

    private static Stream<Node> stops(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        return node.isFocusTraversable() ? Stream.of(node) : node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Overlay::stops)
                : Stream.empty();
    }

    public void hide() {
        Runnable otherwise = dismissed;
        dismissed = () -> { };
        pane.hide(true);
        otherwise.run();
    }

    /** Closes what was answered. */
    public void answered() {
        dismissed = () -> { };
        hide();
    }

    /** Asks for one sentence, which must not be blank. */
    public void askReason(String title, String explanation, String go, Consumer<String> answered) {
        TextField reason = new TextField();
        reason.setId("reason");
        Button confirm = Nodes.button(go, "accent", () -> {
            hide();
            answered.accept(reason.getText().strip());
        });
        confirm.setId("reason-ok");
        confirm.setDefaultButton(true);
        confirm.disableProperty().bind(reason.textProperty().map(String::isBlank));
        show(card(title, explanation, reason, confirm), reason);
    }

    /** Asks for a yes; anything else leaves things as they are. */
    public void confirm(String title, String explanation, String go, Runnable agreed) {
        Button confirm = Nodes.button(go, "accent", () -> {
            hide();
            agreed.run();
        });
        confirm.setId("confirm-ok");
        confirm.setDefaultButton(true);
        show(card(title, explanation, new Region(), confirm), confirm);
    }

    /** A card with a title, a sentence, something to fill in, and two buttons. */
    public VBox card(String title, String explanation, Node middle, Button confirm) {
        Label heading = new Label(title);
        heading.getStyleClass().add("title-4");
        Label sentence = Nodes.muted(explanation);
        sentence.setWrapText(true);
        Button cancel = Nodes.button(texts.get("cancel"), "flat", this::hide);
        cancel.setId("cancel");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox card = new VBox(14, heading, sentence, middle, new HBox(8, gap, cancel, confirm));
        card.setMaxWidth(520);
        return card;
    }
}
