package onebook.app.voucher;

import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Enter goes on to the next field, Shift+Enter back to the one before. */
final class FieldOrder {

    /** The fields of a form. */
    interface Fields {
        /** Those to be filled in, in order. */
        List<Node> order();

        /** What is after the last one of these; it may be made on the way. */
        Node after(Node field, Supplier<Node> next);
    }

    private final Node form;
    private final Fields fields;

    FieldOrder(Node form, Fields fields) {
        this.form = form;
        this.fields = fields;
        form.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent key) {
        boolean isPlain = !key.isShortcutDown() && !key.isAltDown();
        if (key.getCode() == KeyCode.ENTER && isPlain
                && !(key.getTarget() instanceof ButtonBase)) {
            Node from = form.getScene().getFocusOwner();
            boolean isBack = key.isShiftDown();
            Platform.runLater(() -> move(from, isBack));
        }
    }

    private void move(Node from, boolean isBack) {
        if (fields.order().contains(from)) {
            Node to = isBack ? step(from, -1) : fields.after(from, () -> step(from, 1));
            to.requestFocus();
        }
    }

    private Node step(Node from, int by) {
        List<Node> order = fields.order();
        int next = order.indexOf(from) + by;
        return next >= 0 && next < order.size() ? order.get(next) : from;
    }
}
