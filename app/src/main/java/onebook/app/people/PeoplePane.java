package onebook.app.people;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
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
                person -> person.vkey().isPresent() ? "✓" : ""));
        table.setPlaceholder(Nodes.blank(Material2OutlinedMZ.PERSON_OUTLINE,
                at.text("people.none"), at.text("people.none.advice")));
        notice.setId("people-notice");
        notice.managedProperty().bind(notice.visibleProperty());
        onePerson.setId("one-person");
        onePerson.selectedProperty().addListener((toggle, was, is) -> {
            if (!isShowing) {
                change(at.text("people.one-person"), () -> {
                    People.of(at.desk()).onePerson(is, at.person());
                    return at.person();
                });
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
            return new Content(people.isSingleUser(), people.isOnePerson(), people.list());
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
                .collect(Collectors.joining("、"));
    }

    private Node buttons() {
        Button add = Nodes.whileIdle(Nodes.button(at.text("person.add"),
                Material2OutlinedMZ.PERSON_ADD, "accent", this::add), at);
        add.setId("person-add");
        return Nodes.row(8, add,
                ofSelected("person.give", "person-roles", Material2OutlinedAL.ASSIGNMENT_IND,
                        person -> PersonForm.askRoles(at, person, (who, roles) -> change(
                                at.text("person.give"), () -> People.of(at.desk())
                                        .give(who.name(), roles, at.person()).name()))),
                ofSelected("person.set-password", "person-new-password",
                        Material2OutlinedMZ.VPN_KEY, person -> PersonForm.askPassword(at, person,
                                (who, typed) -> change(at.text("person.set-password"),
                                        () -> People.of(at.desk()).password(who.name(), typed,
                                                at.person()).name()))),
                ofSelected("person.remove", "person-remove", Material2OutlinedMZ.PERSON_REMOVE,
                        this::remove));
    }

    private Button ofSelected(String key, String id, Ikon icon, Consumer<Person> action) {
        Button button = Nodes.button(at.text(key), icon, "button-outlined", () ->
                action.accept(table.getSelectionModel().getSelectedItem()));
        button.setId(id);
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> at.isReadOnly()
                || at.tasks().isBusy().get()
                || table.getSelectionModel().getSelectedItem() == null,
                table.getSelectionModel().selectedItemProperty(), at.tasks().isBusy()));
        return button;
    }

    private void add() {
        boolean isFirst = isSingleUser;
        PersonForm.askNew(at, isFirst, filled -> at.tasks().command(at.text("person.add"),
                progress -> People.of(at.desk()).add(filled.name(), filled.roles(),
                        filled.password(), at.person()), person -> {
                            at.notices().done(at.text("person.saved", person.name()));
                            refresh();
                            if (isFirst) {
                                signedOn.accept(person.name());
                            }
                        }));
    }

    private void remove(Person person) {
        at.overlay().confirm(at.text("person.remove"), at.text("person.remove.explained",
                person.name()), at.text("person.remove"), () -> change(at.text("person.remove"),
                        () -> {
                            People.of(at.desk()).remove(person.name(), at.person());
                            return person.name();
                        }));
    }

    private void change(String title, Callable<String> work) {
        at.tasks().command(title, progress -> {
            try {
                return work.call();
            } finally {
                Platform.runLater(this::refresh);
            }
        }, name -> at.notices().done(at.text("person.saved", name)));
    }
}
