package onebook.app.statements;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.report.FilledForm;
import onebook.report.Span;

/** One form with its head, and beside it what stands behind an amount once that is asked for. */
final class FormSheet {
    private final Workplace at;
    private final FormWords words;
    private final FormTable table;
    private final FigurePane pane;
    private final Optional<Node> picture;
    private final Label name = Nodes.label("", "section");
    private final Label when = Nodes.muted("");
    private final SplitPane view = new SplitPane();
    private Optional<Span> span = Optional.empty();

    /** @param picture stands beside the form while nothing is asked for */
    FormSheet(Workplace at, FormWords words, String id, Optional<Node> picture) {
        this.at = at;
        this.words = words;
        this.picture = picture;
        table = new FormTable(at, words, this::follow, this::open);
        table.view().setId(id);
        pane = new FigurePane(at, words, new FigurePane.Ways(this::toLine, this::close));
        Node head = Nodes.row(20, name, Nodes.muted(at.text("statements.of", at.company().name())),
                Nodes.gap(), when, Nodes.muted(at.text("statements.unit")));
        head.getStyleClass().add("form-head");
        view.getItems().setAll(new VBox(head, Nodes.fill(table.view())));
        picture.ifPresent(this::beside);
    }

    Node view() {
        return view;
    }

    Node table() {
        return table.view();
    }

    void show(FilledForm form, Span months) {
        span = Optional.of(months);
        name.setText(form.form().name());
        when.setText(words.when(form, months));
        table.show(form);
    }

    private boolean isOpen() {
        return view.getItems().contains(pane.view());
    }

    private void follow(Spot spot) {
        if (isOpen()) {
            pane.show(spot, span.orElseThrow().to());
        }
    }

    private void open(Spot spot) {
        boolean wasOpen = isOpen();
        beside(pane.view());
        if (!wasOpen) {
            pane.show(spot, span.orElseThrow().to());
        }
        pane.focus();
    }

    private void toLine(Spot spot) {
        table.choose(spot);
    }

    private void close() {
        view.getItems().remove(pane.view());
        picture.ifPresent(this::beside);
        table.view().requestFocus();
    }

    private void beside(Node side) {
        if (!view.getItems().contains(side)) {
            view.getItems().setAll(List.of(view.getItems().get(0), side));
            view.setDividerPositions(0.7);
            SplitPane.setResizableWithParent(side, false);
        }
    }
}
