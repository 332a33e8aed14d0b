package onebook.app.robots;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import onebook.app.common.Columns;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.robot.Robot;
import onebook.robot.RunReport;

/** What the robots did, newest first; each run that stands can be taken back. */
final class RunTable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Workplace at;
    private final TableView<RunReport> table = Columns.table();
    private final Consumer<RunReport> undo;
    private Map<String, String> names = Map.of();

    RunTable(Workplace at, Consumer<RunReport> selected, Consumer<RunReport> undo) {
        this.at = at;
        this.undo = undo;
        table.setId("runs");
        table.setFixedCellSize(34);
        table.setPlaceholder(Nodes.muted(at.text("robots.no-runs")));
        table.getColumns().add(Columns.words(at.text("robots.started"), 150,
                run -> time(run.started())));
        table.getColumns().add(Columns.words(at.text("robots.robot"), 150,
                this::name));
        table.getColumns().add(Columns.words(at.text("robots.posted"), 80,
                run -> String.valueOf(run.entries().size())));
        table.getColumns().add(Columns.words(at.text("robots.waiting"), 80,
                run -> String.valueOf(run.waiting())));
        TableColumn<RunReport, RunReport> state = Columns.column(at.text("robots.state"), 180,
                run -> run);
        state.setCellFactory(made -> new UndoCell());
        table.getColumns().add(state);
        table.getSelectionModel().selectedItemProperty().addListener((selection, was, is) -> {
            if (is != null) {
                selected.accept(is);
            }
        });
    }

    TableView<RunReport> view() {
        return table;
    }

    /** "close 2026-03", "undo R0004" and the names of robots, in the words of the language. */
    private String name(RunReport run) {
        String[] words = run.robot().split(" ", 2);
        String what = at.texts().orElse("run." + words[0], names.getOrDefault(words[0], words[0]));
        return words.length == 1 ? what : what + " " + words[1];
    }

    void know(List<Robot> robots) {
        names = robots.stream().collect(Collectors.toMap(Robot::name, at.texts()::titleOf));
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private final class UndoCell extends TableCell<RunReport, RunReport> {
        private final Button button = Nodes.button(at.text("robots.undo"), "button-outlined",
                () -> undo.accept(getItem()));

        private UndoCell() {
            button.getStyleClass().addAll("small", "undo");
            Nodes.whileIdle(button, at);
        }

        @Override
        protected void updateItem(RunReport run, boolean isEmpty) {
            super.updateItem(run, isEmpty);
            boolean isUndone = !isEmpty && run != null && !run.undoneBy().isBlank();
            boolean canUndo = !isEmpty && run != null && run.undoneBy().isBlank()
                    && !run.id().isBlank() && !run.entries().isEmpty();
            setText(isUndone ? at.text("robots.undone") : null);
            setGraphic(canUndo ? button : null);
        }
    }
}
