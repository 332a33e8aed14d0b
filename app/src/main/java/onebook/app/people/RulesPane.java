package onebook.app.people;

import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import onebook.app.common.Columns;
import onebook.app.common.Nodes;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.robot.OperationLog;
import onebook.robot.RuleList;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The rules that post, each with its version and with whoever answers for it. */
public final class RulesPane {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(OperationLog.ZONE);
    private static final int SHORT_VERSION = 12;

    private final Workplace at;
    private final Showing stage;
    private final TableView<RuleList.Rule> table = Columns.table();
    private final BorderPane view = new BorderPane();

    public RulesPane(Workplace at) {
        this.at = at;
        stage = new Showing(at);
        table.setId("rules");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().add(Columns.words(at.text("rule"), 190, this::name));
        table.getColumns().add(Columns.words(at.text("rules.does"), 360,
                rule -> at.texts().say(rule.does())));
        table.getColumns().add(Columns.words(at.text("rules.version"), 120,
                rule -> rule.version().substring(0, SHORT_VERSION)));
        table.getColumns().add(Columns.words(at.text("rules.author"), 110, rule ->
                rule.authority().map(RuleList.Authority::author).orElse("—")));
        table.getColumns().add(Columns.words(at.text("rules.at"), 140, rule ->
                rule.authority().map(one -> TIME.format(one.at()))
                        .orElse("")));
        Button authorise = Nodes.whileIdle(Nodes.button(at.text("rules.authorise"),
                Material2OutlinedMZ.VERIFIED_USER, "accent", this::authorise), at);
        authorise.setId("rules-authorise");
        Node bar = Nodes.row(10, authorise, Nodes.muted(at.text("rules.explained")));
        bar.getStyleClass().add("filter-bar");
        view.setTop(bar);
        view.setCenter(stage.view());
    }

    public Node view() {
        return view;
    }

    public void refresh() {
        stage.read(() -> RuleList.of(at.desk()).list(), rules -> {
            stage.show(table);
            table.getItems().setAll(rules);
        });
    }

    private String name(RuleList.Rule rule) {
        return at.texts().orElse("rule." + rule.id(), rule.id());
    }

    /** The chosen ones, or all. */
    private void authorise() {
        List<String> chosen = table.getSelectionModel().getSelectedItems().stream()
                .map(RuleList.Rule::id).toList();
        at.overlay().confirm(at.text("rules.authorise"), at.text("rules.authorise.explained",
                at.person(), chosen.isEmpty() ? table.getItems().size() : chosen.size()),
                at.text("rules.authorise"), () -> at.tasks().command(at.text("rules.authorise"),
                        progress -> {
                            RuleList.of(at.desk()).authorise(chosen, at.person());
                            return chosen;
                        }, done -> {
                            at.notices().done(at.text("rules.authorised"));
                            refresh();
                        }));
    }
}
