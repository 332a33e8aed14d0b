package onebook.app.start;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import onebook.app.common.Nodes;
import onebook.app.common.Tasks;
import onebook.app.common.Texts;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What runs now, how far it is, and a way to stop it. Takes no room while nothing runs. */
final class ActivityStrip {
    private final Texts texts;
    private final Label title = new Label();
    private final Label step = Nodes.muted("");
    private final ProgressBar bar = new ProgressBar();
    private final HBox view;

    ActivityStrip(Tasks tasks, Texts texts) {
        this.texts = texts;
        bar.setPrefWidth(220);
        title.setMinWidth(Label.USE_PREF_SIZE);
        Button stop = Nodes.button(texts.get("stop"), Material2OutlinedMZ.STOP, "flat",
                tasks::stop);
        stop.setId("stop");
        view = Nodes.row(12, title, bar, step, Nodes.gap(), stop);
        view.getStyleClass().add("activity");
        view.setId("activity");
        view.managedProperty().bind(view.visibleProperty());
        tasks.activity().addListener((activity, was, is) -> show(is));
        show(tasks.activity().get());
    }

    Node view() {
        return view;
    }

    private void show(Tasks.Activity activity) {
        view.setVisible(activity != null);
        if (activity == null) {
            return;
        }
        title.setText(activity.title());
        bar.setProgress(activity.total() == 0 ? ProgressBar.INDETERMINATE_PROGRESS
                : (double) activity.done() / activity.total());
        String name = texts.orElse("step." + activity.step(), activity.step());
        step.setText(activity.total() == 0 ? name
                : name + "  " + activity.done() + " / " + activity.total());
    }
}
