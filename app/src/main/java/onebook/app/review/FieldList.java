package onebook.app.review;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import onebook.app.common.FieldNames;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.document.Field;
import onebook.document.Reading;
import onebook.invoice.Invoice;
import onebook.invoice.Original;
import onebook.ledger.Problem;
import onebook.words.Sentence;

/** What was read, doubtful fields first; the one in focus is marked on the picture. */
public final class FieldList {
    private static final double CERTAIN = 0.98;

    private final Workplace at;
    private final Consumer<Field> focused;
    private final VBox view = new VBox();

    public FieldList(Workplace at, Consumer<Field> focused) {
        this.at = at;
        this.focused = focused;
        view.setId("fields");
        view.getStyleClass().add("fields");
    }

    public Node view() {
        return view;
    }

    public void clear() {
        view.getChildren().clear();
    }

    public void show(Reading<Invoice> reading) {
        clear();
        Label original = Nodes.muted(at.text("original." + Original.of(reading).code()));
        original.setWrapText(true);
        original.setId("original");
        view.getChildren().add(original);
        reading.problems().forEach(problem -> view.getChildren().add(problem(problem)));
        List<String> guilty = reading.problems().stream().map(Problem::path).toList();
        reading.fields().stream()
                .filter(field -> !field.value().isBlank() && isShown(field.path()))
                .sorted(Comparator.comparing((Field field) -> !isDoubtful(field, guilty)))
                .forEach(field -> view.getChildren().add(row(field, isDoubtful(field, guilty))));
    }

    private static boolean isShown(String path) {
        return path.startsWith("invoice.");
    }

    private static boolean isDoubtful(Field field, List<String> guilty) {
        return field.confidence() < CERTAIN || guilty.contains(field.path());
    }

    private Node problem(Problem problem) {
        Label sentence = new Label(at.texts().refusal(problem.name()));
        sentence.setWrapText(true);
        Label values = Nodes.muted((FieldNames.of(problem.path(), at.texts()) + "   "
                + at.texts().say(Sentence.noted(problem.text()))).strip());
        values.setWrapText(true);
        VBox words = new VBox(2, sentence, values);
        words.getStyleClass().addAll("problem");
        return words;
    }

    private Node row(Field field, boolean isDoubtful) {
        Label name = Nodes.muted(FieldNames.of(field.path(), at.texts()));
        name.setMinWidth(92);
        name.setPrefWidth(92);
        Label value = new Label(at.texts().orElse("value." + field.value(), field.value()));
        value.setWrapText(true);
        HBox.setHgrow(value, Priority.ALWAYS);
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", isDoubtful ? "dot-doubtful" : "dot-certain");
        Label sure = Nodes.muted(isDoubtful ? Math.round(field.confidence() * 100) + " %" : "");
        HBox row = Nodes.row(8, dot, name, value, Nodes.gap(), sure);
        row.getStyleClass().add("field-row");
        row.setFocusTraversable(true);
        row.setAccessibleText(name.getText() + " " + field.value());
        row.setOnMouseClicked(click -> row.requestFocus());
        row.focusedProperty().addListener((focus, was, is) -> {
            if (is) {
                focused.accept(field);
            }
        });
        return row;
    }
}
