package onebook.app.voucher;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/** Scrolls to the part of a long form that has the keyboard. */
final class InSight {
    /** Room that is left around it. */
    private static final double ROOM = 24;

    private final ScrollPane scroll;

    private InSight(ScrollPane scroll) {
        this.scroll = scroll;
    }

    static void keep(ScrollPane scroll) {
        InSight inSight = new InSight(scroll);
        scroll.sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((focus, was, is) ->
                Platform.runLater(() -> inSight.show(is)));
    }

    private void show(Node part) {
        double hidden = scroll.getContent().getBoundsInLocal().getHeight()
                - scroll.getViewportBounds().getHeight();
        if (part == null || !isInside(part) || hidden <= 0) {
            return;
        }
        Bounds place = scroll.getContent().sceneToLocal(part.localToScene(
                part.getBoundsInLocal()));
        double top = scroll.getVvalue() * hidden;
        double least = place.getMaxY() + ROOM - scroll.getViewportBounds().getHeight();
        double most = place.getMinY() - ROOM;
        scroll.setVvalue(Math.max(0, Math.min(1, Math.min(most, Math.max(least, top)) / hidden)));
    }

    private boolean isInside(Node part) {
        for (Node above = part; above != null; above = above.getParent()) {
            if (above == scroll.getContent()) {
                return true;
            }
        }
        return false;
    }
}
