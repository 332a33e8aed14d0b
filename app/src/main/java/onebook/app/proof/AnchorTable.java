package onebook.app.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import onebook.app.common.Columns;
import onebook.app.common.Moments;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.robot.Outside;
import onebook.robot.Outside.Seen;
import onebook.seal.Cosignatures;

/** The anchors of the book, the newest first. */
final class AnchorTable {
    private static final int SEEN = 8;

    private final Workplace at;

    AnchorTable(Workplace at) {
        this.at = at;
    }

    Node of(Outside outside) {
        TableView<Seen> table = Columns.table();
        table.setId("anchors");
        table.getColumns().add(Columns.words(at.text("anchors.at"), 140,
                one -> one.at().map(Moments::minute).orElse("")));
        table.getColumns().add(Columns.figures(at.text("anchors.size"), 110,
                one -> String.format("%,d", one.size())));
        table.getColumns().add(Columns.words(at.text("anchors.witnesses"), 400,
                this::witnesses));
        table.getColumns().add(Columns.words(at.text("anchors.stamp"), 150,
                one -> one.stampedAt().map(Moments::minute).orElse(at.text("anchors.none"))));
        List<Seen> newest = new ArrayList<>(outside.seen());
        Collections.reverse(newest);
        table.getItems().setAll(newest);
        table.setPlaceholder(Nodes.muted(at.text("anchors.empty")));
        double height = (Math.max(2, Math.min(SEEN, newest.size())) + 1)
                * table.getFixedCellSize() + 12;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        return ProofPane.card(ProofPane.title(at, "anchors"), table);
    }

    private String witnesses(Seen one) {
        return one.witnesses().isEmpty() ? at.text("anchors.none")
                : String.join(at.text("list.comma"), one.witnesses().stream()
                        .map(Cosignatures.Claim::name).toList());
    }
}
