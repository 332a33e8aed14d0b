package onebook.app.submit;

import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import onebook.app.common.Columns;
import onebook.app.common.Moments;
import onebook.app.common.Nodes;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.robot.HandedOver;
import onebook.robot.HandedOver.Pledging;
import onebook.robot.HandedOver.Sending;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What left the book for lenders and what is pledged to them, as its log says. */
public final class HandedPane {
    private final Workplace at;
    private final Showing stage;
    private final TableView<Sending> sendings = Columns.table();
    private final TableView<Pledging> pledgings = Columns.table();
    private final VBox tables;

    public HandedPane(Workplace at) {
        this.at = at;
        stage = new Showing(at);
        sendings();
        pledgings();
        tables = new VBox(8, head("handed.sendings", "handed.sendings.explained"),
                Nodes.fill(sendings), head("handed.pledges", "handed.pledges.explained"),
                Nodes.fill(pledgings));
        tables.getStyleClass().add("handed");
    }

    private Node head(String title, String explained) {
        return new VBox(1, Nodes.label(at.text(title), "title-4"),
                Nodes.muted(at.text(explained)));
    }

    private void sendings() {
        sendings.setId("sendings");
        sendings.getColumns().add(Columns.words(at.text("handed.at"), 130,
                one -> Moments.minute(one.at())));
        sendings.getColumns().add(Columns.words(at.text("handed.lender"), 150, Sending::lender));
        sendings.getColumns().add(Columns.words(at.text("handed.host"), 135, Sending::host));
        sendings.getColumns().add(Columns.words(at.text("handed.profile"), 110,
                one -> at.texts().orElse("profile." + one.profile(), one.profile())));
        sendings.getColumns().add(Columns.words(at.text("handed.span"), 140,
                one -> one.from() + " – " + one.to()));
        sendings.getColumns().add(Columns.words(at.text("handed.shown"), 160, this::shown));
        sendings.getColumns().add(Columns.words(at.text("handed.verdict"), 160,
                one -> at.text("verdict." + one.verdict())));
        sendings.getColumns().add(Columns.words(at.text("handed.by"), 80, Sending::by));
        sendings.setPlaceholder(Nodes.muted(at.text("handed.sendings.none")));
    }

    private String shown(Sending one) {
        return one.names() && one.texts() ? at.text("handed.shown.all")
                : one.names() ? at.text("handed.shown.names")
                : one.texts() ? at.text("handed.shown.texts") : at.text("handed.shown.none");
    }

    private void pledgings() {
        pledgings.setId("pledgings");
        pledgings.getColumns().add(Columns.words(at.text("handed.at"), 130,
                one -> Moments.minute(one.at())));
        pledgings.getColumns().add(Columns.words(at.text("handed.what"), 110,
                one -> one.isReleased() ? at.text("handed.released")
                        : at.text("handed.reserved")));
        pledgings.getColumns().add(Columns.words(at.text("handed.invoice"), 190,
                Pledging::invoice));
        pledgings.getColumns().add(Columns.words(at.text("handed.buyer"), 170,
                Pledging::buyer));
        pledgings.getColumns().add(Columns.money(at.text("handed.amount"), 120,
                Pledging::amount));
        pledgings.getColumns().add(Columns.words(at.text("handed.lender"), 140,
                Pledging::lender));
        pledgings.getColumns().add(Columns.words(at.text("handed.until"), 130,
                one -> one.until().orElse("")));
        pledgings.getColumns().add(Columns.words(at.text("handed.review"), 80,
                one -> one.isForReview() ? at.text("handed.review.yes") : ""));
        pledgings.setPlaceholder(Nodes.muted(at.text("handed.pledges.none")));
    }

    public Node view() {
        return stage.view();
    }

    public void refresh() {
        stage.read(() -> HandedOver.of(at.desk()), this::show);
    }

    private void show(HandedOver handed) {
        sendings.getItems().setAll(handed.sendings());
        pledgings.getItems().setAll(handed.pledgings());
        if (handed.sendings().isEmpty() && handed.pledgings().isEmpty()) {
            stage.blank(Material2OutlinedMZ.SEND, "handed.none");
        } else {
            stage.show(tables);
        }
    }
}
