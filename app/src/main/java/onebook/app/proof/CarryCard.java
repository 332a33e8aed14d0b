package onebook.app.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.robot.Anchoring;
import onebook.robot.Carried;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Anchoring without a line to anybody: a request is carried to a witness, its answer back. */
final class CarryCard {
    private final Workplace at;
    private final Consumer<Anchoring.Result> anchored;
    private final TextField seen = new TextField();
    private final VBox view;

    CarryCard(Workplace at, Consumer<Anchoring.Result> anchored) {
        this.at = at;
        this.anchored = anchored;
        seen.setId("carry-seen");
        seen.setPromptText(at.text("carry.seen.prompt"));
        seen.setPrefColumnCount(14);
        seen.setTextFormatter(new TextFormatter<>(change ->
                change.getControlNewText().matches("[0-9]{0,12}") ? change : null));
        view = ProofPane.card(ProofPane.title(at, "carry"), new VBox(3,
                Nodes.muted(at.text("carry.seen")), seen), new FlowPane(8, 8,
                button("carry-request", at.text("carry.request"), Material2OutlinedMZ.SAVE_ALT,
                        () -> request(".txt")),
                button("carry-picture", at.text("carry.picture"), Material2OutlinedMZ.QR_CODE,
                        () -> request(".png")),
                button("carry-response", at.text("carry.response"),
                        Material2OutlinedAL.FOLDER_OPEN, this::response)));
    }

    private Button button(String id, String title, Ikon icon, Runnable action) {
        Button button = Nodes.whileIdle(Nodes.button(title, icon, "button-outlined", action),
                at);
        button.setId(id);
        return button;
    }

    Node view() {
        return view;
    }

    private void request(String ending) {
        String typed = seen.getText();
        Optional<Long> old = typed.isEmpty() ? Optional.empty()
                : Optional.of(Long.valueOf(typed));
        String name = at.company().taxId() + "-request" + ending;
        at.files().askNew(at.text("carry.request"), name).ifPresent(chosen -> {
            Path file = chosen.toString().endsWith(ending) ? chosen
                    : chosen.resolveSibling(chosen.getFileName() + ending);
            at.tasks().command(at.text("carry.request"), progress -> Carried.write(
                    at.desk().anchoring().request(old, at.person()), file),
                    done -> at.notices().done(at.text("saved", done)));
        });
    }

    private void response() {
        at.files().askOne(at.text("carry.response"), "").ifPresent(file ->
                at.tasks().command(at.text("carry.response"), progress -> at.desk().anchoring()
                        .response(Carried.read(file), List.of(), at.person()), anchored));
    }
}
