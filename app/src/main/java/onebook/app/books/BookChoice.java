package onebook.app.books;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javafx.animation.PauseTransition;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import onebook.app.common.AccountField;
import onebook.app.common.AccountSearch;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.AccountCode;
import onebook.ledger.Period;
import onebook.robot.Books;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Which book to show: its kind, an account, the months, and whose lines. */
final class BookChoice {
    private static final List<Books.Kind> KINDS = List.of(Books.Kind.GENERAL, Books.Kind.DETAIL,
            Books.Kind.JOURNAL, Books.Kind.QUANTITY, Books.Kind.FOREIGN, Books.Kind.BALANCE,
            Books.Kind.MULTI, Books.Kind.AGEING);
    private static final Duration TYPED = Duration.millis(250);

    private final Workplace at;
    private final Runnable changed;
    private final Map<Books.Kind, ToggleButton> kinds = new EnumMap<>(Books.Kind.class);
    private final AccountField account;
    private final ComboBox<Period> from = new ComboBox<>();
    private final ComboBox<Period> to = new ComboBox<>();
    private final Label until = Nodes.muted("–");
    private final TextField text = new TextField();
    private final CheckBox details = new CheckBox();
    private final Button party;
    private final PauseTransition settled = new PauseTransition(TYPED);
    private final VBox view;
    private Books.Kind kind = Books.Kind.GENERAL;
    private Optional<String> whose = Optional.empty();
    private boolean isShowing;

    BookChoice(Workplace at, BookWords words, Runnable changed) {
        this.at = at;
        this.changed = changed;
        account = new AccountField(AccountSearch.ofAll(at.desk().chart()), at.texts());
        party = Nodes.button("", Material2OutlinedAL.CLOSE, "button-outlined", this::anyParty);
        HBox segments = kinds(words);
        FlowPane fields = new FlowPane(8, 6, account, from, until, to, details, text,
                party);
        fields.setRowValignment(VPos.CENTER);
        view = new VBox(8, segments, fields);
        view.getStyleClass().add("book-choice");
        fields();
        fit();
    }

    private HBox kinds(BookWords words) {
        ToggleGroup group = new ToggleGroup();
        HBox segments = new HBox();
        for (Books.Kind one : KINDS) {
            ToggleButton button = new ToggleButton(words.kind(one));
            button.setId("book-" + one.name());
            button.setToggleGroup(group);
            button.getStyleClass().add(one == KINDS.get(0) ? "left-pill"
                    : one == KINDS.get(KINDS.size() - 1) ? "right-pill" : "center-pill");
            button.setOnAction(chosen -> {
                button.setSelected(true);
                kind = one;
                details.setSelected(one == Books.Kind.BALANCE);
                change();
            });
            kinds.put(one, button);
            segments.getChildren().add(button);
        }
        kinds.get(kind).setSelected(true);
        return segments;
    }

    private void fields() {
        account.setId("book-account");
        account.setPromptText(at.text("books.all-accounts"));
        account.setPrefWidth(230);
        from.setId("book-from");
        from.setAccessibleText(at.text("books.from"));
        to.setId("book-to");
        to.setAccessibleText(at.text("books.to"));
        text.setId("book-text");
        text.setPromptText(at.text("books.text"));
        text.setPrefWidth(230);
        details.setId("book-details");
        details.setText(at.text("books.details"));
        party.setId("book-party");
        settled.setOnFinished(over -> change());
        account.textProperty().addListener(typed -> typed());
        text.textProperty().addListener(typed -> typed());
        from.valueProperty().addListener(chosen -> change());
        to.valueProperty().addListener(chosen -> change());
        details.selectedProperty().addListener(chosen -> change());
    }

    private void typed() {
        if (!isShowing) {
            settled.playFromStart();
        }
    }

    private void change() {
        fit();
        boolean isMeant = account.getText().isBlank() || account.code().isPresent();
        if (!isShowing && isMeant) {
            settled.stop();
            changed.run();
        }
    }

    /** Shows the fields that the kind has. */
    private void fit() {
        shown(account, kind != Books.Kind.BALANCE);
        shown(details, kind == Books.Kind.BALANCE || kind == Books.Kind.GENERAL
                && account.getText().isBlank());
        shown(text, kind.hasLines());
        shown(party, kind.hasLines() && whose.isPresent());
        shown(from, kind != Books.Kind.AGEING);
        until.setText(kind == Books.Kind.AGEING ? at.text("books.until") : "–");
    }

    private static void shown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    Node view() {
        return view;
    }

    Asked asked() {
        Optional<AccountCode> code = kind == Books.Kind.BALANCE ? Optional.empty()
                : account.code();
        return new Asked(kind, code, Optional.ofNullable(from.getValue()),
                Optional.ofNullable(to.getValue()), kind.hasLines() ? whose : Optional.empty(),
                text.getText().strip(), details.isSelected());
    }

    /** Sets what is to be chosen, and tells nobody. */
    void show(Asked asked) {
        isShowing = true;
        kind = asked.kind();
        kinds.get(kind).setSelected(true);
        whose = asked.party();
        party.setText(at.text("books.party", whose.orElse("")));
        asked.account().ifPresentOrElse(account::show, account::clear);
        asked.from().ifPresent(from::setValue);
        asked.to().ifPresent(to::setValue);
        text.setText(asked.text());
        isShowing = false;
        fit();
    }

    /** The months that can be chosen, and the ones of the book that is shown. */
    void offer(List<Period> months, Books.Order order) {
        isShowing = true;
        TreeSet<Period> all = new TreeSet<>(months);
        all.add(order.from());
        all.add(order.to());
        offer(from, List.copyOf(all), order.from());
        offer(to, List.copyOf(all), order.to());
        isShowing = false;
    }

    private static void offer(ComboBox<Period> box, List<Period> months, Period chosen) {
        if (!box.getItems().equals(months)) {
            box.getItems().setAll(months);
        }
        box.setValue(chosen);
    }

    private void anyParty() {
        whose = Optional.empty();
        change();
    }

    void focus() {
        account.requestFocus();
    }
}
