package onebook.app.settings;

import atlantafx.base.controls.ToggleSwitch;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.Texts.Language;
import onebook.app.common.Workplace;
import onebook.app.people.LogPane;
import onebook.app.people.PeoplePane;
import onebook.app.people.RulesPane;

/** What one person prefers, then the people of the book, its rules and its operation log. */
public final class SettingsPage implements Page {
    private final Workplace at;
    private final Preferences preferences;
    private final Runnable changed;
    private final ComboBox<Language> language = new ComboBox<>();
    private final PeoplePane people;
    private final RulesPane rules;
    private final LogPane log;
    private final BorderPane view = new BorderPane();

    /** @param signedOn told who became the first person of the book */
    public SettingsPage(Workplace at, Preferences preferences, Runnable changed,
            Consumer<String> signedOn) {
        this.at = at;
        this.preferences = preferences;
        this.changed = changed;
        VBox rows = new VBox(
                row("settings.language", languageBox()), row("settings.dark", darkSwitch()),
                row("settings.text", textBox()), row("settings.person", personField()),
                row("settings.book", Nodes.muted(at.book().toString())));
        rows.getStyleClass().add("settings");
        rows.setMaxWidth(720);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        people = new PeoplePane(at, signedOn);
        rules = new RulesPane(at);
        log = new LogPane(at);
        TabPane tabs = new TabPane(tab("preferences", scroll), tab("people", people.view()),
                tab("rules", rules.view()), tab("log", log.view()));
        tabs.setId("settings-tabs");
        tabs.getStyleClass().add("page-tabs");
        view.setTop(Nodes.head(at.text("settings"), at.text("settings.purpose")));
        view.setCenter(tabs);
    }

    private Tab tab(String name, Node content) {
        Tab tab = new Tab(at.text("settings.tab." + name), content);
        tab.setClosable(false);
        return tab;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void refresh() {
        language.setValue(preferences.language());
        people.refresh();
        rules.refresh();
        log.refresh();
    }

    @Override
    public void enter() {
        language.requestFocus();
    }

    private Node row(String key, Node control) {
        VBox words = new VBox(2, Nodes.label(at.text(key)),
                Nodes.label(at.text(key + ".explained"), "text-muted", "text-small"));
        Node row = Nodes.row(12, words, Nodes.gap(), control);
        row.getStyleClass().add("settings-row");
        return row;
    }

    private Node languageBox() {
        language.setId("language");
        language.getItems().setAll(Language.values());
        language.setValue(preferences.language());
        language.setConverter(shown(one -> one == Language.ZH ? "中文" : "English"));
        language.valueProperty().addListener((box, was, is) -> {
            if (is != null && is != at.texts().language()) {
                preferences.language(is);
                changed.run();
            }
        });
        return language;
    }

    private Node darkSwitch() {
        ToggleSwitch dark = new ToggleSwitch();
        dark.setId("dark");
        dark.setSelected(preferences.isDark());
        dark.selectedProperty().addListener((toggle, was, is) -> {
            preferences.isDark(is);
            changed.run();
        });
        return dark;
    }

    private Node textBox() {
        ComboBox<Integer> size = new ComboBox<>();
        size.getItems().setAll(90, 100, 115, 130, 150);
        size.setValue(preferences.textPercent());
        size.setConverter(shown(percent -> percent + " %"));
        size.valueProperty().addListener((box, was, is) -> {
            preferences.textPercent(is);
            changed.run();
        });
        return size;
    }

    private Node personField() {
        TextField person = new TextField(preferences.person());
        person.setId("person");
        person.setPrefWidth(220);
        person.focusedProperty().addListener((focus, was, is) -> {
            if (!is && !person.getText().strip().equals(preferences.person())) {
                preferences.person(person.getText());
                changed.run();
            }
        });
        return person;
    }

    private interface Words<T> {
        String of(T value);
    }

    private static <T> StringConverter<T> shown(Words<T> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.of(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        };
    }
}
