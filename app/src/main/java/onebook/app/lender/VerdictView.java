package onebook.app.lender;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Texts.Language;
import onebook.app.common.Workplace;
import onebook.lender.Finding;
import onebook.lender.Verdict;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** A verdict, large: the word, what it means, and each finding. */
final class VerdictView {
    private VerdictView() { }

    static Node of(Verdict verdict, Path file, Workplace at) {
        String code = String.valueOf(verdict.exitCode());
        Label word = Nodes.label(at.text("verdict." + code), "verdict-word");
        word.setId("verdict");
        Label meaning = wrapped(at.text("verdict." + code + ".meaning"));
        VBox words = new VBox(2, word, meaning, whose(verdict.figures(), file, at));
        Node head = Nodes.row(16, new FontIcon(icon(verdict.exitCode())), words);
        head.getStyleClass().addAll("verdict", style(verdict.exitCode()));
        VBox all = new VBox(10, head);
        for (Finding finding : verdict.findings()) {
            all.getChildren().add(finding(finding, at.texts().language()));
        }
        return all;
    }

    private static Label whose(Verdict.Figures figures, Path file, Workplace at) {
        String name = file.getFileName().toString();
        return Nodes.muted(figures.company().isEmpty() ? name : at.text("verdict.whose",
                figures.company(), figures.taxId(), figures.from(), figures.to(),
                figures.entries(), figures.documents(), name));
    }

    private static Node finding(Finding finding, Language language) {
        Label severity = Nodes.label(finding.severity().name(), "pill");
        severity.setMinWidth(Label.USE_PREF_SIZE);
        Label id = Nodes.label(finding.id(), "finding-id");
        return Nodes.row(10, severity, new VBox(2, id, wrapped(
                language == Language.ZH ? finding.zh() : finding.en())));
    }

    private static Label wrapped(String text) {
        Label label = Nodes.muted(text);
        label.setWrapText(true);
        return label;
    }

    private static Ikon icon(int exitCode) {
        return switch (exitCode) {
            case 0 -> Material2OutlinedMZ.VERIFIED;
            case 2, 4 -> Material2OutlinedMZ.WARNING;
            default -> Material2OutlinedAL.ERROR_OUTLINE;
        };
    }

    private static String style(int exitCode) {
        return switch (exitCode) {
            case 0 -> "success";
            case 2, 4 -> "warning";
            default -> "danger";
        };
    }
}
