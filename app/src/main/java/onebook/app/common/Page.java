package onebook.app.common;

import javafx.scene.Node;

/** One window inside the frame. */
public interface Page {
    Node view();

    /** Reads everything again; called when the page is entered and after the book changed. */
    void refresh();

    /** Puts the keyboard where work begins. */
    default void enter() {
        view().requestFocus();
    }
}
