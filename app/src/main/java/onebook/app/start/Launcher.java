package onebook.app.start;

import java.util.Optional;
import javafx.application.Application;

/** Starts the desktop. No Application itself, so that JavaFX may come from the class path. */
public final class Launcher {
    private static final int UNAVAILABLE = 69;

    private Launcher() { }

    /** @param arguments at most one: the book to open */
    public static void main(String[] arguments) {
        Optional<String> missing = Screen.missing(System.getProperty("os.name"), System::getenv);
        if (missing.isPresent()) {
            System.err.println(missing.get());
            System.exit(UNAVAILABLE);
        }
        try {
            Application.launch(App.class, arguments);
        } catch (RuntimeException | LinkageError broken) {
            System.err.println(Screen.sentenceFor(broken));
            System.exit(UNAVAILABLE);
        }
    }
}
