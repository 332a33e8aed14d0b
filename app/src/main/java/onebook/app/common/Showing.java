package onebook.app.common;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The part of a page that is being read, shows what was read, is empty, or could not be read. */
public final class Showing {
    private final Workplace at;
    private final Latest latest = new Latest();
    private final StackPane stage = new StackPane();

    public Showing(Workplace at) {
        this.at = at;
        stage.getChildren().setAll(Nodes.muted(at.text("reading")));
    }

    public Node view() {
        return stage;
    }

    /** Reads off the window's thread, then shows; what is shown stays until then. */
    public <T> void read(Callable<T> reading, Consumer<T> shown) {
        at.tasks().load(latest, reading, shown, () -> failed(() -> {
            stage.getChildren().setAll(Nodes.muted(at.text("reading")));
            read(reading, shown);
        }));
    }

    public void show(Node content) {
        if (!stage.getChildren().contains(content)) {
            stage.getChildren().setAll(content);
        }
    }

    /** Shows the texts "key" and "key.advice". */
    public void blank(Ikon icon, String key) {
        show(Nodes.blank(icon, at.text(key), at.text(key + ".advice")));
    }

    private void failed(Runnable again) {
        show(Nodes.blank(Material2OutlinedAL.ERROR_OUTLINE, at.text("unread"),
                at.text("unread.advice"), Nodes.button(at.text("again"),
                        Material2OutlinedMZ.REFRESH, "button-outlined", again)));
    }
}
