package onebook.app.people;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;
import onebook.app.common.Columns;
import onebook.app.common.Nodes;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.robot.OperationLog;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** 操作日志, the newest first, some at a time. */
public final class LogPane {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(OperationLog.ZONE);
    private static final int PAGE = 200;

    private final Workplace at;
    private final Showing stage;
    private final TableView<OperationLog.Line> table = Columns.table();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final TextField who = new TextField();
    private final TextField what = new TextField();
    private final Label count = Nodes.muted("");
    private final Button older;
    private final BorderPane view = new BorderPane();

    public LogPane(Workplace at) {
        this.at = at;
        stage = new Showing(at);
        table.setId("log");
        table.getColumns().add(Columns.words(at.text("log.at"), 170,
                line -> TIME.format(line.at())));
        table.getColumns().add(Columns.words(at.text("log.who"), 130, OperationLog.Line::who));
        table.getColumns().add(Columns.words(at.text("log.what"), 560,
                line -> at.texts().say(line.said())));
        table.setPlaceholder(Nodes.muted(at.text("log.none")));
        older = Nodes.button(at.text("log.older"), Material2OutlinedAL.EXPAND_MORE, "flat",
                this::older);
        older.setId("log-older");
        view.setTop(bar());
        view.setCenter(stage.view());
    }

    private Node bar() {
        PauseTransition settled = new PauseTransition(Duration.millis(200));
        settled.setOnFinished(over -> refresh());
        prompt(from, "log-from", at.text("log.from"));
        prompt(to, "log-to", at.text("log.to"));
        who.setId("log-who");
        what.setId("log-what");
        who.setPromptText(at.text("log.who"));
        what.setPromptText(at.text("log.what"));
        for (TextField words : List.of(who, what)) {
            words.setAccessibleText(words.getPromptText());
            words.setPrefWidth(160);
            words.textProperty().addListener(typed -> settled.playFromStart());
        }
        Node bar = Nodes.row(8, from, to, who, what, Nodes.gap(), count, older);
        bar.getStyleClass().add("filter-bar");
        return bar;
    }

    private void prompt(DatePicker day, String id, String words) {
        day.setId(id);
        day.setPromptText(words);
        day.setAccessibleText(words);
        day.setPrefWidth(140);
        day.valueProperty().addListener(changed -> refresh());
    }

    public Node view() {
        return view;
    }

    public void refresh() {
        read(Long.MAX_VALUE, false);
    }

    private void older() {
        List<OperationLog.Line> shown = table.getItems();
        if (!shown.isEmpty()) {
            read(shown.get(shown.size() - 1).leaf(), true);
        }
    }

    private void read(long before, boolean isMore) {
        OperationLog.Filter filter = new OperationLog.Filter(
                Optional.ofNullable(from.getValue()), Optional.ofNullable(to.getValue()),
                who.getText().strip(), what.getText().strip());
        stage.read(() -> OperationLog.of(at.desk()).page(filter, before, PAGE), page -> {
            stage.show(table);
            if (!isMore) {
                table.getItems().clear();
            }
            table.getItems().addAll(page);
            older.setDisable(page.size() < PAGE);
            count.setText(at.text("log.count", table.getItems().size()));
        });
    }
}
