package onebook.app.statements;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.Period;
import onebook.report.Span;
import onebook.tax.TaxPeriod;

/** What the statements cover: a month, a quarter or a year of those that have entries. */
final class SpanChoice {

    /** How long a span is. */
    enum Length {
        MONTH(month -> Span.of(month, month)),
        QUARTER(month -> Span.of(TaxPeriod.quarterOf(month).from(),
                TaxPeriod.quarterOf(month).to())),
        YEAR(month -> Span.ofYear(month.year()));

        private final Function<Period, Span> around;

        Length(Function<Period, Span> around) {
            this.around = around;
        }

        /** The span of this length that has the month in it. */
        Span around(Period month) {
            return around.apply(month);
        }
    }

    private final Map<Length, ToggleButton> lengths = new EnumMap<>(Length.class);
    private final ComboBox<Span> spans = new ComboBox<>();
    private final Runnable changed;
    private final HBox view;
    private Length length = Length.MONTH;
    private Optional<Period> month = Optional.empty();
    private boolean isShowing;

    SpanChoice(Workplace at, FormWords words, Runnable changed) {
        this.changed = changed;
        ToggleGroup group = new ToggleGroup();
        HBox segments = new HBox();
        for (Length one : Length.values()) {
            ToggleButton button = new ToggleButton(at.text("statements." + one.name()));
            button.setId("span-" + one.name());
            button.setToggleGroup(group);
            button.getStyleClass().add(List.of("left-pill", "center-pill", "right-pill")
                    .get(one.ordinal()));
            button.setOnAction(chosen -> {
                button.setSelected(true);
                length = one;
                changed.run();
            });
            lengths.put(one, button);
            segments.getChildren().add(button);
        }
        lengths.get(length).setSelected(true);
        spans.setId("span");
        spans.setAccessibleText(at.text("statements.span"));
        spans.setConverter(new StringConverter<>() {
            @Override
            public String toString(Span span) {
                return span == null ? "" : words.span(span);
            }

            @Override
            public Span fromString(String typed) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        spans.valueProperty().addListener((box, was, is) -> {
            if (!isShowing && is != null) {
                choose(is);
            }
        });
        view = Nodes.row(8, segments, spans);
    }

    private void choose(Span span) {
        month = Optional.of(span.to());
        changed.run();
    }

    Node view() {
        return view;
    }

    /** @param months with entries, in order; at least one */
    Span asked(List<Period> months) {
        Period last = months.get(months.size() - 1);
        return length.around(month.filter(one -> one.compareTo(last) <= 0).orElse(last));
    }

    /** What can be chosen, and what is shown. */
    void offer(List<Period> months, Span shown) {
        isShowing = true;
        List<Span> all = months.stream().map(length::around).distinct().toList();
        if (!spans.getItems().equals(all)) {
            spans.getItems().setAll(all);
        }
        spans.setValue(shown);
        isShowing = false;
    }
}
