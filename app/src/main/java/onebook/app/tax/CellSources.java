package onebook.app.tax;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import onebook.app.common.EntryCell;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.tax.Source;
import onebook.tax.VatCell;

/** The entries behind one amount of the form; each leads to the ledger. */
final class CellSources {
    private final Workplace at;
    private final Label line = Nodes.label("", "section");
    private final Label amount = Nodes.label("", "money", "figure");
    private final VBox how = new VBox(2);
    private final ListView<JournalEntry> list = new ListView<>();
    private final VBox view;
    private Map<EntryNumber, JournalEntry> entries = Map.of();

    CellSources(Workplace at) {
        this.at = at;
        line.setWrapText(true);
        list.setId("sources");
        list.getStyleClass().add("waiting-list");
        list.setCellFactory(made -> new EntryCell());
        list.setPlaceholder(Nodes.muted(at.text("tax.no-sources")));
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                open();
            }
        });
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                open();
            }
        });
        VBox head = new VBox(4, line, amount, how);
        head.getStyleClass().add("sources-head");
        Nodes.fill(list);
        view = new VBox(head, list);
        view.setMinWidth(220);
    }

    Node view() {
        return view;
    }

    void know(List<JournalEntry> all) {
        entries = all.stream().collect(Collectors.toMap(JournalEntry::number,
                Function.identity()));
    }

    void show(String lineOfForm, VatCell cell) {
        line.setText(lineOfForm);
        amount.setText(cell.isEmpty() ? "—" : Figures.of(cell.value()));
        how.getChildren().clear();
        cell.sources().stream().filter(Source.Computed.class::isInstance)
                .map(Source.Computed.class::cast)
                .forEach(source -> how.getChildren().add(Nodes.muted(source.how())));
        list.getItems().setAll(cell.entries().stream().filter(entries::containsKey)
                .map(entries::get).toList());
    }

    private void open() {
        JournalEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            at.ways().toEntry(entry.number());
        }
    }
}
