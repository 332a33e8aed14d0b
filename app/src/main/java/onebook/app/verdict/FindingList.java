package onebook.app.verdict;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Texts.Language;
import onebook.app.common.Workplace;
import onebook.lender.Finding;
import onebook.lender.Finding.Severity;

/** Findings under their severity, the gravest first: questions to ask, not verdicts on people. */
final class FindingList {
    /** So many of one severity are listed; the rest is counted and stands in the report. */
    private static final int MOST = 40;

    private FindingList() { }

    static Node of(List<Finding> findings, Workplace at) {
        VBox all = new VBox(10);
        all.setId("findings");
        if (findings.isEmpty()) {
            all.getChildren().add(Nodes.muted(at.text("finding.none")));
        }
        for (Severity severity : Severity.values()) {
            List<Finding> group = findings.stream()
                    .filter(one -> one.severity() == severity).toList();
            if (!group.isEmpty()) {
                all.getChildren().add(group(severity, group, at));
            }
        }
        return all;
    }

    private static Node group(Severity severity, List<Finding> group, Workplace at) {
        Label title = Nodes.label(at.text("finding." + severity, group.size()), "section");
        VBox rows = new VBox(7, title);
        group.stream().limit(MOST).forEach(one -> rows.getChildren().add(row(one, at)));
        if (group.size() > MOST) {
            rows.getChildren().add(Nodes.muted(at.text("finding.more", group.size() - MOST)));
        }
        return rows;
    }

    private static Node row(Finding finding, Workplace at) {
        Label sentence = Nodes.label(at.texts().language() == Language.ZH ? finding.zh()
                : finding.en());
        sentence.setWrapText(true);
        Label severity = Nodes.label(finding.severity().name(), "pill", style(finding));
        severity.setMinWidth(Label.USE_PREF_SIZE);
        VBox words = new VBox(1, sentence, Nodes.label(finding.id(), "text-muted", "text-small"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(10, severity, words);
        row.getStyleClass().add("finding");
        return row;
    }

    private static String style(Finding finding) {
        return switch (finding.severity()) {
            case S1 -> "pill-danger";
            case S2 -> "pill-warning";
            default -> "pill-plain";
        };
    }
}
