package onebook.app.inbox;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.app.review.ReviewPane;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Period;
import onebook.robot.RunReport;
import onebook.robot.WaitingItem;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The list of what waits, and beside it the one in review. */
public final class InboxPage implements Page {

    /** Reads any file that comes, posts what the rules know, matches the bank. */
    private static final String TAKE = "daily";

    /** What the page shows, read in one go. */
    private record Content(List<WaitingItem> waiting, ChartOfAccounts chart, LocalDate open) { }

    private final Workplace at;
    private final ListView<WaitingItem> list = new ListView<>();
    private final ReviewPane review;
    private final SplitPane work;
    private final Showing stage;
    private final Label count = Nodes.muted("");
    private final BorderPane view = new BorderPane();

    public InboxPage(Workplace at) {
        this.at = at;
        stage = new Showing(at);
        review = new ReviewPane(at, commands());
        list.setId("waiting");
        list.getStyleClass().add("waiting-list");
        list.setCellFactory(made -> new WaitingCell(at.texts()));
        list.getSelectionModel().selectedItemProperty().addListener((selected, was, is) -> {
            if (is != null) {
                review.show(is);
            }
        });
        count.getStyleClass().add("list-count");
        Label keys = Nodes.label(at.text("inbox.keys"), "text-subtle", "text-small", "keys");
        keys.setWrapText(true);
        keys.setMinHeight(Label.USE_PREF_SIZE);
        VBox left = new VBox(count, list, keys);
        Nodes.fill(list);
        left.setMinWidth(210);
        work = new SplitPane(left, review.view());
        work.setDividerPositions(0.23);
        SplitPane.setResizableWithParent(left, false);
        view.setTop(Nodes.head(at.text("inbox"), at.text("inbox.purpose"), addButton()));
        view.setCenter(stage.view());
        new InboxKeys(this).listenOn(view, list);
        FileDrop.on(view, this::take, at);
    }

    private Button addButton() {
        Button add = Nodes.button(at.text("inbox.add"), Material2OutlinedAL.ADD, "accent",
                () -> take(at.files().ask(at.text("inbox.add"))));
        add.setId("add-files");
        return Nodes.whileIdle(add, at);
    }

    private HBox commands() {
        Button accept = Nodes.button(at.text("accept"), Material2OutlinedAL.CHECK, "success",
                this::accept);
        accept.setId("accept");
        Button reject = Nodes.button(at.text("reject"), "button-outlined", this::reject);
        reject.setId("reject");
        HBox bar = Nodes.row(8, Nodes.gap(), Nodes.whileIdle(reject, at),
                Nodes.whileIdle(accept, at));
        bar.getStyleClass().add("command-bar");
        return bar;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void enter() {
        list.requestFocus();
    }

    ReviewPane review() {
        return review;
    }

    @Override
    public void refresh() {
        stage.read(() -> new Content(at.desk().waiting(), at.desk().chart(), at.desk().lastClosed()
                .map(Period::next).orElse(at.company().from()).firstDay()), this::show);
    }

    private void show(Content content) {
        int place = Math.max(0, list.getSelectionModel().getSelectedIndex());
        WaitingItem before = list.getSelectionModel().getSelectedItem();
        review.offer(content.chart(), content.open());
        list.getItems().setAll(content.waiting());
        count.setText(at.text("inbox.count", content.waiting().size()));
        if (content.waiting().isEmpty()) {
            stage.blank(Material2OutlinedAL.INBOX, "inbox.empty");
            return;
        }
        stage.show(work);
        int same = indexOf(before);
        list.getSelectionModel().select(same >= 0 ? same
                : Math.min(place, content.waiting().size() - 1));
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
    }

    private int indexOf(WaitingItem before) {
        for (int i = 0; before != null && i < list.getItems().size(); i++) {
            if (list.getItems().get(i).id().equals(before.id())) {
                return i;
            }
        }
        return -1;
    }

    void accept() {
        WaitingItem item = list.getSelectionModel().getSelectedItem();
        if (item == null || at.isReadOnly()) {
            return;
        }
        review.draft().ifPresentOrElse(draft -> at.tasks().command(at.text("accept"),
                progress -> at.desk().accept(item.id(), draft.date(), draft.summary(),
                        draft.postings(), at.person()), at::tell),
                () -> {
                    at.notices().refused(at.text("draft.incomplete"), "");
                    review.enter();
                });
    }

    void reject() {
        WaitingItem item = list.getSelectionModel().getSelectedItem();
        if (item != null && !at.isReadOnly()) {
            at.overlay().askReason(at.text("reject.title"), at.text("reject.explained"),
                    at.text("reject"), reason -> at.tasks().command(at.text("reject"),
                            progress -> at.desk().reject(item.id(), reason, at.person()),
                            refusal -> at.tell(refusal, at.text("notice.rejected"))));
        }
    }

    private void take(List<Path> files) {
        if (!files.isEmpty()) {
            at.tasks().command(at.text("inbox.taking"),
                    progress -> at.desk().run(TAKE, files, false, at.person(), progress),
                    this::taken);
        }
    }

    private void taken(RunReport report) {
        String sentence = at.text("inbox.taken", report.entries().size(), report.waiting());
        String refused = report.diff().stream().filter(line -> line.startsWith("! "))
                .map(at.texts()::inWords).collect(Collectors.joining("\n"));
        if (refused.isEmpty()) {
            at.notices().done(sentence);
        } else {
            at.notices().refused(sentence, refused);
        }
        at.ways().bookChanged();
    }
}
