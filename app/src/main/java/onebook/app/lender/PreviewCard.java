package onebook.app.lender;

import java.nio.file.Path;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.app.verdict.OfficerView;
import onebook.robot.PackagePreview;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The package before it leaves, as the loan officer will see it, and what goes with it. */
final class PreviewCard {
    private final Workplace at;
    private final VBox view = new VBox(14);

    PreviewCard(Workplace at) {
        this.at = at;
        view.getStyleClass().add("card-box");
        view.setId("preview");
        view.getChildren().setAll(Nodes.blank(Material2OutlinedMZ.REMOVE_RED_EYE,
                at.text("preview.empty"), at.text("preview.empty.advice")));
    }

    Node view() {
        return view;
    }

    void show(PackagePreview preview) {
        FlowPane ways = new FlowPane(8, 6);
        if (preview.verdict().isVerified()) {
            ways.getChildren().add(button("preview-report", at.text("preview.report"),
                    Material2OutlinedMZ.OPEN_IN_NEW, () -> report(preview)));
        }
        ways.getChildren().addAll(
                saved("preview-verifier", at.text("preview.verifier"),
                        Material2OutlinedMZ.SAVE_ALT, preview, PackagePreview::verifier),
                saved("preview-policy", at.text("preview.policy"),
                        Material2OutlinedMZ.VPN_KEY, preview, one -> one.policy(at.desk())));
        view.getChildren().setAll(new VBox(2, Nodes.label(at.text("preview"), "title-4"),
                Nodes.muted(at.text("preview.explained"))), ways,
                OfficerView.of(preview, at));
    }

    private void report(PackagePreview preview) {
        at.tasks().command(at.text("preview.report"), progress -> preview.report(),
                file -> at.files().show(file));
    }

    private Button saved(String id, String title, Ikon icon, PackagePreview preview,
            Function<PackagePreview, Path> writing) {
        return button(id, title, icon, () -> at.tasks().command(title,
                progress -> writing.apply(preview),
                file -> at.notices().done(at.text("saved", file))));
    }

    private Button button(String id, String title, Ikon icon, Runnable action) {
        Button button = Nodes.button(title, icon, "button-outlined", action);
        button.setId(id);
        button.disableProperty().bind(at.tasks().isBusy());
        return button;
    }
}
