package onebook.app.common;

import java.time.LocalDate;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;

/** A field for a day that can be typed in short; what is no day leaves the day that was there. */
public final class DayField extends DatePicker {
    public DayField(String name) {
        setPrefWidth(150);
        setMinWidth(130);
        setAccessibleText(name);
        setConverter(new Words());
        focusedProperty().addListener((focus, was, is) -> {
            if (!is) {
                settle();
            }
        });
    }

    /** Takes over what was typed. */
    public void settle() {
        setValue(getConverter().fromString(getEditor().getText()));
        getEditor().setText(getConverter().toString(getValue()));
    }

    private final class Words extends StringConverter<LocalDate> {
        @Override
        public String toString(LocalDate day) {
            return day == null ? "" : day.toString();
        }

        @Override
        public LocalDate fromString(String typed) {
            LocalDate shown = getValue();
            return DayText.read(typed, shown == null ? LocalDate.EPOCH : shown).orElse(shown);
        }
    }
}
