package onebook.app.lender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.app.verdict.VerdictView;
import onebook.lender.PackageVerifier;
import onebook.lender.Policy;
import onebook.lender.Verdict;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Judges a package that was dropped here or chosen, with the keys of the policy file. */
final class VerifyCard {
    private final Workplace at;
    private final Label policyName = Nodes.muted("");
    private final VBox verdict = new VBox();
    private final VBox view;
    private Optional<Path> policy = Optional.empty();
    private Optional<Path> judged = Optional.empty();

    VerifyCard(Workplace at) {
        this.at = at;
        policyName.setText(at.text("lender.no-policy"));
        Button choose = Nodes.button(at.text("lender.choose"), Material2OutlinedAL.FOLDER_OPEN,
                "button-outlined", () -> at.files().askOne(at.text("lender.choose"), ".obk")
                        .ifPresent(this::judge));
        choose.setId("verify");
        choose.disableProperty().bind(at.tasks().isBusy());
        VBox drop = new VBox(8, new FontIcon(Material2OutlinedMZ.VERIFIED),
                Nodes.muted(at.text("lender.drop")), choose);
        drop.getStyleClass().add("drop");
        drop.setOnDragOver(this::over);
        drop.setOnDragDropped(this::dropped);
        Button keys = Nodes.button(at.text("lender.policy"), Material2OutlinedMZ.VPN_KEY, "flat",
                () -> at.files().askOne(at.text("lender.policy"), ".txt").ifPresent(this::with));
        keys.setId("policy");
        view = new VBox(14, new VBox(2, Nodes.label(at.text("lender.verify.title"), "title-4"),
                Nodes.muted(at.text("lender.verify.explained"))),
                Nodes.row(8, keys, policyName), drop, verdict);
        view.getStyleClass().add("card-box");
    }

    Node view() {
        return view;
    }

    private void judge(Path file) {
        judged = Optional.of(file);
        Optional<Path> keys = policy;
        at.tasks().command(at.text("lender.verifying"), progress -> verdict(file, keys),
                found -> verdict.getChildren().setAll(VerdictView.of(found, file, at)));
    }

    private static Verdict verdict(Path file, Optional<Path> keys) throws IOException {
        Policy known = keys.isPresent() ? Policy.parse(Files.readString(keys.get()))
                : Policy.none();
        return PackageVerifier.verify(file, known, Optional.empty());
    }

    private void with(Path file) {
        policy = Optional.of(file);
        policyName.setText(file.getFileName().toString());
        judged.ifPresent(this::judge);
    }

    private void over(DragEvent drag) {
        if (drag.getDragboard().hasFiles()) {
            drag.acceptTransferModes(TransferMode.COPY);
        }
        drag.consume();
    }

    private void dropped(DragEvent drag) {
        drag.getDragboard().getFiles().stream().findFirst()
                .ifPresent(file -> judge(file.toPath()));
        drag.setDropCompleted(true);
        drag.consume();
    }
}
