package onebook.app.submit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import onebook.app.common.Moments;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.lender.submit.Submission;
import onebook.robot.Submissions;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What the lender signed for: when, what its own verifier said, and the receipt itself. */
final class ReceiptView {
    private ReceiptView() { }

    static Node of(Submissions.Done done, Workplace at) {
        Submission.Sent sent = done.sent();
        Label received = Nodes.label(at.text("submit.receipt", sent.receipt().lender(),
                Moments.minute(sent.receipt().at())), "title-4");
        received.setWrapText(true);
        String key = sent.key().verifier().vkey();
        VBox words = new VBox(3, received,
                line(at.text("submit.verdict." + sent.receipt().verdict())),
                line(at.text(sent.bytes() == 0 ? "submit.known" : "submit.bytes",
                        sent.bytes())),
                line(at.text(sent.key().isOnItsWord() ? "submit.key.first"
                        : "submit.key.known", key)),
                line(at.text("submit.kept", done.receipt())));
        Node head = Nodes.row(14, new FontIcon(Material2OutlinedMZ.RECEIPT), words);
        head.getStyleClass().addAll("verdict", style(sent.receipt().verdict()));
        TextArea note = new TextArea(sent.note());
        note.setEditable(false);
        note.setPrefRowCount(9);
        note.setId("receipt-note");
        VBox view = new VBox(10, head, note);
        view.setId("submit-receipt");
        return view;
    }

    private static Label line(String text) {
        Label line = Nodes.muted(text);
        line.setWrapText(true);
        return line;
    }

    private static String style(int verdict) {
        return switch (verdict) {
            case 0 -> "success";
            case 2, 4 -> "warning";
            default -> "danger";
        };
    }
}
