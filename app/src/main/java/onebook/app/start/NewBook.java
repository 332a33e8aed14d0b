package onebook.app.start;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import onebook.app.common.Files;
import onebook.app.common.Nodes;
import onebook.app.common.Overlay;
import onebook.app.common.Texts;
import onebook.ledger.Company;
import onebook.robot.Desk;

/** Asks for what a new book must know: name, tax number, kind of taxpayer, first month. */
final class NewBook {
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    private final Texts texts;
    private final TextField name = new TextField();
    private final TextField taxId = new TextField();
    private final ComboBox<Company.Taxpayer> taxpayer = new ComboBox<>();
    private final TextField from = new TextField();

    private NewBook(Texts texts, Clock clock) {
        this.texts = texts;
        name.setId("new-name");
        taxId.setId("new-tax-id");
        from.setId("new-from");
        from.setText(LocalDate.now(clock).getYear() + "-01");
        taxpayer.getItems().setAll(List.of(Company.Taxpayer.values()));
        taxpayer.setValue(Company.Taxpayer.SMALL_SCALE);
        taxpayer.setMaxWidth(Double.MAX_VALUE);
        taxpayer.setConverter(new StringConverter<>() {
            @Override
            public String toString(Company.Taxpayer value) {
                return value == null ? "" : texts.get("taxpayer." + value.name());
            }

            @Override
            public Company.Taxpayer fromString(String typed) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
    }

    static void ask(Texts texts, Files files, Clock clock, Frame frame) {
        NewBook form = new NewBook(texts, clock);
        Overlay overlay = frame.overlay();
        Button create = Nodes.button(texts.get("new.create"), "accent", () -> files
                .askNew(texts.get("new.where"), "book.onebook").ifPresent(file -> {
                    overlay.hide();
                    frame.create(file, form.profile());
                }));
        create.setId("new-create");
        create.setDefaultButton(true);
        create.disableProperty().bind(Bindings.createBooleanBinding(() -> !form.isComplete(),
                form.name.textProperty(), form.taxId.textProperty(), form.from.textProperty()));
        overlay.show(overlay.card(texts.get("start.new"), texts.get("new.explained"),
                form.fields(), create), form.name);
    }

    private VBox fields() {
        VBox fields = new VBox(10, field("new.name", name), field("new.tax-id", taxId));
        fields.getChildren().add(new VBox(3, Nodes.muted(texts.get("new.taxpayer")), taxpayer));
        fields.getChildren().add(field("new.from", from));
        return fields;
    }

    private VBox field(String key, TextField field) {
        field.setAccessibleText(texts.get(key));
        return new VBox(3, Nodes.muted(texts.get(key)), field);
    }

    private boolean isComplete() {
        return !name.getText().isBlank() && taxId.getText().strip().length() == 18
                && MONTH.matcher(from.getText().strip()).matches();
    }

    private String profile() {
        return Desk.profile(name.getText().strip(),
                taxId.getText().strip().toUpperCase(Locale.ROOT),
                taxpayer.getValue().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                from.getText().strip());
    }
}
