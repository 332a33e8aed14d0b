package onebook.app.robots;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Texts;
import onebook.app.common.Workplace;
import onebook.robot.RunReport;

/** What a run changed, or would change: the lines as the robot wrote them. */
final class DiffView {
    private static final PseudoClass WAITS = PseudoClass.getPseudoClass("waits");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Workplace at;
    private final Label head = Nodes.label("", "section");
    private final ListView<String> lines = new ListView<>();
    private final VBox view = new VBox(6, head, lines);

    DiffView(Workplace at) {
        this.at = at;
        lines.setId("diff");
        lines.getStyleClass().addAll("diff", "dense");
        lines.setFixedCellSize(26);
        lines.setCellFactory(made -> new DiffCell(at.texts()));
        lines.setPlaceholder(Nodes.muted(at.text("robots.diff.empty")));
        view.getStyleClass().add("diff-view");
        Nodes.fill(lines);
        head.setText(at.text("robots.diff"));
    }

    Node view() {
        return view;
    }

    void show(RunReport report) {
        head.setText(at.text(report.isDryRun() ? "robots.diff.would" : "robots.diff.did",
                report.diff().size()));
        show(at.desk().said(report).stream().map(at.texts()::say).toList());
    }

    private void show(List<String> diff) {
        lines.getItems().setAll(diff);
    }

    private static final class DiffCell extends ListCell<String> {
        private final Texts texts;

        private DiffCell(Texts texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(String line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            setText(isEmpty || line == null ? null : texts.inWords(line));
            String shown = isEmpty || line == null ? "" : line;
            pseudoClassStateChanged(WAITS, shown.startsWith("?"));
            pseudoClassStateChanged(REFUSED, shown.startsWith("!"));
        }
    }
}
