package onebook.app.start;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** Starts the desktop. No Application itself, so that JavaFX may come from the class path. */
public final class Launcher {
    private static final int UNAVAILABLE = 69;
    /** Kept, for a level is forgotten with its logger: JavaFX warns of the class path it allows. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() { }

    /** @param arguments at most one: the book to open */
    public static void main(String[] arguments) {
        Optional<String> missing =
                DisplayCheck.missing(System.getProperty("os.name"), System::getenv);
        if (missing.isPresent()) {
            System.err.println(missing.get());
            System.exit(UNAVAILABLE);
        }
        JAVAFX.setLevel(Level.SEVERE);
        try {
            Application.launch(App.class, arguments);
        } catch (RuntimeException | LinkageError broken) {
            System.err.println(DisplayCheck.sentenceFor(broken));
            System.exit(UNAVAILABLE);
        }
    }
}
