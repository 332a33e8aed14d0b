package onebook.app.common;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/** A field for a name; completes from any part of the names that are known. */
public final class NameField extends TextField {
    private static final int MOST = 60;

    private final Offers<String> offers;
    private final Consumer<String> taken;
    private List<String> names = List.of();

    /** @param taken told a name that was chosen or typed out, after which the field is empty */
    public NameField(Consumer<String> taken) {
        this.taken = taken;
        offers = new Offers<>(Function.identity(), this::take);
        textProperty().addListener((text, was, is) -> offer(is));
        focusedProperty().addListener((focus, was, is) -> offers.hide());
        setOnAction(entered -> take(getText().strip()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public void names(List<String> known) {
        names = List.copyOf(known);
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> {
                if (offers.isShown()) {
                    offers.move(1);
                } else {
                    offers.show(fitting(getText()), this);
                }
                key.consume();
            }
            case UP -> {
                offers.move(-1);
                key.consume();
            }
            case ENTER -> {
                if (offers.isShown()) {
                    offers.chosen().ifPresent(this::take);
                    key.consume();
                }
            }
            case ESCAPE -> {
                if (offers.isShown()) {
                    offers.hide();
                    key.consume();
                }
            }
            default -> { }
        }
    }

    private void offer(String typed) {
        if (isFocused() && getScene() != null) {
            offers.show(typed.isBlank() ? List.of() : fitting(typed), this);
        }
    }

    private List<String> fitting(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return names.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted)
                || Initials.of(name).startsWith(wanted)).limit(MOST).toList();
    }

    private void take(String name) {
        offers.hide();
        if (!name.isBlank()) {
            clear();
            taken.accept(name);
        }
    }
}
