package onebook.app.common;

import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/**
 * The part of a page that is being read, shows what was read, is empty, or could not be read. What
 * takes long says so and can be stopped.
 */
public final class Showing {
    private static final Duration PATIENCE = Duration.millis(600);

    private final Workplace at;
    private final Latest latest = new Latest();
    private final StackPane content = new StackPane();
    private final HBox busy;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final StackPane view;
    private Runnable again = () -> { };

    public Showing(Workplace at) {
        this.at = at;
        content.getChildren().setAll(Nodes.muted(at.text("reading")));
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(18, 18);
        Button stop = Nodes.button(at.text("stop"), Material2OutlinedMZ.STOP, "flat", this::stop);
        busy = Nodes.row(10, turning, Nodes.label(at.text("reading")), stop);
        busy.getStyleClass().add("busy");
        busy.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        busy.setVisible(false);
        patience.setOnFinished(over -> busy.setVisible(true));
        view = new StackPane(content, busy);
        StackPane.setAlignment(busy, Pos.BOTTOM_CENTER);
    }

    public Node view() {
        return view;
    }

    /** Reads off the window's thread, then shows; what is shown stays until then. */
    public <T> void read(Callable<T> reading, Consumer<T> shown) {
        readWhile(wanted -> reading.call(), shown);
    }

    /** Something long to read, which ends early where it is no longer wanted. */
    public interface Reading<T> {
        T read(BooleanSupplier wanted) throws Exception;
    }

    /** The same, of something long that may be stopped on the way. */
    public <T> void readWhile(Reading<T> reading, Consumer<T> shown) {
        again = () -> {
            content.getChildren().setAll(Nodes.muted(at.text("reading")));
            readWhile(reading, shown);
        };
        patience.playFromStart();
        int asked = latest.now() + 1;
        at.tasks().load(latest, () -> reading.read(() -> latest.is(asked)), value -> {
            ended();
            shown.accept(value);
        }, this::failed);
    }

    public void show(Node shown) {
        if (!content.getChildren().contains(shown)) {
            content.getChildren().setAll(shown);
        }
    }

    /** Shows the texts "key" and "key.advice". */
    public void blank(Ikon icon, String key, Node... ways) {
        show(Nodes.blank(icon, at.text(key), at.text(key + ".advice"), ways));
    }

    private void ended() {
        patience.stop();
        busy.setVisible(false);
    }

    private void stop() {
        latest.next();
        ended();
        blank(Material2OutlinedAL.HOURGLASS_EMPTY, "stopped", againButton());
    }

    private void failed() {
        ended();
        blank(Material2OutlinedAL.ERROR_OUTLINE, "unread", againButton());
    }

    private Button againButton() {
        return Nodes.button(at.text("again"), Material2OutlinedMZ.REFRESH, "button-outlined",
                again);
    }
}
