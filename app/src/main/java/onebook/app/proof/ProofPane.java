package onebook.app.proof;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.ledger.Problem;
import onebook.robot.Anchoring;
import onebook.robot.Outside;

/** How the book is sealed, who outside has seen it, and who is asked. */
public final class ProofPane {
    private final Workplace at;
    private final Showing stage;
    private final VBox cards = new VBox(18);
    private final ScrollPane scroll = new ScrollPane(cards);
    private final PlacesCard places;
    private final CarryCard carry;
    private List<Problem> failures = List.of();

    /** What is shown, read in one go. */
    private record Content(Outside outside, Anchoring.Places places) { }

    public ProofPane(Workplace at) {
        this.at = at;
        stage = new Showing(at);
        places = new PlacesCard(at);
        carry = new CarryCard(at, this::anchored);
        cards.getStyleClass().add("cards");
        scroll.setFitToWidth(true);
    }

    public Node view() {
        return stage.view();
    }

    public void refresh() {
        stage.read(() -> new Content(Outside.of(at.desk()), at.desk().anchoring().places()),
                this::show);
    }

    private void show(Content content) {
        places.show(content.places());
        StateCard state = new StateCard(at, content.outside(), content.places(), this::anchor);
        cards.getChildren().setAll(state.view(failures), new AnchorTable(at).of(
                content.outside()), places.view(), carry.view(), state.head());
        stage.show(scroll);
    }

    /** Every place that the company settled on is asked, one after the other. */
    private void anchor() {
        failures = List.of();
        at.tasks().command(at.text("proof.anchoring"), progress -> {
            Anchoring anchoring = at.desk().anchoring();
            return anchoring.anchor(anchoring.places(), at.person(), progress);
        }, this::anchored);
    }

    private void anchored(Anchoring.Result result) {
        failures = result.failures();
        if (failures.isEmpty()) {
            at.notices().done(at.text("proof.anchored", result.anchor().size()));
        } else {
            at.notices().refused(at.text("proof.anchored.partly", result.anchor().size(),
                    failures.size()), "");
        }
        at.ways().bookChanged();
    }

    static VBox card(Node... parts) {
        VBox card = new VBox(12, parts);
        card.getStyleClass().add("card-box");
        return card;
    }

    static Node title(Workplace at, String key) {
        Label explained = Nodes.muted(at.text(key + ".explained"));
        explained.setWrapText(true);
        return new VBox(2, Nodes.label(at.text(key), "title-4"), explained);
    }
}
