package onebook.app.verdict;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.lender.Verdict;
import onebook.robot.PackagePreview;

/** A package as the loan officer sees it who was handed the policy file. */
public final class OfficerView {
    private OfficerView() { }

    public static Node of(PackagePreview preview, Workplace at) {
        Verdict verdict = preview.verdict();
        Label hidden = line(at.text(preview.consent().contents().hidden() == 0
                ? "preview.whole" : "preview.hidden", preview.consent().contents().hidden(),
                preview.consent().contents().level()));
        hidden.setId("preview-hidden");
        Label outside = line(at.text(verdict.protection().anchors() == 0
                ? "preview.no-anchors" : "preview.anchors", verdict.protection().anchors()));
        TabPane tabs = new TabPane(
                tab(at.text("preview.findings", verdict.findings().size()),
                        FindingList.of(verdict.findings(), at)),
                tab(at.text("preview.months"), new MonthsView(at, verdict.answers()).view()),
                tab(at.text("preview.shares"), table(Tables.shares(verdict.answers(), at),
                        at.text("shares.explained"))),
                tab(at.text("preview.ratios"), table(Tables.ratios(verdict.answers(), at),
                        at.text("ratios.explained"))));
        tabs.setId("preview-tabs");
        return new VBox(12, VerdictView.head(verdict, preview.file(), at, "preview-verdict"),
                new VBox(2, hidden, outside), tabs);
    }

    private static Label line(String text) {
        Label line = Nodes.label(text);
        line.setWrapText(true);
        return line;
    }

    private static Node table(Node table, String explained) {
        Label words = Nodes.muted(explained);
        words.setWrapText(true);
        return new VBox(8, words, table);
    }

    private static Tab tab(String title, Node content) {
        VBox padded = new VBox(content);
        padded.getStyleClass().add("inner-tab");
        Tab tab = new Tab(title, padded);
        tab.setClosable(false);
        padded.managedProperty().bind(tab.selectedProperty()); // as high as what is shown
        return tab;
    }
}
