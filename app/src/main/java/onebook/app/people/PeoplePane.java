package onebook.app.people;

import atlantafx.base.controls.ToggleSwitch;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Columns;
import onebook.app.common.Nodes;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.robot.People;
import onebook.robot.Person;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Who works with the book and what each may do; only the owner changes that. */
public final class PeoplePane {
    /** What the pane shows, read in one go. */
    private record Content(boolean isSingleUser, boolean isOnePerson, List<Person> people) { }

    private final Workplace at;
    private final Consumer<String> signedOn;
    private final Showing stage;
    private final TableView<Person> table = Columns.table();
    private final Label notice = Nodes.label("", "pill", "pill-warning");
    private final ToggleSwitch onePerson = new ToggleSwitch();
    private final BorderPane view = new BorderPane();
    private boolean isSingleUser;
    private boolean isShowing;

    /** @param signedOn told the owner's name when the book gets its first person */
    public PeoplePane(Workplace at, Consumer<String> signedOn) {
        this.at = at;
        this.signedOn = signedOn;
        stage = new Showing(at);
        table.setId("people");
        table.getColumns().add(Columns.words(at.text("person.name"), 160, Person::name));
        table.getColumns().add(Columns.words(at.text("person.duties"), 360, this::duties));
        table.getColumns().add(Columns.words(at.text("person.key"), 80,
                person -> person.vkey().isPresent() ? at.text("person.key.has") : ""));
        table.getColumns().add(Columns.words(at.text("person.state"), 120,
                person -> person.isHere() ? "" : at.text("person.removed")));
        table.setPlaceholder(Nodes.blank(Material2OutlinedMZ.PERSON_OUTLINE,
                at.text("people.none"), at.text("people.none.advice")));
        notice.setId("people-notice");
        notice.managedProperty().bind(notice.visibleProperty());
        onePerson.setId("one-person");
        onePerson.selectedProperty().addListener((toggle, was, is) -> {
            if (!isShowing) {
                onePerson(is);
            }
        });
        VBox head = new VBox(10, notice, buttons(), Nodes.row(10, onePerson,
                Nodes.muted(at.text("people.one-person.explained"))));
        head.getStyleClass().add("filter-bar");
        view.setTop(head);
        view.setCenter(stage.view());
    }

    public Node view() {
        return view;
    }

    public void refresh() {
        stage.read(() -> {
            People people = People.of(at.desk());
            return new Content(people.isSingleUser(), people.isOnePerson(), Stream.concat(
                    people.list().stream(), people.removed().stream()).toList());
        }, this::show);
    }

    private void show(Content content) {
        stage.show(table);
        isShowing = true;
        isSingleUser = content.isSingleUser();
        table.getItems().setAll(content.people());
        onePerson.setSelected(content.isOnePerson());
        onePerson.setDisable(at.isReadOnly() || isSingleUser);
        notice.setText(at.text(isSingleUser ? "people.single-user" : "people.one-person.on"));
        notice.setVisible(isSingleUser || content.isOnePerson());
        isShowing = false;
    }

    private String duties(Person person) {
        return person.roles().stream().map(role -> at.text("role." + role.name()))
                .collect(Collectors.joining(at.text("between")));
    }

    // ---- buttons

    private Node buttons() {
        Button add = Nodes.whileIdle(Nodes.button(at.text("person.add"),
                Material2OutlinedMZ.PERSON_ADD, "accent", this::add), at);
        add.setId("person-add");
        FlowPane buttons = new FlowPane(8, 8, add,
                ofSelected("person.give", Material2OutlinedAL.ASSIGNMENT_IND, Person::isHere,
                        person -> form(filled -> people().give(person.name(), filled.roles(),
                                at.person())).askRoles(person)),
                ofSelected("person.set-password", Material2OutlinedAL.LOCK, Person::isHere,
                        person -> form(filled -> people().password(person.name(),
                                filled.password(), at.person())).askPassword(person)),
                ofSelected("person.make-key", Material2OutlinedMZ.VPN_KEY, Person::isHere,
                        this::makeKey),
                ofSelected("person.remove", Material2OutlinedMZ.PERSON_REMOVE, Person::isHere,
                        this::remove),
                ofSelected("person.restore.do", Material2OutlinedMZ.RESTORE,
                        person -> !person.isHere(), person -> form(filled ->
                                people().restore(person.name(), filled.roles(),
                                        filled.password(), at.person())).askBack(person)));
        return buttons;
    }

    /** Its id is the key of its text, with dashes. */
    private Button ofSelected(String key, Ikon icon, Predicate<Person> isFor,
            Consumer<Person> action) {
        Button button = Nodes.button(at.text(key), icon, "button-outlined", () ->
                action.accept(table.getSelectionModel().getSelectedItem()));
        button.setId(key.replace('.', '-'));
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> {
            Person chosen = table.getSelectionModel().getSelectedItem();
            return at.isReadOnly() || at.tasks().isBusy().get() || chosen == null
                    || !isFor.test(chosen);
        }, table.getSelectionModel().selectedItemProperty(), at.tasks().isBusy()));
        return button;
    }

    private People people() {
        return People.of(at.desk());
    }

    private PersonForm form(Function<PersonForm.Filled, Person> work) {
        return new PersonForm(at, work, this::changed);
    }

    private void changed(Person person) {
        at.notices().done(at.text("person.saved", person.name()));
        refresh();
    }

    private void add() {
        boolean isFirst = isSingleUser;
        new PersonForm(at, filled -> people().add(filled.name(), filled.roles(),
                filled.password(), at.person()), person -> {
                    changed(person);
                    if (isFirst) {
                        signedOn.accept(person.name());
                    }
                }).askNew(isFirst);
    }

    private void makeKey(Person person) {
        at.files().askNew(at.text("person.make-key"), person.name() + ".p12").ifPresent(file -> {
            Path key = file;
            form(filled -> people().makeKey(person.name(), key, filled.password(), at.person()))
                    .askKey(person);
        });
    }

    private void remove(Person person) {
        at.overlay().confirm(at.text("person.remove"), at.text("person.remove.explained",
                person.name()), at.text("person.remove"), () -> at.tasks().command(
                        at.text("person.remove"), progress -> {
                            people().remove(person.name(), at.person());
                            return person;
                        }, this::changed));
    }

    private void onePerson(boolean isAllowed) {
        at.tasks().command(at.text("people.one-person"), progress -> {
            try {
                people().onePerson(isAllowed, at.person());
                return isAllowed;
            } finally {
                Platform.runLater(this::refresh);
            }
        }, done -> at.notices().done(at.text("people.one-person." + (done ? "on" : "off"))));
    }
}
