package onebook.app.start;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import onebook.app.common.SystemFiles;
import onebook.app.settings.Preferences;

/** The JavaFX application: one window, over the books of this machine. */
public final class App extends Application {
    private Frame frame;

    @Override
    public void start(Stage stage) {
        Clock clock = Clock.systemDefaultZone();
        frame = new Frame(stage, Preferences.ofThisPerson(), new Shelf.OfDesks(clock),
                new SystemFiles(() -> stage, getHostServices()::showDocument), clock);
        frame.show();
        List<String> arguments = getParameters().getUnnamed();
        if (!arguments.isEmpty()) {
            frame.open(Path.of(arguments.get(0)));
        }
    }

    @Override
    public void stop() {
        frame.close();
    }
}
