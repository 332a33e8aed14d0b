package onebook.app.seal;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.ledger.Period;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The months with their state, what the next close needs, and the checkpoint that seals it. */
public final class SealPage implements Page {

    /** What the page shows, read in one go. */
    private record Content(Optional<Period> last, CloseCard.Content close,
            Optional<String> checkpoint) { }

    private final Workplace at;
    private final VBox cards = new VBox(18);
    private final ScrollPane scroll = new ScrollPane(cards);
    private final Showing stage;
    private final BorderPane view = new BorderPane();

    public SealPage(Workplace at) {
        this.at = at;
        cards.getStyleClass().add("cards");
        stage = new Showing(at);
        scroll.setFitToWidth(true);
        view.setTop(Nodes.head(at.text("seal"), at.text("seal.purpose")));
        view.setCenter(stage.view());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void refresh() {
        stage.read(this::read, this::show);
    }

    private Content read() {
        Optional<Period> last = at.desk().lastClosed();
        Period next = last.map(Period::next).orElse(at.company().from());
        return new Content(last, CloseCard.read(at.desk(), next), at.desk().checkpoint());
    }

    private void show(Content content) {
        stage.show(scroll);
        CloseCard close = new CloseCard(at, content.close());
        cards.getChildren().setAll(close.view(), monthsCard(content.last()),
                checkpointCard(content.checkpoint()));
        if (!at.overlay().isShown()) {
            close.enter(view);
        }
    }

    private Node monthsCard(Optional<Period> last) {
        VBox months = new VBox(6);
        last.ifPresent(end -> {
            for (Period month = at.company().from(); month.compareTo(end) <= 0;
                    month = month.next()) {
                months.getChildren().add(CloseCard.line(Material2OutlinedAL.LOCK, "good",
                        at.text("seal.month", month.year(), month.month())));
            }
        });
        if (last.isEmpty()) {
            months.getChildren().add(Nodes.muted(at.text("seal.none")));
        }
        return CloseCard.card(Nodes.label(at.text("seal.months"), "title-4"), months);
    }

    private Node checkpointCard(Optional<String> checkpoint) {
        TextArea text = new TextArea(checkpoint.orElse(at.text("seal.no-checkpoint")));
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(6);
        text.setId("checkpoint");
        text.getStyleClass().add("note");
        return CloseCard.card(new VBox(2, Nodes.label(at.text("seal.checkpoint"), "title-4"),
                Nodes.muted(at.text("seal.checkpoint.explained"))), text);
    }
}
