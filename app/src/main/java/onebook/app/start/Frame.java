package onebook.app.start;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import onebook.app.common.Files;
import onebook.app.common.Latest;
import onebook.app.common.Notices;
import onebook.app.common.Overlay;
import onebook.app.common.Tasks;
import onebook.app.common.Texts;
import onebook.app.common.Workplace;
import onebook.app.people.SignOnCard;
import onebook.app.settings.Preferences;
import onebook.ledger.Company;
import onebook.robot.Desk;
import onebook.robot.People;
import onebook.robot.SignOn;

/** The one window of the process: the start page, or the windows of an open book. */
public final class Frame {
    private static final Logger LOG = Logger.getLogger(Frame.class.getName());

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 820;
    private static final double LEAST_HEIGHT = 480;

    private final Stage stage;
    private final Preferences preferences;
    private final Shelf shelf;
    private final Files files;
    private final Clock clock;
    private final String family = Look.loadFont();
    private final Tasks tasks = new Tasks(this::failed);
    private final Latest latest = new Latest();
    private final Latest calling = new Latest();
    private final StackPane root = new StackPane();
    private Texts texts;
    private Notices notices;
    private Overlay overlay;
    private Optional<Opened> opened = Optional.empty();
    private Optional<Office> office = Optional.empty();

    /** A book with what does not change while it is open, and who works on it. */
    private record Opened(Desk desk, Path book, Company company, boolean isReadOnly,
            boolean isSignOnNeeded, Optional<String> person) {

        Opened as(String name) {
            return new Opened(desk, book, company, isReadOnly, false, Optional.of(name));
        }
    }

    public Frame(Stage stage, Preferences preferences, Shelf shelf, Files files, Clock clock) {
        this.stage = stage;
        this.preferences = preferences;
        this.shelf = shelf;
        this.files = files;
        this.clock = clock;
    }

    public void show() {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(root, Math.min(WIDTH, room.getWidth()),
                Math.min(HEIGHT, room.getHeight()));
        stage.setMinWidth(Math.min(LEAST_WIDTH, room.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, room.getHeight()));
        stage.setScene(scene);
        stage.getIcons().setAll(Icon.sizes());
        build();
        stage.show();
    }

    /** Builds everything in the language and colours of now; what is open stays open. */
    private void build() {
        texts = Texts.in(preferences.language());
        notices = new Notices();
        overlay = new Overlay(texts);
        Look.apply(stage.getScene(), root, preferences, family);
        BorderPane window = new BorderPane();
        office = opened.map(this::office);
        if (office.isPresent()) {
            office.get().fill(window);
        } else {
            window.setTop(notices.view());
            window.setCenter(new StartPage(texts, preferences, files, clock, this).view());
            stage.setTitle(texts.get("product"));
        }
        window.setBottom(new ActivityStrip(tasks, texts).view());
        root.getChildren().setAll(window, overlay.view());
    }

    private Office office(Opened book) {
        String name = preferences.person();
        tasks.load(calling, () -> {
            People.of(book.desk()).call(name);
            return name;
        }, called -> { });
        stage.setTitle(book.company().name() + " — " + texts.get("product"));
        return new Office(ways -> new Workplace(book.desk(), book.book(), book.company(),
                book.isReadOnly(), book.person().orElse(preferences.person()), texts, tasks,
                notices, overlay, files, ways), preferences, this, office.map(Office::place));
    }

    Overlay overlay() {
        return overlay;
    }

    /** True where the open book has people and one of them is here. */
    boolean isSignedOn() {
        return opened.flatMap(Opened::person).isPresent();
    }

    /** Builds the window anew after a preference changed. */
    void rebuild() {
        build();
    }

    /** Opens a book in place of what is open. */
    public void open(Path book) {
        tasks.command(texts.get("start.opening"), progress -> opened(shelf.open(book), book),
                this::entered);
    }

    void create(Path book, String profile) {
        tasks.command(texts.get("start.creating"),
                progress -> opened(shelf.create(book, profile), book), this::entered);
    }

    void sample(Path folder) {
        tasks.command(texts.get("start.sampling"), progress -> {
            Path book = shelf.sample(folder, progress);
            return opened(shelf.open(book), book);
        }, this::entered);
    }

    /** Closes the book and goes back to the start page. */
    void leave() {
        opened.ifPresent(book -> tasks.load(latest, () -> {
            book.desk().close();
            return book;
        }, closed -> { }));
        opened = Optional.empty();
        office = Optional.empty();
        build();
    }

    /** True where all that was asked for is done and shown. */
    public boolean isQuiet() {
        return tasks.isQuiet();
    }

    public void close() {
        tasks.closeAfter(() -> opened.ifPresent(book -> book.desk().close()));
    }

    /** The owner made the first person of the book, himself, and is signed on with that. */
    void signedOn(String name) {
        opened = opened.map(book -> book.as(name));
        build();
    }

    /** Hides the book and asks who comes next. */
    void signOff() {
        opened.ifPresent(book -> {
            opened = Optional.empty();
            office = Optional.empty();
            build();
            tasks.load(latest, () -> {
                SignOn.to(book.desk()).off();
                return book;
            }, this::ask, () -> book.desk().close());
        });
    }

    private void ask(Opened book) {
        new SignOnCard(texts, tasks, overlay, files).ask(book.desk(), preferences.person(),
                person -> entered(book.as(person.name())), () -> tasks.load(latest, () -> {
                    book.desk().close();
                    return book;
                }, closed -> { }));
    }

    private static Opened opened(Desk desk, Path book) {
        return new Opened(desk, book, desk.company(), desk.isReadOnly(),
                SignOn.to(desk).isNeeded(), Optional.empty());
    }

    private void entered(Opened book) {
        if (book.isSignOnNeeded()) {
            ask(book);
            return;
        }
        opened.filter(before -> before.desk() != book.desk())
                .ifPresent(before -> before.desk().close());
        opened = Optional.of(book);
        office = Optional.empty();
        preferences.opened(book.book());
        build();
    }

    private void failed(Throwable broken) {
        if (Failure.isOurs(broken)) {
            LOG.log(Level.WARNING, "a command of the desktop failed", broken);
        }
        Failure.tell(broken, texts, notices);
    }
}
