package onebook.app.seal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.app.proof.ProofPane;
import onebook.app.proof.ReceiptPane;
import onebook.ledger.Period;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What the next close needs and the months with their state; the proof outside; receipts. */
public final class SealPage implements Page {

    /** What the first tab shows, read in one go. */
    private record Content(Optional<Period> last, CloseCard.Content close) { }

    private final Workplace at;
    private final VBox cards = new VBox(18);
    private final ScrollPane scroll = new ScrollPane(cards);
    private final Showing stage;
    private final ProofPane proof;
    private final ReceiptPane receipts;
    private final TabPane tabs;
    private final BorderPane view = new BorderPane();

    public SealPage(Workplace at) {
        this.at = at;
        cards.getStyleClass().add("cards");
        stage = new Showing(at);
        proof = new ProofPane(at);
        receipts = new ReceiptPane(at);
        scroll.setFitToWidth(true);
        tabs = new TabPane(tab(at.text("seal.tab.close"), stage.view()),
                tab(at.text("seal.tab.proof"), proof.view()),
                tab(at.text("seal.tab.receipts"), receipts.view()));
        tabs.getStyleClass().add("page-tabs");
        tabs.setId("seal-tabs");
        view.setTop(Nodes.head(at.text("seal"), at.text("seal.purpose")));
        view.setCenter(tabs);
    }

    private static Tab tab(String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void enter() {
        tabs.requestFocus();
    }

    @Override
    public void refresh() {
        stage.read(this::read, this::show);
        proof.refresh();
    }

    private Content read() {
        Optional<Period> last = at.desk().lastClosed();
        Period next = last.map(Period::next).orElse(at.company().from());
        return new Content(last, CloseCard.read(at.desk(), next));
    }

    private void show(Content content) {
        stage.show(scroll);
        List<Period> months = closed(content.last());
        CloseCard close = new CloseCard(at, content.close());
        cards.getChildren().setAll(close.view(), monthsCard(months));
        receipts.show(months);
        if (!at.overlay().isShown() && tabs.getSelectionModel().getSelectedIndex() == 0) {
            close.enter(view);
        }
    }

    private List<Period> closed(Optional<Period> last) {
        List<Period> months = new ArrayList<>();
        last.ifPresent(end -> {
            for (Period month = at.company().from(); month.compareTo(end) <= 0;
                    month = month.next()) {
                months.add(month);
            }
        });
        Collections.reverse(months);
        return months;
    }

    private Node monthsCard(List<Period> closed) {
        VBox months = new VBox(6);
        closed.forEach(month -> months.getChildren().add(CloseCard.line(
                Material2OutlinedAL.LOCK, "good",
                at.text("seal.month", month.year(), month.month()))));
        if (closed.isEmpty()) {
            months.getChildren().add(Nodes.muted(at.text("seal.none")));
        }
        return CloseCard.card(Nodes.label(at.text("seal.months"), "title-4"), months);
    }
}
