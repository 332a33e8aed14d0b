package onebook.app.common;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** One line above the page that says what happened, or what was refused and what to do. */
public final class Notices {
    private final VBox place = new VBox();
    private final PauseTransition fade = new PauseTransition(Duration.seconds(8));

    public Notices() {
        place.getStyleClass().add("notices");
        fade.setOnFinished(over -> clear());
    }

    public VBox view() {
        return place;
    }

    public void clear() {
        place.getChildren().clear();
    }

    public void done(String sentence) {
        show("success", Material2OutlinedAL.CHECK_CIRCLE, sentence, "");
        fade.playFromStart();
    }

    /** A success with a way to look at it. */
    public void done(String sentence, String way, Runnable look) {
        HBox line = show("success", Material2OutlinedAL.CHECK_CIRCLE, sentence, "");
        Button link = new Button(way);
        link.getStyleClass().addAll("flat", "small", "accent");
        link.setOnAction(clicked -> look.run());
        line.getChildren().add(2, link);
        fade.playFromStart();
    }

    /** Stays until it is closed or something else is told. */
    public void refused(String sentence, String detail) {
        show("warning", Material2OutlinedMZ.WARNING, sentence, detail);
    }

    public void failed(String sentence, String detail) {
        show("danger", Material2OutlinedAL.ERROR_OUTLINE, sentence, detail);
    }

    private HBox show(String kind, Ikon icon, String sentence, String detail) {
        fade.stop();
        Label text = new Label(sentence);
        text.setId("notice");
        text.setWrapText(true);
        VBox words = new VBox(2, text);
        if (!detail.isBlank()) {
            Label small = Nodes.muted(detail);
            small.setWrapText(true);
            words.getChildren().add(small);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox line = new HBox(10, new FontIcon(icon), words, closeButton());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("notice", kind);
        place.getChildren().setAll(line);
        return line;
    }

    private Button closeButton() {
        Button close = new Button(null, new FontIcon(Material2OutlinedAL.CLOSE));
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.setId("notice-close");
        close.setOnAction(clicked -> clear());
        return close;
    }
}
