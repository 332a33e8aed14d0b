package onebook.app.seal;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.Place;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.robot.EntryFilter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The months with their state, what the next close needs, and the checkpoint that seals it. */
public final class SealPage implements Page {

    /** What the page shows, read in one go. */
    private record Content(List<Period> closed, Period next, Optional<Refusal> blocked,
            int waiting, Optional<String> checkpoint) { }

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
        List<Period> closed = at.desk().entries(EntryFilter.ALL).stream()
                .map(JournalEntry::period).distinct().sorted()
                .filter(one -> last.map(end -> one.compareTo(end) <= 0).orElse(false)).toList();
        return new Content(closed, next, at.desk().closeBlocked(next),
                at.desk().waitingThrough(next).size(), at.desk().checkpoint());
    }

    private void show(Content content) {
        stage.show(scroll);
        cards.getChildren().setAll(closeCard(content),
                monthsCard(content.closed()), checkpointCard(content.checkpoint()));
    }

    private Node closeCard(Content content) {
        Period next = content.next();
        Button close = Nodes.whileIdle(Nodes.button(at.text("seal.close", next),
                Material2OutlinedAL.LOCK, "accent", () -> ask(next)), at);
        close.setId("close-month");
        VBox words = new VBox(2, Nodes.label(at.text("seal.next", next), "title-4"),
                Nodes.muted(at.text("seal.next.explained")));
        return card(Nodes.row(8, words, Nodes.gap(), close), content.blocked().map(this::block)
                .orElseGet(() -> waiting(content.waiting())));
    }

    private Node waiting(int number) {
        if (number == 0) {
            return line(Material2OutlinedAL.CHECK_CIRCLE, "good", at.text("seal.ready"));
        }
        Button go = Nodes.button(at.text("seal.go"), "flat", () -> at.ways().go(Place.INBOX));
        return Nodes.row(10, line(Material2OutlinedMZ.WARNING, "warn",
                at.text("seal.waiting", number)), go);
    }

    private Node block(Refusal blocked) {
        Button go = Nodes.button(at.text("seal.go"), "flat",
                () -> at.ways().go(placeFor(blocked)));
        return Nodes.row(10, line(Material2OutlinedMZ.WARNING, "bad",
                at.texts().refusal(blocked)), go);
    }

    private static Place placeFor(Refusal blocked) {
        return switch (blocked) {
            case BANK_IS_NOT_RECONCILED, BALANCE_DOES_NOT_CONTINUE -> Place.BANK;
            case DEBITS_NOT_EQUAL_CREDITS -> Place.LEDGER;
            default -> Place.INBOX;
        };
    }

    private void ask(Period period) {
        at.overlay().confirm(at.text("seal.close", period), at.text("seal.close.explained"),
                at.text("seal.close.do"), () -> at.tasks().command(at.text("seal.closing"),
                        progress -> at.desk().close(period, at.person()), report -> {
                            at.notices().done(at.text("seal.closed", period));
                            at.ways().bookChanged();
                        }));
    }

    private Node monthsCard(List<Period> closed) {
        VBox months = new VBox(6);
        closed.forEach(month -> months.getChildren().add(line(Material2OutlinedAL.LOCK, "good",
                at.text("seal.month", month.year(), month.month()))));
        if (closed.isEmpty()) {
            months.getChildren().add(Nodes.muted(at.text("seal.none")));
        }
        return card(Nodes.label(at.text("seal.months"), "title-4"), months);
    }

    private Node checkpointCard(Optional<String> checkpoint) {
        TextArea text = new TextArea(checkpoint.orElse(at.text("seal.no-checkpoint")));
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(6);
        text.setId("checkpoint");
        text.getStyleClass().add("note");
        return card(new VBox(2, Nodes.label(at.text("seal.checkpoint"), "title-4"),
                Nodes.muted(at.text("seal.checkpoint.explained"))), text);
    }

    private static Node line(Ikon icon, String style, String words) {
        Label sentence = Nodes.label(words);
        sentence.setWrapText(true);
        FontIcon sign = new FontIcon(icon);
        sign.getStyleClass().add(style);
        return Nodes.row(8, sign, sentence);
    }

    private static VBox card(Node... parts) {
        VBox card = new VBox(14, parts);
        card.getStyleClass().add("card-box");
        return card;
    }
}
