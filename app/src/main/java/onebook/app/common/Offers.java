package onebook.app.common;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.stage.Popup;

/** What fits what was typed, below the field. The keyboard stays with the field. */
final class Offers<T> {
    private static final double ROW = 30;
    private static final int SEEN = 8;

    private final Popup popup = new Popup();
    private final ListView<T> list = new ListView<>();

    Offers(Function<T, String> words, Consumer<T> chosen) {
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("offers");
        list.setCellFactory(made -> new ListCell<>() {
            @Override
            protected void updateItem(T one, boolean isEmpty) {
                super.updateItem(one, isEmpty);
                setText(isEmpty || one == null ? null : words.apply(one));
            }
        });
        list.setOnMouseClicked(click -> chosen().ifPresent(chosen));
        popup.getContent().add(list);
        popup.setAutoHide(true);
    }

    boolean isShown() {
        return popup.isShowing();
    }

    /** Shows these, the first one chosen; nothing where there are none. */
    void show(List<T> fitting, Node below) {
        list.getItems().setAll(fitting);
        list.getSelectionModel().selectFirst();
        if (fitting.isEmpty()) {
            popup.hide();
            return;
        }
        list.setPrefSize(320, Math.min(SEEN, fitting.size()) * ROW + 4);
        if (!popup.isShowing()) {
            Bounds field = below.localToScreen(below.getBoundsInLocal());
            popup.show(below, field.getMinX(), field.getMaxY() + 2);
        }
    }

    void move(int steps) {
        int last = list.getItems().size() - 1;
        int next = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + steps));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - SEEN / 2));
    }

    /** The one that Enter would take. */
    Optional<T> chosen() {
        return popup.isShowing()
                ? Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                : Optional.empty();
    }

    void hide() {
        popup.hide();
    }
}
