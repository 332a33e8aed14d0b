package onebook.app.proof;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import onebook.app.common.Moments;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.Problem;
import onebook.robot.Anchoring;
import onebook.robot.Outside;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The state of the seal in sentences, what to worry about, and the act of anchoring. */
final class StateCard {
    /** Between two anchors a history could be exchanged unnoticed; months are closed monthly. */
    private static final Duration LONG = Duration.ofDays(45);

    private final Workplace at;
    private final Outside outside;
    private final Anchoring.Places places;
    private final Runnable anchor;

    StateCard(Workplace at, Outside outside, Anchoring.Places places, Runnable anchor) {
        this.at = at;
        this.outside = outside;
        this.places = places;
        this.anchor = anchor;
    }

    /** @param failures what went wrong the last time somebody was asked */
    Node view(List<Problem> failures) {
        Button act = Nodes.whileIdle(Nodes.button(at.text("proof.anchor"),
                Material2OutlinedAL.ADD_TASK, "accent", anchor), at);
        act.setId("anchor-now");
        VBox lines = new VBox(8, sealed(), seen());
        lines.setId("proof-state");
        outside.gap().ifPresent(gap -> lines.getChildren().add(gap(gap)));
        if (!outside.seen().isEmpty() && outside.behind() > 0) {
            lines.getChildren().add(line(Material2OutlinedMZ.WARNING, "warn",
                    at.text("proof.behind", outside.behind())));
        }
        if (places.isEmpty()) {
            lines.getChildren().add(line(Material2OutlinedAL.INFO, "text-muted",
                    at.text("proof.no-places")));
        }
        VBox wrong = new VBox(6);
        wrong.setId("anchor-failures");
        failures.forEach(one -> wrong.getChildren().add(line(
                Material2OutlinedAL.ERROR_OUTLINE, "bad",
                at.texts().refusal(one.name()) + " " + one.text())));
        return ProofPane.card(Nodes.row(8, ProofPane.title(at, "proof"), Nodes.gap(), act),
                lines, wrong);
    }

    private Node sealed() {
        return outside.leaves() == 0
                ? line(Material2OutlinedAL.INFO, "text-muted", at.text("proof.unsealed"))
                : line(Material2OutlinedAL.LOCK, "good", at.text("proof.sealed",
                        outside.leaves(), outside.sealedAt().map(Moments::minute).orElse("—")));
    }

    private Node seen() {
        if (outside.since().isEmpty()) {
            return line(Material2OutlinedMZ.WARNING, "warn", at.text("proof.unseen"));
        }
        String since = Moments.day(outside.since().get());
        int witnesses = outside.witnesses().size();
        return line(Material2OutlinedMZ.VERIFIED, "good", witnesses == 0
                ? at.text("proof.since.stamp", since)
                : at.text(outside.isStamped() ? "proof.since.both" : "proof.since", since,
                        witnesses, String.join(at.text("list.comma"), outside.witnesses())));
    }

    private Node gap(Duration gap) {
        boolean isLong = gap.compareTo(LONG) > 0;
        return line(isLong ? Material2OutlinedMZ.WARNING : Material2OutlinedMZ.SCHEDULE,
                isLong ? "warn" : "text-muted", at.text(isLong ? "proof.gap.long" : "proof.gap",
                        Moments.length(gap, at.texts())));
    }

    /** The newest head itself, to be kept elsewhere. */
    Node head() {
        TextArea text = new TextArea(outside.head().isEmpty() ? at.text("seal.no-checkpoint")
                : outside.head());
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(6);
        text.setId("checkpoint");
        text.getStyleClass().add("note");
        return ProofPane.card(ProofPane.title(at, "seal.checkpoint"), text);
    }

    private static Node line(Ikon icon, String style, String words) {
        Label sentence = Nodes.label(words);
        sentence.setWrapText(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        FontIcon sign = new FontIcon(icon);
        sign.getStyleClass().add(style);
        return Nodes.row(8, sign, sentence);
    }
}
