package onebook.app.verdict;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.lender.Verdict;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** A verdict, large: the word, what it means, and whose books were judged. */
public final class VerdictView {
    private VerdictView() { }

    /** With all the findings below. */
    public static Node of(Verdict verdict, Path file, Workplace at) {
        return new VBox(10, head(verdict, file, at, "verdict"),
                FindingList.of(verdict.findings(), at));
    }

    /** @param id of the word */
    static Node head(Verdict verdict, Path file, Workplace at, String id) {
        String code = String.valueOf(verdict.exitCode());
        Label word = Nodes.label(at.text("verdict." + code), "verdict-word");
        word.setId(id);
        Label meaning = wrapped(at.text("verdict." + code + ".meaning"));
        VBox words = new VBox(2, word, meaning, whose(verdict.figures(), file, at));
        Node head = Nodes.row(16, new FontIcon(icon(verdict.exitCode())), words);
        head.getStyleClass().addAll("verdict", style(verdict.exitCode()));
        return head;
    }

    private static Label whose(Verdict.Figures figures, Path file, Workplace at) {
        String name = file.getFileName().toString();
        return wrapped(figures.company().isEmpty() ? name : at.text("verdict.whose",
                figures.company(), figures.taxId(), figures.from(), figures.to(),
                figures.entries(), figures.documents(), name));
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
