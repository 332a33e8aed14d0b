package onebook.app.people;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.robot.Person;
import onebook.robot.Role;

/** What is asked about one person: a name, roles, a password typed twice. */
final class PersonForm {
    /** What was filled in. */
    record Filled(String name, Set<Role> roles, char[] password) { }

    private final Workplace at;
    private final TextField name = new TextField();
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final List<CheckBox> roles = new ArrayList<>();

    private PersonForm(Workplace at) {
        this.at = at;
        name.setId("person-name");
        password.setId("person-password");
        again.setId("person-again");
        for (Role role : Role.values()) {
            CheckBox box = new CheckBox(at.text("role." + role.name()));
            box.setId("role-" + role.code());
            box.setUserData(role);
            roles.add(box);
        }
    }

    static void askNew(Workplace at, boolean isFirst, Consumer<Filled> filled) {
        PersonForm form = new PersonForm(at);
        form.roles.forEach(box -> box.setSelected(isFirst && box.getUserData() == Role.OWNER));
        VBox fields = new VBox(10, form.field("person.name", form.name), form.roles(),
                form.field("person.password", form.password),
                form.field("person.again", form.again));
        form.show(at.text("person.add"), at.text(isFirst ? "person.first" : "person.explained"),
                fields, form.name, form.hasName().and(form.hasRoles()).and(form.isTypedTwice()),
                () -> filled.accept(new Filled(form.name.getText().strip(), form.chosen(),
                        form.password.getText().toCharArray())));
    }

    static void askRoles(Workplace at, Person person, BiConsumer<Person, Set<Role>> filled) {
        PersonForm form = new PersonForm(at);
        form.roles.forEach(box -> box.setSelected(person.roles().contains(box.getUserData())));
        form.show(at.text("person.roles", person.name()), at.text("person.roles.explained"),
                form.roles(), form.roles.get(0), form.hasRoles(),
                () -> filled.accept(person, form.chosen()));
    }

    static void askPassword(Workplace at, Person person, BiConsumer<Person, char[]> filled) {
        PersonForm form = new PersonForm(at);
        VBox fields = new VBox(10, form.field("person.password", form.password),
                form.field("person.again", form.again));
        form.show(at.text("person.new-password", person.name()),
                at.text("person.password.explained"), fields, form.password, form.isTypedTwice(),
                () -> filled.accept(person, form.password.getText().toCharArray()));
    }

    private void show(String title, String explained, Node fields, Node focus,
            BooleanBinding isFilled, Runnable then) {
        Button save = Nodes.button(at.text("person.save"), "accent", () -> {
            at.overlay().answered();
            then.run();
            password.clear();
            again.clear();
        });
        save.setId("person-save");
        save.setDefaultButton(true);
        save.disableProperty().bind(isFilled.not());
        at.overlay().show(at.overlay().card(title, explained, fields, save), focus);
    }

    private VBox roles() {
        VBox boxes = new VBox(6, Nodes.muted(at.text("person.duties")));
        boxes.getChildren().addAll(roles);
        return boxes;
    }

    private VBox field(String key, TextField field) {
        field.setAccessibleText(at.text(key));
        return new VBox(3, Nodes.muted(at.text(key)), field);
    }

    private Set<Role> chosen() {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        roles.stream().filter(CheckBox::isSelected)
                .forEach(box -> chosen.add((Role) box.getUserData()));
        return chosen;
    }

    private BooleanBinding hasName() {
        return Bindings.createBooleanBinding(() -> !name.getText().isBlank(),
                name.textProperty());
    }

    private BooleanBinding hasRoles() {
        return Bindings.createBooleanBinding(() -> !chosen().isEmpty(), roles.stream()
                .map(CheckBox::selectedProperty).toArray(Observable[]::new));
    }

    private BooleanBinding isTypedTwice() {
        return Bindings.createBooleanBinding(() -> !password.getText().isEmpty()
                && password.getText().equals(again.getText()), password.textProperty(),
                again.textProperty());
    }
}
