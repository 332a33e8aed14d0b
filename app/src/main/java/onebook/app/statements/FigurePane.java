package onebook.app.statements;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import onebook.app.common.EntryCell;
import onebook.app.common.Figures;
import onebook.app.common.Latest;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.AccountCode;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.report.Term;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What stands behind one amount: the lines it adds or its accounts, and its entries. */
final class FigurePane {
    private static final int MOST = 200;
    private static final int PARTS_SEEN = 6;
    private static final double PART = 36;

    /** What an amount is made of; leads to another line or to an account. */
    private record Part(String name, Money amount, Runnable way) { }

    /** The ways out of the pane. */
    record Ways(Consumer<Spot> toLine, Runnable close) { }

    private final Workplace at;
    private final FormWords words;
    private final Ways ways;
    private final Latest latest = new Latest();
    private final Label caption = Nodes.label("", "section");
    private final Label amount = Nodes.label("", "money", "figure");
    private final Label entriesHead = Nodes.label("", "section");
    private final ListView<Part> parts = new ListView<>();
    private final ListView<JournalEntry> entries = new ListView<>();
    private final VBox view;

    FigurePane(Workplace at, FormWords words, Ways ways) {
        this.at = at;
        this.words = words;
        this.ways = ways;
        caption.setWrapText(true);
        parts.setId("figure-parts");
        parts.setFixedCellSize(PART);
        parts.setCellFactory(made -> new PartCell());
        entries.setId("figure-entries");
        entries.setCellFactory(made -> new EntryCell());
        list(parts, part -> part.way().run());
        list(entries, entry -> at.ways().toEntry(entry.number()));
        Node close = Nodes.icon(Material2OutlinedAL.CLOSE, at.text("close"), ways.close());
        close.setId("figure-close");
        VBox head = new VBox(4, Nodes.row(4, caption, Nodes.gap(), close), amount);
        head.getStyleClass().add("sources-head");
        entriesHead.getStyleClass().add("list-count");
        view = new VBox(head, parts, entriesHead, Nodes.fill(entries));
        view.setId("figure");
        view.setMinWidth(240);
        view.setPrefWidth(300);
        view.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                ways.close().run();
            }
        });
    }

    private static <T> void list(ListView<T> list, Consumer<T> opened) {
        list.getStyleClass().add("waiting-list");
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                open(list, opened);
            }
        });
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                open(list, opened);
            }
        });
    }

    private static <T> void open(ListView<T> list, Consumer<T> opened) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(opened);
    }

    Node view() {
        return view;
    }

    /** The keyboard goes to the entries. */
    void focus() {
        entries.requestFocus();
    }

    void show(Spot spot, Period month) {
        caption.setText(at.text("statements.figure", spot.number(),
                words.caption(spot.row()).strip(), words.column(spot.form(), spot.isFirst())));
        amount.setText(Figures.of(spot.figure().amount()));
        List<Part> made = parts(spot, month);
        parts.getItems().setAll(made);
        parts.setVisible(!made.isEmpty());
        parts.setManaged(!made.isEmpty());
        double height = Math.min(PARTS_SEEN, made.size()) * PART + 2;
        parts.setMinHeight(height);
        parts.setMaxHeight(height);
        entries.getItems().clear();
        entries.setPlaceholder(Nodes.muted(at.text("reading")));
        entriesHead.setText(at.text("statements.entries"));
        at.tasks().load(latest, () -> at.desk().entries(spot.figure(), MOST), this::show, () ->
                entries.setPlaceholder(Nodes.muted(at.text("unread"))));
    }

    private void show(List<JournalEntry> found) {
        entries.setPlaceholder(Nodes.muted(at.text("statements.no-entries")));
        entries.getItems().setAll(found);
        entries.getSelectionModel().selectFirst();
        entriesHead.setText(at.text(found.size() == MOST ? "statements.first-entries"
                : "statements.entries-count", found.size()));
    }

    private List<Part> parts(Spot spot, Period month) {
        List<Integer> addends = spot.form().form().totals().getOrDefault(spot.number(), List.of());
        return addends.isEmpty()
                ? spot.figure().terms().stream().map(term -> part(term, month)).toList()
                : addends.stream().map(line -> spot.on(Math.abs(line)))
                        .filter(one -> !one.figure().amount().isZero()).map(this::part).toList();
    }

    private Part part(Spot line) {
        return new Part(line.number() + "  " + words.caption(line.row()).strip(),
                line.figure().amount(), () -> ways.toLine().accept(line));
    }

    private Part part(Term term, Period month) {
        AccountCode code = account(term);
        String party = term instanceof Term.Balance one ? one.party().orElse("") : "";
        String name = at.desk().chart().find(code).map(at.texts()::account)
                .orElse(code.toString());
        return new Part(party.isEmpty() ? name : name + " · " + party, term.amount(),
                () -> at.ways().toAccount(code, month));
    }

    private static AccountCode account(Term term) {
        if (term instanceof Term.Balance one) {
            return one.account();
        }
        return term instanceof Term.OneSide one ? one.account() : ((Term.Flow) term).contra();
    }

    private static final class PartCell extends ListCell<Part> {
        private final Label name = Nodes.label("");
        private final Label amount = Nodes.label("", "money");
        private final HBox row = Nodes.row(8, name, Nodes.gap(), amount);

        private PartCell() {
            getStyleClass().add("figure-part");
            amount.setMinWidth(Label.USE_PREF_SIZE);
            row.prefWidthProperty().bind(widthProperty().subtract(30));
        }

        @Override
        protected void updateItem(Part part, boolean isEmpty) {
            super.updateItem(part, isEmpty);
            if (isEmpty || part == null) {
                setGraphic(null);
                return;
            }
            name.setText(part.name());
            amount.setText(Figures.of(part.amount()));
            amount.getStyleClass().remove("red");
            if (part.amount().isNegative()) {
                amount.getStyleClass().add("red");
            }
            setGraphic(row);
        }
    }
}
