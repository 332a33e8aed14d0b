package onebook.app.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Latest;
import onebook.app.common.Nodes;
import onebook.app.common.PagePicture;
import onebook.app.common.Workplace;
import onebook.document.Field;
import onebook.document.Reading;
import onebook.invoice.Invoice;
import onebook.ledger.ChartOfAccounts;
import onebook.robot.WaitingItem;

/** The item in review: its picture on the left; reason, fields and draft on the right. */
public final class ReviewPane {
    private final Workplace at;
    private final Latest latest = new Latest();
    private final PagePicture picture;
    private final FieldList fields;
    private final DraftEditor draft;
    private final Label title = Nodes.label("", "title-4");
    private final Label reason = Nodes.label("", "reason");
    private final Label detail = Nodes.muted("");
    private final SplitPane view;
    private String shown = "";

    public ReviewPane(Workplace at, Node commands) {
        this.at = at;
        picture = new PagePicture(at);
        fields = new FieldList(at, this::mark);
        draft = new DraftEditor(at);
        for (Label label : List.of(title, reason, detail)) {
            label.setWrapText(true);
            label.setMinHeight(Label.USE_PREF_SIZE);
        }
        reason.setId("review-reason");
        detail.setId("review-detail");
        VBox words = new VBox(14, new VBox(6, title, reason, detail),
                section(at.text("review.draft"), draft.view()),
                section(at.text("review.read"), fields.view()));
        words.getStyleClass().add("review-words");
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Nodes.fill(scroll);
        VBox right = new VBox(scroll, commands);
        right.setMinWidth(330);
        view = new SplitPane(picture.view(), right);
        view.setOrientation(Orientation.HORIZONTAL);
        view.setDividerPositions(0.49);
    }

    private static Node section(String title, Node content) {
        return new VBox(6, Nodes.label(title, "section"), content);
    }

    public Node view() {
        return view;
    }

    public PagePicture picture() {
        return picture;
    }

    /** What a draft may use: the accounts, and days from this one on. */
    public void offer(ChartOfAccounts chart, LocalDate open) {
        draft.offer(chart, open);
    }

    public Optional<DraftEditor.Draft> draft() {
        return draft.draft();
    }

    public void enter() {
        draft.enter();
    }

    public void show(WaitingItem item) {
        if (shown.equals(item.id())) {
            return;
        }
        shown = item.id();
        title.setText(item.party().isBlank() ? item.source() : item.party());
        reason.setText(at.texts().refusal(item.reason()));
        detail.setText(at.texts().say(item.text()));
        draft.edit(item);
        fields.clear();
        if (item.isBankLine()) {
            picture.clear();
        } else {
            picture.show(item.id(), 1, Optional.empty());
            at.tasks().load(latest, () -> at.desk().reading(item.id()),
                    reading -> reading.ifPresent(this::read));
        }
    }

    private void read(Reading<Invoice> reading) {
        fields.show(reading);
    }

    private void mark(Field field) {
        if (field.page() > 0) {
            picture.read(shown, field.page(), field.box());
        }
    }
}
