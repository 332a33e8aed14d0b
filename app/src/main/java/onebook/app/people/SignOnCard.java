package onebook.app.people;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import onebook.app.common.Files;
import onebook.app.common.Nodes;
import onebook.app.common.Overlay;
import onebook.app.common.Tasks;
import onebook.app.common.Texts;
import onebook.robot.Desk;
import onebook.robot.Person;
import onebook.robot.RefusedException;
import onebook.robot.SignOn;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Asks who somebody is: a name with a password, or with a key file and its password. */
public final class SignOnCard {
    private final Texts texts;
    private final Tasks tasks;
    private final Overlay overlay;
    private final Files files;
    private final TextField name = new TextField();
    private final PasswordField password = new PasswordField();
    private final Label refused = refusedLabel("sign-on-refused");
    private final Label key = Nodes.muted("");
    private Optional<Path> keyFile = Optional.empty();

    /** What became of an attempt: somebody, or why not. */
    private record Attempt(Optional<Person> person, String refused) { }

    public SignOnCard(Texts texts, Tasks tasks, Overlay overlay, Files files) {
        this.texts = texts;
        this.tasks = tasks;
        this.overlay = overlay;
        this.files = files;
        name.setId("sign-on-name");
        password.setId("sign-on-password");
    }

    /**
     * @param usual the name that is offered
     * @param entered told who signed on
     * @param dismissed runs where nobody does
     */
    public void ask(Desk desk, String usual, Consumer<Person> entered, Runnable dismissed) {
        name.setText(usual);
        Button go = Nodes.button(texts.get("sign-on.do"), "accent", () -> attempt(desk, entered));
        go.setId("sign-on-do");
        go.setDefaultButton(true);
        go.disableProperty().bind(Bindings.createBooleanBinding(() -> name.getText().isBlank()
                || password.getText().isEmpty() || tasks.isBusy().get(), name.textProperty(),
                password.textProperty(), tasks.isBusy()));
        overlay.show(overlay.card(texts.get("sign-on"), texts.get("sign-on.explained",
                desk.company().name()), fields(), go), usual.isBlank() ? name : password,
                dismissed);
    }

    private Node fields() {
        Button choose = Nodes.button(texts.get("sign-on.key"), Material2OutlinedMZ.VPN_KEY, "flat",
                () -> files.askOne(texts.get("sign-on.key"), ".p12").ifPresent(file -> {
                    keyFile = Optional.of(file);
                    key.setText(file.getFileName().toString());
                }));
        choose.setId("sign-on-key");
        return new VBox(10, field("person.name", name), field("person.password", password),
                Nodes.row(8, choose, key), refused);
    }

    /** Says on a card what was refused, and takes no room before. */
    static Label refusedLabel(String id) {
        Label refused = Nodes.label("", "refused");
        refused.setId(id);
        refused.setWrapText(true);
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        return refused;
    }

    private VBox field(String text, TextField field) {
        field.setAccessibleText(texts.get(text));
        return new VBox(3, Nodes.muted(texts.get(text)), field);
    }

    private void attempt(Desk desk, Consumer<Person> entered) {
        char[] typed = password.getText().toCharArray();
        String who = name.getText().strip();
        password.clear();
        tasks.command(texts.get("sign-on"), progress -> attempt(desk, who, typed), attempt -> {
            refused.setText(attempt.refused());
            attempt.person().ifPresentOrElse(person -> {
                overlay.answered();
                entered.accept(person);
            }, password::requestFocus);
        });
    }

    private Attempt attempt(Desk desk, String who, char[] typed) {
        try {
            SignOn signOn = SignOn.to(desk);
            return new Attempt(Optional.of(keyFile.isPresent()
                    ? signOn.withKey(who, keyFile.get(), typed)
                    : signOn.withPassword(who, typed)), "");
        } catch (RefusedException wrong) {
            return new Attempt(Optional.empty(), texts.refused(wrong));
        }
    }
}
