package onebook.app.robots;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.robot.Desk;
import onebook.robot.Robot;
import onebook.robot.RunReport;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The robots on the left; on the right what the chosen one does, would do and did. */
public final class RobotsPage implements Page {

    /** What the page shows, read in one go. */
    private record Content(List<Robot> robots, List<RunReport> runs) { }

    private final Workplace at;
    private final Showing stage;
    private final ListView<Robot> list = new ListView<>();
    private final DiffView diff;
    private final RunTable runs;
    private final TabPane tabs;
    private final SplitPane work;
    private final Label title = Nodes.label("", "title-4");
    private final Label when = Nodes.muted("");
    private final FlowPane steps = new FlowPane(6, 6);
    private final BorderPane view = new BorderPane();

    public RobotsPage(Workplace at) {
        this.at = at;
        diff = new DiffView(at);
        runs = new RunTable(at, diff::show, this::undo);
        list.setId("robots");
        list.getStyleClass().add("waiting-list");
        list.setCellFactory(made -> new RobotCard(at.texts()));
        list.setMinWidth(200);
        list.getSelectionModel().selectedItemProperty().addListener((selected, was, is) -> {
            if (is != null) {
                open(is);
            }
        });
        tabs = new TabPane(tab(at.text("robots.diff"), diff.view()),
                tab(at.text("robots.history"), runs.view()));
        tabs.getStyleClass().add("page-tabs");
        BorderPane right = new BorderPane(tabs);
        right.setTop(robotHead());
        stage = new Showing(at);
        work = new SplitPane(list, right);
        work.setDividerPositions(0.27);
        SplitPane.setResizableWithParent(list, false);
        view.setTop(Nodes.head(at.text("robots"), at.text("robots.purpose")));
        view.setCenter(stage.view());
    }

    private static Tab tab(String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    private Node robotHead() {
        Button dry = Nodes.whileIdle(Nodes.button(at.text("robots.dry-run"),
                Material2OutlinedMZ.VISIBILITY, "button-outlined", () -> run(true)), at);
        dry.setId("dry-run");
        Button run = Nodes.whileIdle(Nodes.button(at.text("robots.run"),
                Material2OutlinedMZ.PLAY_ARROW, "accent", () -> run(false)), at);
        run.setId("run");
        VBox head = new VBox(8, Nodes.row(8, new VBox(2, title, when), Nodes.gap(), dry, run),
                steps);
        head.getStyleClass().add("robot-head");
        return head;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void enter() {
        list.requestFocus();
    }

    @Override
    public void refresh() {
        stage.read(() -> new Content(Desk.robots(), at.desk().runs()),
                this::show);
    }

    private void show(Content content) {
        stage.show(work);
        if (!list.getItems().equals(content.robots())) {
            list.getItems().setAll(content.robots());
            list.getSelectionModel().selectFirst();
        }
        runs.know(content.robots());
        List<RunReport> newestFirst = new ArrayList<>(content.runs());
        Collections.reverse(newestFirst);
        runs.view().getItems().setAll(newestFirst);
    }

    private void open(Robot robot) {
        title.setText(at.texts().titleOf(robot));
        when.setText(RobotCard.when(robot, at.texts()));
        steps.getChildren().clear();
        for (String step : robot.steps()) {
            steps.getChildren().add(Nodes.label(at.texts().orElse("step." + step, step), "pill"));
        }
    }

    private void run(boolean isDryRun) {
        Robot robot = list.getSelectionModel().getSelectedItem();
        if (robot != null) {
            at.tasks().command(at.texts().titleOf(robot),
                    progress -> at.desk().run(robot.name(), isDryRun, at.person(), progress),
                    this::ran);
        }
    }

    private void ran(RunReport report) {
        diff.show(report);
        tabs.getSelectionModel().selectFirst();
        if (report.isDryRun()) {
            at.notices().done(at.text("robots.tried", report.diff().size()));
        } else {
            at.notices().done(at.text("robots.ran", report.entries().size(), report.waiting()));
            at.ways().bookChanged();
        }
    }

    private void undo(RunReport run) {
        at.overlay().confirm(at.text("robots.undo.title"), at.text("robots.undo.explained",
                run.entries().size()), at.text("robots.undo"), () -> at.tasks().command(
                        at.text("robots.undo"),
                        progress -> at.desk().undo(run.id(), at.person()), this::ran));
    }
}
