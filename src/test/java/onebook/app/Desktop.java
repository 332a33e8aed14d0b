package onebook.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import onebook.app.common.Place;
import onebook.app.common.Texts.Language;
import onebook.app.settings.Preferences;
import onebook.app.start.Frame;
import onebook.app.start.Shelf;
import onebook.robot.MainJob;
import onebook.robot.RunReport;
import onebook.robot.SampleCompany;
import onebook.robot.WaitingItem;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The desktop without a screen, over a copy of the sample company's finished book. */
public final class Desktop implements AutoCloseable {
    public static final Clock APRIL = Clock.fixed(
            Instant.parse("2026-04-10T01:30:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final int PATIENCE = 240;
    private static Path finished;

    private final FxRobot robot = new FxRobot();
    private final Deque<Path> answers = new ArrayDeque<>();
    private final List<Path> shown = new ArrayList<>();
    private final Preferences preferences;
    private final Stage stage;
    private final Frame frame;

    private Desktop(Path home, Language language) throws TimeoutException {
        preferences = Preferences.in(home.resolve("desktop.properties"));
        preferences.language(language);
        preferences.person("王芳");
        stage = FxToolkit.registerPrimaryStage();
        frame = onWindow(() -> {
            Frame made = new Frame(stage, preferences, new Shelf.OfDesks(APRIL), new Answers(),
                    APRIL);
            made.show();
            return made;
        });
        settle();
    }

    public static Desktop start(Path home, Language language) throws TimeoutException {
        return new Desktop(home, language);
    }

    /** A copy of the sample company's folder after the main job; the job itself is done once. */
    public static synchronized Path sample(Path copy) throws IOException {
        if (finished == null) {
            finished = Files.createTempDirectory("onebook-sample");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(finished)));
            Path inputs = SampleCompany.copyTo(finished.resolve("inputs"));
            new MainJob(inputs, finished, APRIL, RunReport.Progress.SILENT).run();
        }
        try (Stream<Path> files = Files.walk(finished)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(finished.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy.resolve("book.onebook");
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(one -> one.toFile().delete());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The system's file dialog, answered beforehand. */
    private final class Answers implements onebook.app.common.Files {
        @Override
        public List<Path> ask(String title) {
            return next().map(List::of).orElse(List.of());
        }

        @Override
        public Optional<Path> askOne(String title, String ending) {
            return next();
        }

        @Override
        public Optional<Path> askNew(String title, String suggestedName) {
            return next();
        }

        @Override
        public Optional<Path> askFolder(String title) {
            return next();
        }

        @Override
        public void show(Path file) {
            shown.add(file);
        }

        private Optional<Path> next() {
            return Optional.ofNullable(answers.poll());
        }
    }

    public FxRobot robot() {
        return robot;
    }

    public Preferences preferences() {
        return preferences;
    }

    public Stage stage() {
        return stage;
    }

    /** The files that other programs were asked to show. */
    public List<Path> shown() {
        return List.copyOf(shown);
    }

    /** The next question for a file is answered with this one. */
    public void answer(Path file) {
        answers.add(file);
    }

    public void open(Path book) {
        ask(book, "#company");
    }

    /** Opens a book and waits until this is there; a book with people asks who comes. */
    public void ask(Path book, String query) {
        onWindow(() -> {
            frame.open(book);
            return null;
        });
        waitUntil(() -> has(query) && frame.isQuiet());
    }

    /** Types into a field in place of what stands there. */
    public void type(String query, String text) {
        onWindow(() -> {
            find(query, TextInputControl.class).setText(text);
            return null;
        });
    }

    /** Goes to a window by its button and waits until it has read what it shows. */
    public void go(Place place) {
        robot.clickOn("#nav-" + place.name().toLowerCase(Locale.ROOT));
        settle();
    }

    public boolean has(String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    public <N extends Node> N find(String query, Class<N> type) {
        return robot.lookup(query).queryAs(type);
    }

    @SuppressWarnings("unchecked")
    public <R> TableView<R> table(String query) {
        return robot.lookup(query).queryAs(TableView.class);
    }

    @SuppressWarnings("unchecked")
    public <R> ListView<R> list(String query) {
        return robot.lookup(query).queryAs(ListView.class);
    }

    public void fire(String query) {
        onWindow(() -> {
            find(query, ButtonBase.class).fire();
            return null;
        });
        settle();
    }

    /** The account fields of the draft, in order. */
    public List<TextField> accounts() {
        return find("#draft", Node.class).lookupAll(".account-field").stream()
                .map(TextField.class::cast).toList();
    }

    /** Chooses a waiting item and gives every line of its draft that has none an account. */
    public WaitingItem chooseAndComplete(Predicate<WaitingItem> which) {
        ListView<WaitingItem> waiting = list("#waiting");
        WaitingItem chosen = waiting.getItems().stream().filter(which).findFirst().orElseThrow();
        onWindow(() -> {
            waiting.getSelectionModel().select(chosen);
            return null;
        });
        settle();
        onWindow(() -> {
            accounts().stream().filter(field -> field.getText().isBlank())
                    .forEach(field -> field.setText("5602.05"));
            waiting.requestFocus();
            return null;
        });
        settle();
        return chosen;
    }

    public String notice() {
        waitUntil(() -> has("#notice"));
        return find("#notice", Label.class).getText();
    }

    public boolean isBusy() {
        return robot.lookup("#activity").tryQuery().map(Node::isVisible).orElse(false);
    }

    /** Waits until nothing runs and what was asked for is shown. */
    public void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        waitUntil(frame::isQuiet);
    }

    public void waitUntil(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("not within %d s; notice: ".formatted(PATIENCE)
                    + (has("#notice") ? find("#notice", Label.class).getText() : "none"), late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    public static <T> T onWindow(Callable<T> action) {
        T value = WaitForAsyncUtils.waitForAsyncFx(60_000, action);
        WaitForAsyncUtils.waitForFxEvents();
        return value;
    }

    @Override
    public void close() {
        onWindow(() -> {
            frame.close();
            return null;
        });
        try {
            FxToolkit.cleanupStages();
        } catch (TimeoutException late) {
            throw new UncheckedIOException(new IOException(late));
        }
    }
}
