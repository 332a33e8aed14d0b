package onebook.app.start;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Place;
import onebook.app.common.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The ways to the windows. */
final class NavBar {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_BELOW = 1120;

    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    private final VBox view = new VBox(2);
    private final Label count = Nodes.label("", "pill", "nav-count");

    NavBar(Texts texts, Consumer<Place> go) {
        ToggleGroup group = new ToggleGroup();
        for (Place place : Place.values()) {
            ToggleButton button = new ToggleButton(texts.get("nav." + place.name()),
                    new FontIcon(icon(place)));
            button.setAccessibleText(button.getText());
            button.setToggleGroup(group);
            button.setId("nav-" + place.name().toLowerCase(Locale.ROOT));
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().add("nav-button");
            button.setTooltip(new Tooltip(
                    button.getText() + "   Ctrl+" + place.keyName()));
            button.setOnAction(clicked -> go.accept(place));
            if (place == Place.SETTINGS) {
                Region gap = new Region();
                VBox.setVgrow(gap, Priority.ALWAYS);
                view.getChildren().add(gap);
            }
            buttons.put(place, button);
            view.getChildren().add(place == Place.INBOX ? counted(button) : button);
        }
        view.getStyleClass().add("navigation");
    }

    /** How many items wait, beside the way to the inbox. */
    void count(int waiting) {
        count.setText(String.valueOf(waiting));
        count.setVisible(waiting > 0);
    }

    /** In a narrow window only the pictures stay; the names are their tooltips. */
    void fitTo(ReadOnlyDoubleProperty width) {
        view.pseudoClassStateChanged(NARROW, width.get() < NARROW_BELOW);
        width.addListener((window, was, is) ->
                view.pseudoClassStateChanged(NARROW, is.doubleValue() < NARROW_BELOW));
    }

    private Node counted(ToggleButton button) {
        count.setMouseTransparent(true);
        count.setVisible(false);
        StackPane both = new StackPane(button, count);
        StackPane.setAlignment(count, Pos.CENTER_RIGHT);
        return both;
    }

    Node view() {
        return view;
    }

    void mark(Place place) {
        buttons.get(place).setSelected(true);
    }

    private static Ikon icon(Place place) {
        return switch (place) {
            case INBOX -> Material2OutlinedAL.INBOX;
            case VOUCHER -> Material2OutlinedAL.EDIT;
            case LEDGER -> Material2OutlinedAL.LIST_ALT;
            case BOOKS -> Material2OutlinedMZ.MENU_BOOK;
            case STATEMENTS -> Material2OutlinedAL.ASSESSMENT;
            case BANK -> Material2OutlinedAL.ACCOUNT_BALANCE;
            case TAX -> Material2OutlinedAL.CALCULATE;
            case LENDER -> Material2OutlinedMZ.WORK_OUTLINE;
            case ROBOTS -> Material2OutlinedMZ.MEMORY;
            case SEAL -> Material2OutlinedMZ.VERIFIED_USER;
            case SETTINGS -> Material2OutlinedMZ.SETTINGS;
        };
    }
}
