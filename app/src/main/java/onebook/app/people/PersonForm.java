package onebook.app.people;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.robot.Person;
import onebook.robot.RefusedException;
import onebook.robot.Role;

/**
 * What is asked about one person: a name, roles, a password typed twice. It stays until the book
 * took it, and says what was refused.
 */
final class PersonForm {
    /** What was filled in. Whoever is given it wipes the password. */
    record Filled(String name, Set<Role> roles, char[] password) { }

    /** What became of it: somebody, or why not. */
    private record Answer(Optional<Person> person, String refused) { }

    private final Workplace at;
    private final Function<Filled, Person> work;
    private final Consumer<Person> done;
    private final TextField name = new TextField();
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final List<CheckBox> roles = new ArrayList<>();
    private final Label refused = SignOnCard.refusedLabel("person-refused");

    /**
     * @param work what the book does with what was filled in; may refuse
     * @param done told whom it concerned
     */
    PersonForm(Workplace at, Function<Filled, Person> work, Consumer<Person> done) {
        this.at = at;
        this.work = work;
        this.done = done;
        name.setId("person-name");
        password.setId("person-password");
        again.setId("person-again");
        for (Role role : Role.values()) {
            CheckBox box = new CheckBox(at.text("role." + role.name()) + " — "
                    + at.text("role." + role.name() + ".may"));
            box.setId("role-" + role.code());
            box.setUserData(role);
            roles.add(box);
        }
    }

    void askNew(boolean isFirst) {
        choose(isFirst ? Set.of(Role.OWNER) : Set.of());
        Node fields = new VBox(10, field("person.name", name), roles(), passwords());
        show(card("person.add", at.text(isFirst ? "person.first" : "person.explained"), fields,
                hasName().and(hasRoles()).and(isTypedTwice())), name);
    }

    void askBack(Person person) {
        concern(person);
        show(card("person.restore", at.text("person.restore.explained"),
                new VBox(10, roles(), passwords()), hasRoles().and(isTypedTwice())),
                roles.get(0));
    }

    void askRoles(Person person) {
        concern(person);
        show(card("person.roles", at.text("person.roles.explained"), roles(), hasRoles()),
                roles.get(0));
    }

    void askPassword(Person person) {
        concern(person);
        show(card("person.new-password", at.text("person.password.explained"), passwords(),
                isTypedTwice()), password);
    }

    void askKey(Person person) {
        concern(person);
        show(card("person.new-key", at.text("person.key.explained"), passwords(),
                isTypedTwice()), password);
    }

    private void concern(Person person) {
        name.setText(person.name());
        choose(person.roles());
    }

    private void choose(Set<Role> chosen) {
        roles.forEach(box -> box.setSelected(chosen.contains(box.getUserData())));
    }

    private VBox card(String title, String explained, Node fields, BooleanBinding isFilled) {
        Button save = Nodes.button(at.text("person.save"), "accent", this::save);
        save.setId("person-save");
        save.setDefaultButton(true);
        save.disableProperty().bind(isFilled.not().or(at.tasks().isBusy()));
        return at.overlay().card(at.text(title, titled()), explained,
                new VBox(10, fields, refused), save);
    }

    private Object[] titled() {
        return name.getText().isEmpty() ? new Object[0] : new Object[] {name.getText()};
    }

    private void show(VBox card, Node focus) {
        at.overlay().show(card, focus);
    }

    private void save() {
        Filled filled = new Filled(name.getText().strip(), chosen(),
                password.getText().toCharArray());
        at.tasks().command(at.text("person.save"), progress -> answer(filled), answer -> {
            password.clear();
            again.clear();
            refused.setText(answer.refused());
            answer.person().ifPresent(person -> {
                at.overlay().answered();
                done.accept(person);
            });
        });
    }

    private Answer answer(Filled filled) {
        try {
            return new Answer(Optional.of(work.apply(filled)), "");
        } catch (RefusedException wrong) {
            return new Answer(Optional.empty(), at.texts().refused(wrong));
        }
    }

    private VBox roles() {
        VBox boxes = new VBox(6, Nodes.muted(at.text("person.duties")));
        boxes.getChildren().addAll(roles);
        return boxes;
    }

    private VBox passwords() {
        return new VBox(10, field("person.password", password), field("person.again", again));
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
