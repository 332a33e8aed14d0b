package onebook.app.review;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import onebook.app.common.FieldNames;
import onebook.app.common.Latest;
import onebook.app.common.Nodes;
import onebook.app.common.PagePicture;
import onebook.app.common.Workplace;
import onebook.document.Document;
import onebook.document.Reading;
import onebook.invoice.Invoice;
import onebook.ledger.Evidence;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A document over the window: its picture with the proof marked, and all that was read from it. */
public final class EvidenceCard {
    private static final int SHOWN = 12;

    /** What is shown, read in one go. */
    private record Content(Optional<Document> document, Optional<Reading<Invoice>> reading) { }

    private EvidenceCard() { }

    public static void show(Evidence evidence, Workplace at) {
        String id = evidence.document();
        at.tasks().load(new Latest(), () -> new Content(at.desk().document(id),
                at.desk().reading(id)), content -> show(evidence, content, at));
    }

    private static void show(Evidence evidence, Content content, Workplace at) {
        PagePicture picture = new PagePicture(at);
        Button close = Nodes.icon(Material2OutlinedAL.CLOSE, at.text("close"), at.overlay()::hide);
        close.setId("close-evidence");
        BorderPane card = new BorderPane(picture.view());
        card.setTop(head(evidence, content.document(), close));
        card.setRight(words(evidence, content, picture, at));
        card.getStyleClass().add("evidence-card");
        Region overlay = (Region) at.overlay().view();
        card.prefWidthProperty().bind(overlay.widthProperty().multiply(0.86));
        card.prefHeightProperty().bind(overlay.heightProperty().multiply(0.9));
        card.maxWidthProperty().bind(card.prefWidthProperty());
        at.overlay().show(card, close);
        picture.show(evidence.document(), evidence.page(), evidence.box());
    }

    private static Node head(Evidence evidence, Optional<Document> document, Button close) {
        String id = evidence.document();
        Node head = Nodes.row(10,
                Nodes.label(document.map(Document::name).orElse(id), "title-4"),
                Nodes.muted("SHA-256 " + id.substring(0, Math.min(SHOWN, id.length())) + "…"),
                Nodes.gap(), close);
        head.getStyleClass().add("evidence-head");
        return head;
    }

    private static Node words(Evidence evidence, Content content, PagePicture picture,
            Workplace at) {
        VBox words = new VBox(10);
        if (!evidence.text().isBlank()) {
            words.getChildren().add(new VBox(1,
                    Nodes.muted(FieldNames.of(evidence.path(), at.texts())),
                    Nodes.label(evidence.text(), "title-4")));
        }
        FieldList fields = new FieldList(at, field -> picture.read(evidence.document(),
                field.page(), field.box()));
        content.reading().ifPresent(fields::show);
        words.getChildren().add(fields.view());
        words.getStyleClass().add("evidence-words");
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefWidth(350);
        return scroll;
    }
}
