package onebook.app.submit;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Columns;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.lender.submit.Consent;
import onebook.lender.submit.Patience;
import onebook.robot.PackagePreview;
import onebook.robot.Submissions;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Sends a package to a lender's server, once a person has read what leaves and agreed to it. */
public final class SubmitCard {
    private final Workplace at;
    private final TextField url = new TextField();
    private final TextField key = new TextField();
    private final CheckBox agreed = new CheckBox();
    private final TableView<Consent.Line> list = Columns.table();
    private final VBox outcome = new VBox(10);
    private final Button send;
    private final VBox view;
    private Optional<Consent> consent = Optional.empty();

    public SubmitCard(Workplace at) {
        this.at = at;
        fields();
        list();
        send = Nodes.button(at.text("submit.send"), Material2OutlinedMZ.SEND, "accent",
                this::send);
        send.setId("submit-send");
        send.disableProperty().bind(agreed.selectedProperty().not().or(at.tasks().isBusy()));
        FlowPane fields = new FlowPane(14, 10, field(at.text("submit.url"), url),
                field(at.text("submit.key"), key));
        Label explained = Nodes.muted(at.text("submit.explained"));
        explained.setWrapText(true);
        view = new VBox(14, new VBox(2, Nodes.label(at.text("submit"), "title-4"), explained),
                fields, Nodes.label(at.text("submit.leaves"), "section"), list, agreed,
                Nodes.row(8, Nodes.gap(), send), outcome);
        view.getStyleClass().add("card-box");
        view.setId("submit");
        view.managedProperty().bind(view.visibleProperty());
        view.setVisible(false);
    }

    private void fields() {
        url.setId("submit-url");
        url.setPromptText("https://");
        url.setPrefColumnCount(24);
        key.setId("submit-key");
        key.setPromptText(at.text("submit.key.prompt"));
        key.setPrefColumnCount(24);
        outcome.managedProperty().bind(Bindings.isNotEmpty(outcome.getChildren()));
        agreed.setId("submit-agree");
        agreed.setWrapText(true);
        agreed.setDisable(true);
        url.textProperty().addListener((text, was, is) -> ask());
        key.textProperty().addListener((text, was, is) -> ask());
        ask();
    }

    /** Consent is to one package at one address: another asks again. */
    private void ask() {
        String address = url.getText().strip();
        agreed.setSelected(false);
        agreed.setDisable(address.isEmpty() || consent.isEmpty() || at.isReadOnly());
        agreed.setText(address.isEmpty() ? at.text("submit.agree.where")
                : at.text("submit.agree", address));
    }

    private void list() {
        list.setId("consent");
        list.getColumns().add(Columns.words(at.text("submit.what"), 270,
                line -> line.chinese() + " " + line.english()));
        list.getColumns().add(Columns.words(at.text("submit.value"), 560,
                Consent.Line::value));
        list.setPrefHeight(270);
        list.setMinHeight(180);
    }

    private static VBox field(String title, Node control) {
        return new VBox(3, Nodes.muted(title), control);
    }

    public Node view() {
        return view;
    }

    /** Another package is to be sent: nobody has agreed to it yet. */
    public void show(PackagePreview preview) {
        consent = Optional.of(preview.consent());
        list.getItems().setAll(preview.consent().lines());
        outcome.getChildren().clear();
        view.setVisible(true);
        ask();
    }

    private void send() {
        if (consent.isEmpty() || !agreed.isSelected()) {
            return;
        }
        Optional<String> vkey = Optional.of(key.getText().strip()).filter(one -> !one.isEmpty());
        Submissions.Order order = new Submissions.Order(consent.get(), url.getText().strip(),
                vkey, at.person());
        outcome.getChildren().clear();
        Sending sending = new Sending(order);
        at.tasks().command(at.text("submit.sending"), progress ->
                sending.send(at.desk(), progress), this::sent, sending::cancel);
    }

    /** One sending, which may be ended from the window while it waits for the other side. */
    private static final class Sending {
        private final Submissions.Order order;
        private Submissions running;
        private boolean isCancelled;

        Sending(Submissions.Order order) {
            this.order = order;
        }

        Submissions.Done send(onebook.robot.Desk desk, onebook.robot.RunReport.Progress told) {
            try (Submissions submissions = new Submissions(order, Optional.of(desk),
                    Patience.USUAL)) {
                begin(submissions);
                return submissions.send((sent, total) ->
                        told.at("send", (int) (sent >> 10), (int) (total >> 10)));
            }
        }

        private synchronized void begin(Submissions submissions) {
            running = submissions;
            if (isCancelled) {
                submissions.cancel();
            }
        }

        synchronized void cancel() {
            isCancelled = true;
            if (running != null) {
                running.cancel();
            }
        }
    }

    private void sent(Submissions.Done done) {
        agreed.setSelected(false);
        outcome.getChildren().setAll(ReceiptView.of(done, at));
        at.notices().done(at.text("submit.done", done.sent().receipt().lender()));
        at.ways().bookChanged();
    }
}
