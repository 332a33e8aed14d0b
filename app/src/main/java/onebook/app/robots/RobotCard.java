package onebook.app.robots;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import onebook.app.common.Nodes;
import onebook.app.common.Texts;
import onebook.robot.Robot;

/** A robot in the list: its title, when it runs, its steps. */
final class RobotCard extends ListCell<Robot> {
    private final Texts texts;
    private final Label title = Nodes.label("", "waiting-party");
    private final Label when = Nodes.muted("");
    private final VBox card = new VBox(3, title, when);

    RobotCard(Texts texts) {
        this.texts = texts;
        getStyleClass().add("waiting");
        card.prefWidthProperty().bind(widthProperty().subtract(28));
    }

    @Override
    protected void updateItem(Robot robot, boolean isEmpty) {
        super.updateItem(robot, isEmpty);
        if (isEmpty || robot == null) {
            setGraphic(null);
            return;
        }
        title.setText(texts.titleOf(robot));
        when.setText(when(robot, texts));
        setGraphic(card);
    }

    /** "daily 07:30" and "monthly 5 09:00" in the words of the language. */
    static String when(Robot robot, Texts texts) {
        String[] words = robot.schedule().split(" ");
        return switch (words[0]) {
            case "daily" -> texts.get("robots.daily", words[1]);
            case "monthly" -> texts.get("robots.monthly", words[1], words[2]);
            case "" -> texts.get("robots.asked");
            default -> robot.schedule();
        };
    }
}
