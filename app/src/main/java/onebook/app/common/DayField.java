package onebook.app.common;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /**
     * The day that is meant, as "2026-03-31", "2026/3/31", "20260331", "3-31", "0331" or "31"; what
     * is not said is as in {@code base}.
     */
    static Optional<LocalDate> read(String typed, LocalDate base) {
        String plain = typed.strip().replaceAll("[/.年月]", "-").replaceFirst("日$", "")
                .replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)$", "$1-$2-$3")
                .replaceFirst("^(\\d\\d)(\\d\\d)$", "$1-$2");
        if (!plain.matches("(?:(?:\\d{4}-)?\\d{1,2}-)?\\d{1,2}")) {
            return Optional.empty();
        }
        List<Integer> said = Stream.of(plain.split("-")).map(Integer::valueOf).toList();
        int size = said.size();
        try {
            return Optional.of(LocalDate.of(size > 2 ? said.get(0) : base.getYear(),
                    size > 1 ? said.get(size - 2) : base.getMonthValue(), said.get(size - 1)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private final class Words extends StringConverter<LocalDate> {
        @Override
        public String toString(LocalDate day) {
            return day == null ? "" : day.toString();
        }

        @Override
        public LocalDate fromString(String typed) {
            LocalDate shown = getValue();
            return read(typed, shown == null ? LocalDate.EPOCH : shown).orElse(shown);
        }
    }
}
