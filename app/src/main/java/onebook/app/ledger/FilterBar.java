package onebook.app.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.Duration;
import javafx.util.StringConverter;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.Account;
import onebook.ledger.Period;
import onebook.robot.EntryFilter;

/** Which entries to show: a month, an account with its details, a text. */
final class FilterBar {
    private final ComboBox<Optional<Period>> period = new ComboBox<>();
    private final ComboBox<Optional<Account>> account = new ComboBox<>();
    private final TextField text = new TextField();
    private final Node view;

    FilterBar(Workplace at, Runnable changed) {
        period.setId("filter-period");
        period.setConverter(shownAs(value -> value.map(Period::toString)
                .orElse(at.text("filter.all-periods"))));
        account.setId("filter-account");
        account.setConverter(shownAs(value -> value.map(at.texts()::account)
                .orElse(at.text("filter.all-accounts"))));
        account.setPrefWidth(240);
        account.setVisibleRowCount(18);
        text.setId("filter-text");
        text.setPromptText(at.text("filter.text"));
        text.setAccessibleText(at.text("filter.text"));
        text.setPrefWidth(250);
        PauseTransition settled = new PauseTransition(Duration.millis(200));
        settled.setOnFinished(over -> changed.run());
        text.textProperty().addListener(typed -> settled.playFromStart());
        period.setItems(FXCollections.observableArrayList(List.of(Optional.<Period>empty())));
        account.setItems(FXCollections.observableArrayList(List.of(Optional.<Account>empty())));
        period.getSelectionModel().selectFirst();
        account.getSelectionModel().selectFirst();
        period.valueProperty().addListener(chosen -> changed.run());
        account.valueProperty().addListener(chosen -> changed.run());
        view = Nodes.row(8, period, account, text);
    }

    Node view() {
        return view;
    }

    EntryFilter filter() {
        return new EntryFilter(orEmpty(period.getValue()),
                orEmpty(account.getValue()).map(Account::code), text.getText().strip());
    }

    /** What can be chosen; what was chosen stays chosen. */
    void offer(List<Period> periods, List<Account> accounts) {
        offer(period, periods);
        offer(account, accounts);
    }

    void clear() {
        period.getSelectionModel().selectFirst();
        account.getSelectionModel().selectFirst();
        text.clear();
    }

    void focus() {
        text.requestFocus();
    }

    private static <T> void offer(ComboBox<Optional<T>> box, List<T> values) {
        List<Optional<T>> wanted = new ArrayList<>();
        wanted.add(Optional.empty());
        values.forEach(value -> wanted.add(Optional.of(value)));
        if (!box.getItems().equals(wanted)) {
            Optional<T> chosen = orEmpty(box.getValue());
            box.getItems().setAll(wanted);
            box.setValue(wanted.contains(chosen) ? chosen : Optional.empty());
        }
    }

    private static <T> Optional<T> orEmpty(Optional<T> chosen) {
        return chosen == null ? Optional.empty() : chosen;
    }

    private interface Words<T> {
        String of(Optional<T> value);
    }

    private static <T> StringConverter<Optional<T>> shownAs(Words<T> words) {
        return new StringConverter<>() {
            @Override
            public String toString(Optional<T> value) {
                return words.of(orEmpty(value));
            }

            @Override
            public Optional<T> fromString(String typed) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        };
    }
}
