package onebook.app.voucher;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import onebook.app.common.Nodes;
import onebook.app.common.Texts;
import onebook.ledger.Account;
import onebook.ledger.Account.Dimension;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.robot.Draft;

/** What an account asks of a line besides its amount: dimensions, foreign money, a quantity. */
final class LineDetails {
    private final Texts texts;
    private final Runnable changed;
    private final FlowPane view = new FlowPane(8, 4);
    private final Map<Dimension, TextField> dimensions = new EnumMap<>(Dimension.class);
    private final TextField foreign;
    private final TextField rate;
    private final TextField count;
    private final TextField price;
    private String currency = "";
    private String unit = "";

    LineDetails(Texts texts, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
        foreign = field("voucher.foreign", 110);
        rate = field("voucher.rate", 90);
        count = field("voucher.count", 90);
        price = field("voucher.price", 90);
        view.setPrefWrapLength(700);
        ask(Account.Asks.NOTHING);
    }

    private TextField field(String key, double width) {
        TextField field = new TextField();
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
        field.setPrefWidth(width);
        field.textProperty().addListener(typed -> changed.run());
        return field;
    }

    Node view() {
        return view;
    }

    /** Shows the fields for these; what was typed into a field that stays is kept. */
    void ask(Account.Asks asks) {
        Set<Dimension> wanted = asks.dimensions().stream().filter(one -> !one.isParty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Dimension.class)));
        boolean isSame = dimensions.keySet().equals(wanted) && currency.equals(asks.currency())
                && unit.equals(asks.unit());
        if (isSame && !view.getChildren().isEmpty()) {
            return;
        }
        dimensions.keySet().retainAll(wanted);
        wanted.forEach(one -> dimensions.computeIfAbsent(one,
                made -> field("dimension." + made.name(), 130)));
        currency = asks.currency();
        unit = asks.unit();
        view.getChildren().clear();
        dimensions.forEach((one, field) -> put(texts.get("dimension." + one.name()), field));
        if (!currency.isEmpty()) {
            put(texts.get("voucher.foreign") + " " + currency, foreign);
            put(texts.get("voucher.rate"), rate);
        }
        if (!unit.isEmpty()) {
            put(texts.get("voucher.count") + " " + unit, count);
            put(texts.get("voucher.price"), price);
        }
        view.setVisible(!view.getChildren().isEmpty());
        view.setManaged(view.isVisible());
    }

    private void put(String name, TextField field) {
        view.getChildren().add(Nodes.row(4, Nodes.label(name, "text-muted", "text-small"), field));
    }

    void show(Draft.Line line) {
        dimensions.forEach((one, field) ->
                field.setText(line.dimensions().getOrDefault(one, "")));
        line.foreign().ifPresent(one -> {
            foreign.setText(one.amount().toDecimal().toPlainString());
            rate.setText(one.rate().toPlainString());
        });
        line.quantity().ifPresent(one -> {
            count.setText(one.count().toPlainString());
            price.setText(one.unitPrice().toPlainString());
        });
    }

    /** The fields that are shown, in order. */
    List<Node> fields() {
        List<Node> fields = new ArrayList<>(dimensions.values());
        if (!currency.isEmpty()) {
            fields.addAll(List.of(foreign, rate));
        }
        if (!unit.isEmpty()) {
            fields.addAll(List.of(count, price));
        }
        return fields;
    }

    SortedMap<Dimension, String> dimensions() {
        SortedMap<Dimension, String> values = new TreeMap<>();
        dimensions.forEach((one, field) -> {
            if (!field.getText().isBlank()) {
                values.put(one, field.getText().strip());
            }
        });
        return values;
    }

    Optional<Posting.Foreign> foreign() {
        Optional<BigDecimal> amount = number(foreign);
        Optional<BigDecimal> each = number(rate).filter(one -> one.signum() > 0);
        if (currency.isEmpty() || amount.isEmpty() || each.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Posting.Foreign(Money.of(amount.get(), currency), each.get()));
        } catch (ArithmeticException tooFine) {
            return Optional.empty();
        }
    }

    Optional<Posting.Quantity> quantity() {
        return unit.isEmpty() ? Optional.empty() : number(count).flatMap(units ->
                number(price).map(each -> new Posting.Quantity(units, each)));
    }

    private static Optional<BigDecimal> number(TextField field) {
        String plain = field.getText().replaceAll("[,，\\s]", "");
        try {
            return plain.matches("-?[0-9.]{1,24}") ? Optional.of(new BigDecimal(plain))
                    : Optional.empty();
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }
}
