package onebook.app.lender;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.Workplace;

/** Two cards: write a package, and judge one. */
public final class LenderPage implements Page {
    private final PackCard pack;
    private final VerifyCard verify;
    private final BorderPane view = new BorderPane();

    public LenderPage(Workplace at) {
        verify = new VerifyCard(at);
        pack = new PackCard(at, verify::judgeOwn);
        VBox cards = new VBox(18, pack.view(), verify.view());
        cards.getStyleClass().add("cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        view.setTop(Nodes.head(at.text("lender"), at.text("lender.purpose")));
        view.setCenter(scroll);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void enter() {
        pack.enter();
    }

    @Override
    public void refresh() {
        pack.refresh();
    }
}
