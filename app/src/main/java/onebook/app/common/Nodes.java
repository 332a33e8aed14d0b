package onebook.app.common;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small parts windows are made of. */
public final class Nodes {
    private Nodes() { }

    public static Label muted(String text) {
        return label(text, "text-muted");
    }

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A button whose double click counts as one. */
    public static Button button(String text, String style, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add(style);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(fired -> action.run());
        return entered(once(button));
    }

    /** Enter does what the space bar does: once, when it is let go. */
    private static Button entered(Button button) {
        button.addEventHandler(KeyEvent.ANY, key -> {
            if (key.getCode() != KeyCode.ENTER || key.isShortcutDown() || key.isAltDown()) {
                return;
            }
            if (key.getEventType() == KeyEvent.KEY_PRESSED) {
                button.arm();
                key.consume();
            } else if (key.getEventType() == KeyEvent.KEY_RELEASED && button.isArmed()) {
                button.disarm();
                key.consume();
                button.fire();
            }
        });
        return button;
    }

    public static Button button(String text, Ikon icon, String style, Runnable action) {
        Button button = button(text, style, action);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    /** Only a picture; the words are its tooltip and what a screen reader says. */
    public static Button icon(Ikon icon, String words, Runnable action) {
        Button button = button(null, icon, "flat", action);
        button.getStyleClass().add("button-icon");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }

    /** The second click of a double click does nothing. */
    public static <N extends Node> N once(N node) {
        node.addEventFilter(MouseEvent.ANY, click -> {
            boolean isPress = click.getEventType() == MouseEvent.MOUSE_PRESSED
                    || click.getEventType() == MouseEvent.MOUSE_RELEASED;
            if (isPress && click.getClickCount() > 1) {
                click.consume();
            }
        });
        return node;
    }

    /** Disables a command while another runs, or where the book may only be read. */
    public static <N extends Node> N whileIdle(N node, Workplace at) {
        ObservableValue<Boolean> isOff = at.tasks().isBusy()
                .map(busy -> busy || at.isReadOnly());
        node.disableProperty().bind(isOff);
        return node;
    }

    /** Gives a part of a page the keyboard, also of a page that was not drawn yet. */
    public static void focus(Node part, Parent page) {
        if (part.getScene() == null) {
            page.applyCss();
        }
        part.requestFocus();
    }

    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** Takes all the height a column has to spare. */
    public static <N extends Node> N fill(N node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    public static HBox row(double spacing, Node... nodes) {
        HBox row = new HBox(spacing, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** What a page says where there is nothing to show: a picture, a sentence, what to do. */
    public static VBox blank(Ikon icon, String title, String advice, Node... ways) {
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("blank-icon");
        Label sentence = muted(advice);
        sentence.setWrapText(true);
        sentence.setMaxWidth(420);
        sentence.getStyleClass().add("centred");
        VBox blank = new VBox(10, picture, label(title, "title-4"), sentence);
        blank.getChildren().addAll(ways);
        blank.getStyleClass().add("blank");
        return blank;
    }

    /** The head of a page: its name, what it is for, and its commands on the right. */
    public static HBox head(String title, String purpose, Node... commands) {
        VBox words = new VBox(2, label(title, "title-3"), muted(purpose));
        words.setMinWidth(120);
        HBox head = row(8, words, gap());
        head.getChildren().addAll(commands);
        head.getStyleClass().add("page-head");
        return head;
    }
}
