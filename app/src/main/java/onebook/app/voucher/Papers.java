package onebook.app.voucher;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.Evidence;
import onebook.robot.Draft;
import onebook.robot.Vouchers;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What proves a voucher: files, or the reason why there is none; and how many papers there are. */
final class Papers {
    private final Workplace at;
    private final Runnable changed;
    private final List<Evidence> files = new ArrayList<>();
    private final FlowPane names = new FlowPane(8, 4);
    private final TextField reason = new TextField();
    private final TextField count = new TextField("0");
    private final Label problem = Nodes.label("", "text-small", "bad");
    private final VBox view;
    private boolean isCounted;

    Papers(Workplace at, Runnable changed) {
        this.at = at;
        this.changed = changed;
        Node attach = Nodes.whileIdle(Nodes.button(at.text("voucher.attach"),
                Material2OutlinedAL.ATTACH_FILE, "button-outlined", this::attach), at);
        attach.setId("attach");
        reason.setId("no-evidence");
        reason.setPromptText(at.text("voucher.reason"));
        reason.setAccessibleText(at.text("voucher.reason"));
        reason.setPrefWidth(300);
        count.setId("attachments");
        count.setPrefWidth(64);
        count.setAccessibleText(at.text("voucher.attachments"));
        reason.textProperty().addListener(typed -> changed.run());
        count.textProperty().addListener(typed -> {
            isCounted = isCounted || count.isFocused();
            changed.run();
        });
        problem.setWrapText(true);
        view = new VBox(6, Nodes.row(8, Nodes.muted(at.text("voucher.attachments")), count,
                reason, attach), names, problem);
        HBox.setHgrow(reason, Priority.ALWAYS);
        named("");
    }

    Node view() {
        return view;
    }

    List<Node> fields() {
        return List.of(count, reason);
    }

    void show(Draft draft) {
        files.clear();
        draft.evidence().stream().filter(one -> !one.document().isEmpty()).forEach(files::add);
        reason.setText(draft.evidence().stream().filter(one -> one.document().isEmpty())
                .map(Evidence::text).findFirst().orElse(""));
        count.setText(String.valueOf(draft.attachments()));
        isCounted = draft.attachments() != Draft.papers(draft.evidence());
        list();
    }

    List<Evidence> evidence() {
        List<Evidence> all = new ArrayList<>(files);
        if (!reason.getText().isBlank()) {
            all.add(Evidence.without(reason.getText().strip()));
        }
        return all;
    }

    /** What is no number counts as none. */
    int attachments() {
        String typed = count.getText().strip();
        return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
    }

    void named(String problems) {
        problem.setText(problems);
        problem.setVisible(!problems.isEmpty());
        problem.setManaged(!problems.isEmpty());
    }

    /** Takes a file into the book as evidence of this voucher. */
    void attach() {
        at.files().askOne(at.text("voucher.attach"), "").ifPresent(file ->
                at.tasks().command(at.text("voucher.attaching"), progress ->
                        Vouchers.of(at.desk()).attach(file, at.person()), this::add));
    }

    private void add(Evidence paper) {
        if (files.stream().noneMatch(one -> one.document().equals(paper.document()))) {
            files.add(paper);
        }
        list();
        changed.run();
    }

    private void list() {
        names.getChildren().clear();
        for (Evidence paper : files) {
            Hyperlink name = new Hyperlink(paper.text().isBlank() ? paper.path() : paper.text());
            name.setOnAction(clicked -> at.ways().toEvidence(paper));
            names.getChildren().add(Nodes.row(0, name, Nodes.icon(Material2OutlinedAL.CLOSE,
                    at.text("voucher.detach"), () -> {
                        files.remove(paper);
                        list();
                        changed.run();
                    })));
        }
        names.setManaged(!files.isEmpty());
        if (!isCounted) {
            count.setText(String.valueOf(Draft.papers(files)));
        }
    }
}
