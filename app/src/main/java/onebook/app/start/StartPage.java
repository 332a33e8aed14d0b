package onebook.app.start;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import onebook.app.common.Files;
import onebook.app.common.Nodes;
import onebook.app.common.Texts;
import onebook.app.settings.Preferences;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The first page: the sample company, a book, a new book, the books of last time. */
final class StartPage {
    private final Texts texts;
    private final Preferences preferences;
    private final Files files;
    private final Clock clock;
    private final Frame frame;
    private final Node view;

    StartPage(Texts texts, Preferences preferences, Files files, Clock clock, Frame frame) {
        this.texts = texts;
        this.preferences = preferences;
        this.files = files;
        this.clock = clock;
        this.frame = frame;
        VBox column = new VBox(28, title(), choices(), recent());
        column.setMaxWidth(820);
        column.getStyleClass().add("start");
        VBox centred = new VBox(column);
        centred.setAlignment(Pos.CENTER);
        ScrollPane scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("start-page");
        view = scroll;
    }

    Node view() {
        return view;
    }

    private Node title() {
        Button language = Nodes.button(texts.get("language.other"),
                Material2OutlinedMZ.TRANSLATE, "flat", () -> {
                    preferences.language(texts.language().other());
                    frame.rebuild();
                });
        language.setId("switch-language");
        VBox words = new VBox(2, Nodes.label(texts.get("product"), "title-2"),
                Nodes.muted(texts.get("start.claim")));
        return Nodes.row(18, Icon.of(60), words, Nodes.gap(), language);
    }

    private Node choices() {
        HBox choices = new HBox(14,
                choice("sample", Material2OutlinedMZ.PLAY_CIRCLE_OUTLINE, this::sample),
                choice("open", Material2OutlinedAL.FOLDER_OPEN, this::open),
                choice("new", Material2OutlinedAL.ADD_CIRCLE_OUTLINE, this::create));
        choices.getChildren().get(0).getStyleClass().add("choice-first");
        return choices;
    }

    private Button choice(String name, Ikon icon, Runnable action) {
        var words = Nodes.label(texts.get("start." + name), "choice-title");
        var explained = Nodes.muted(texts.get("start." + name + ".explained"));
        explained.setWrapText(true);
        explained.setMinHeight(Label.USE_PREF_SIZE);
        VBox card = new VBox(8, new FontIcon(icon), words, explained);
        Button choice = Nodes.button(null, "choice", action);
        choice.setGraphic(card);
        choice.setId("start-" + name);
        choice.setAccessibleText(words.getText());
        choice.setMinWidth(180);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setPrefWidth(264);
        HBox.setHgrow(choice, Priority.ALWAYS);
        return choice;
    }

    private Node recent() {
        List<Path> books = preferences.recent();
        VBox recent = new VBox(4, Nodes.label(texts.get("start.recent"), "section"));
        recent.setVisible(!books.isEmpty());
        for (Path book : books) {
            Hyperlink link = Nodes.once(new Hyperlink(book.getFileName().toString()));
            link.setOnAction(clicked -> frame.open(book));
            recent.getChildren().add(Nodes.row(10, link,
                    Nodes.label(String.valueOf(book.getParent()), "text-subtle", "text-small")));
        }
        return recent;
    }

    private void sample() {
        frame.sample(Path.of(System.getProperty("user.home"), "OneBook", "sample"));
    }

    private void open() {
        files.askOne(texts.get("start.open"), ".onebook").ifPresent(frame::open);
    }

    private void create() {
        NewBook.ask(texts, files, clock, frame);
    }
}
