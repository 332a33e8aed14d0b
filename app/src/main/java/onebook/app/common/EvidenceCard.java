package onebook.app.common;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import onebook.document.Document;
import onebook.ledger.Evidence;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A document over the window, the place that proves a figure marked. */
public final class EvidenceCard {
    private static final int SHOWN = 12;

    private EvidenceCard() { }

    public static void show(Evidence evidence, Workplace at) {
        at.tasks().load(new Latest(), () -> at.desk().document(evidence.document()),
                document -> show(evidence, document, at));
    }

    private static void show(Evidence evidence, Optional<Document> document, Workplace at) {
        PagePicture picture = new PagePicture(at);
        String name = document.map(Document::name).orElse(evidence.document());
        Button close = Nodes.icon(Material2OutlinedAL.CLOSE, at.text("close"), at.overlay()::hide);
        close.setId("close-evidence");
        Node head = Nodes.row(10, Nodes.label(name, "title-4"),
                Nodes.muted("SHA-256 " + evidence.document().substring(0,
                        Math.min(SHOWN, evidence.document().length())) + "…"),
                Nodes.gap(), close);
        BorderPane card = new BorderPane(picture.view());
        card.setTop(head);
        if (!evidence.text().isBlank()) {
            card.setBottom(Nodes.muted(
                    FieldNames.of(evidence.path(), at.texts()) + "   " + evidence.text()));
        }
        card.getStyleClass().add("evidence-card");
        Region overlay = (Region) at.overlay().view();
        card.prefWidthProperty().bind(overlay.widthProperty().multiply(0.72));
        card.prefHeightProperty().bind(overlay.heightProperty().multiply(0.9));
        card.maxWidthProperty().bind(card.prefWidthProperty());
        at.overlay().show(card, close);
        picture.show(evidence.document(), evidence.page(), evidence.box());
    }
}
