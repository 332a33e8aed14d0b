package onebook.app.inbox;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keyboard of the inbox; a key held down counts once. */
final class InboxKeys {
    private final InboxPage page;
    private KeyCode held;

    InboxKeys(InboxPage page) {
        this.page = page;
    }

    void listenOn(Node window, Node list) {
        window.addEventFilter(KeyEvent.KEY_RELEASED, key -> held = null);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInList);
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedAnywhere);
    }

    private void pressedInList(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> once(key, page::accept);
            case DELETE, BACK_SPACE -> once(key, page::reject);
            case RIGHT, F2 -> once(key, page.review()::enter);
            case ADD, PLUS, EQUALS -> once(key, page.review().picture()::zoomIn);
            case SUBTRACT, MINUS -> once(key, page.review().picture()::zoomOut);
            default -> { }
        }
    }

    private void pressedAnywhere(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
            once(key, page::accept);
        } else if (key.getCode() == KeyCode.ESCAPE
                && key.getTarget() instanceof TextInputControl) {
            once(key, page::enter);
        }
    }

    private void once(KeyEvent key, Runnable action) {
        key.consume();
        if (held != key.getCode()) {
            held = key.getCode();
            action.run();
        }
    }
}
