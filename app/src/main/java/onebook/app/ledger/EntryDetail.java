package onebook.app.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import onebook.app.common.FieldNames;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** One entry as a voucher: its lines, why it is there, and what proves it. */
final class EntryDetail {
    private final Workplace at;
    private final VBox card = new VBox(12);
    private final ScrollPane view = new ScrollPane(card);
    private Map<AccountCode, Account> names = Map.of();

    EntryDetail(Workplace at) {
        this.at = at;
        card.getStyleClass().add("voucher");
        view.setFitToWidth(true);
        view.setMinWidth(310);
        view.setId("entry");
        clear();
    }

    Node view() {
        return view;
    }

    void name(Map<AccountCode, Account> accounts) {
        names = accounts;
    }

    void clear() {
        card.getChildren().setAll(Nodes.muted(at.text("entry.choose")));
    }

    /** What may be done about an entry that is wrong, or too small. */
    record Acts(Runnable correct, Runnable replace, Runnable supplement) { }

    /** @param takenBackBy the red entry that took it back */
    void show(JournalEntry entry, Optional<EntryNumber> takenBackBy, String rule, Acts acts) {
        Label summary = wrapped(entry.summary(), "title-4");
        card.getChildren().setAll(
                Nodes.row(8, Nodes.label(entry.number().toString(), "entry-number"),
                        Nodes.muted(entry.date().toString()), Nodes.gap(),
                        Nodes.label(at.text("kind." + entry.kind().name()), "pill")),
                summary, lines(entry),
                fact(at.text("why"), at.texts().say(at.desk().reason(entry.why()))),
                fact(at.text("rule"), rule),
                fact(at.text("entry.hands"), at.text("entry.hands.names",
                        who(entry.hands().preparer()), who(entry.hands().reviewer()),
                        who(entry.hands().poster()))));
        takenBackBy.ifPresent(red -> card.getChildren().add(1,
                Nodes.label(at.text("entry.taken-back", red), "pill", "pill-warning")));
        entry.corrects().ifPresent(wrong -> card.getChildren().add(fact(at.text("entry.corrects"),
                wrong.toString())));
        card.getChildren().add(evidence(entry));
        if (entry.corrects().isEmpty() && takenBackBy.isEmpty()) {
            card.getChildren().add(new FlowPane(6, 6,
                    way("correct", Material2OutlinedMZ.UNDO, acts.correct()),
                    way("replace", Material2OutlinedAL.EDIT, acts.replace()),
                    way("supplement", Material2OutlinedAL.ADD, acts.supplement())));
        }
    }

    /** Does what the button of that name would, where it is offered. */
    void act(String name) {
        if (card.lookup("#" + name) instanceof Button button) {
            button.fire();
        }
    }

    private Node way(String name, Ikon icon, Runnable act) {
        Button button = Nodes.button(at.text("entry." + name), icon, "button-outlined", act);
        button.setId(name);
        return Nodes.whileIdle(button, at);
    }

    private Node lines(JournalEntry entry) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("voucher-lines");
        ColumnConstraints account = new ColumnConstraints();
        account.setHgrow(Priority.ALWAYS);
        ColumnConstraints money = new ColumnConstraints();
        money.setHalignment(HPos.RIGHT);
        money.setMinWidth(76);
        grid.getColumnConstraints().addAll(account, money, money);
        grid.addRow(0, Nodes.muted(at.text("account")), Nodes.muted(at.text("debit")),
                Nodes.muted(at.text("credit")));
        for (Posting line : entry.postings()) {
            grid.addRow(grid.getRowCount(), account(line), figure(line, Side.DEBIT),
                    figure(line, Side.CREDIT));
        }
        grid.addRow(grid.getRowCount(), Nodes.muted(at.text("total")),
                Nodes.label(Figures.of(entry.total()), "money", "total"),
                Nodes.label(Figures.of(entry.total()), "money", "total"));
        return grid;
    }

    private Node account(Posting line) {
        Account account = names.get(line.account());
        Label name = wrapped(account == null ? line.account().toString()
                : at.texts().account(account));
        String more = more(line);
        return more.isBlank() ? name : new VBox(name, wrapped(more, "text-muted", "text-small"));
    }

    /** What a line says besides account and amount. */
    private String more(Posting line) {
        Posting.Details details = line.details();
        Stream<String> dimensions = details.dimensions().entrySet().stream().map(one ->
                at.text("dimension." + one.getKey().name()) + " " + one.getValue());
        Stream<String> figures = Stream.concat(
                details.foreign().map(one -> Figures.of(one.amount()) + " × "
                        + one.rate().toPlainString()).stream(),
                details.quantity().map(one -> one.count().toPlainString() + " × "
                        + one.unitPrice().toPlainString()).stream());
        return Stream.of(Stream.of(line.party(), details.memo()), dimensions, figures)
                .flatMap(parts -> parts).filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static Node figure(Posting line, Side side) {
        Label figure = Nodes.label(line.side() == side ? Figures.of(line.amount()) : "", "money");
        figure.setMinWidth(Label.USE_PREF_SIZE);
        if (line.amount().isNegative()) {
            figure.getStyleClass().add("red");
        }
        return figure;
    }

    private Node evidence(JournalEntry entry) {
        VBox links = new VBox(2, Nodes.label(at.text("entry.evidence"), "section"));
        List<Evidence> proofs = entry.evidence();
        if (proofs.isEmpty()) {
            links.getChildren().add(Nodes.muted(at.text("entry.no-evidence")));
        }
        for (Evidence proof : proofs) {
            Hyperlink link = new Hyperlink(nameOf(proof));
            link.getStyleClass().add("evidence");
            link.setWrapText(true);
            link.setOnAction(clicked -> at.ways().toEvidence(proof));
            links.getChildren().add(link);
        }
        return links;
    }

    private String nameOf(Evidence proof) {
        String field = FieldNames.of(proof.path(), at.texts());
        return proof.text().isBlank() ? field : field + "  " + proof.text();
    }

    private String who(String name) {
        return name.equals("rule") ? at.text("entry.by-rule") : name;
    }

    private static Node fact(String name, String value) {
        return value.isBlank() ? new VBox() : new VBox(1, Nodes.muted(name), wrapped(value));
    }

    private static Label wrapped(String text, String... styles) {
        Label label = Nodes.label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
