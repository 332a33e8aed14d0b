package onebook.app.voucher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import onebook.app.common.AccountField;
import onebook.app.common.AccountSearch;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Texts;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Side;
import onebook.robot.Draft;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** One line of the voucher: summary, account, what the account asks, and an amount on a side. */
final class VoucherLine {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Texts texts;
    private final ChartOfAccounts chart;
    private final TextField memo;
    private final AccountField account;
    private final TextField debit = amount();
    private final TextField credit = amount();
    private final TextField party;
    private final LineDetails details;
    private final Label problem = Nodes.label("", "text-small", "bad");
    private final Button remove;
    private int cashFlow;

    VoucherLine(Texts texts, ChartOfAccounts chart, AccountSearch accounts, Changes changes) {
        this.texts = texts;
        this.chart = chart;
        memo = words("voucher.memo");
        account = new AccountField(accounts, texts);
        account.setMinWidth(0);
        party = words("voucher.party");
        details = new LineDetails(texts, changes::typed);
        remove = Nodes.icon(Material2OutlinedAL.CLOSE, texts.get("draft.remove"),
                () -> changes.removed(this));
        remove.getStyleClass().add("small");
        remove.setFocusTraversable(false);
        problem.setWrapText(true);
        debit.setAccessibleText(texts.get("debit"));
        credit.setAccessibleText(texts.get("credit"));
        debit.getStyleClass().add("debit");
        credit.getStyleClass().add("credit");
        account.textProperty().addListener(typed -> {
            ask();
            changes.typed();
        });
        List.of(memo, party, debit, credit).forEach(field ->
                field.textProperty().addListener(typed -> changes.typed()));
        List.of(Side.DEBIT, Side.CREDIT).forEach(side -> field(side).addEventFilter(
                KeyEvent.KEY_TYPED, key -> {
                    if (key.getCharacter().equals("=") || key.getCharacter().equals("＝")) {
                        key.consume();
                        changes.balance(this, side);
                    }
                }));
        Stream.of(memo, account, party, debit, credit).forEach(field ->
                field.focusedProperty().addListener(focus -> changes.typed()));
        named("");
    }

    /** What happens on a line. */
    interface Changes {
        void typed();

        void removed(VoucherLine line);

        /** The amount that balances the voucher is wanted on that side. */
        void balance(VoucherLine line, Side side);
    }

    private TextField words(String key) {
        TextField field = new TextField();
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
        field.setMinWidth(0);
        return field;
    }

    private static TextField amount() {
        TextField field = new TextField();
        field.setAlignment(Pos.CENTER_RIGHT);
        field.getStyleClass().add("money");
        field.setMinWidth(0);
        field.focusedProperty().addListener((focus, was, is) -> {
            if (is) {
                Platform.runLater(field::selectAll);
            } else {
                Figures.read(field.getText()).ifPresent(value ->
                        field.setText(Figures.of(value)));
                field.pseudoClassStateChanged(DANGER, !isRead(field));
            }
        });
        return field;
    }

    private static boolean isRead(TextField field) {
        return field.getText().isBlank() || Figures.read(field.getText()).isPresent();
    }

    private TextField field(Side side) {
        return side == Side.DEBIT ? debit : credit;
    }

    private void ask() {
        Account.Asks asks = account.code().flatMap(chart::find).map(Account::asks)
                .orElse(Account.Asks.NOTHING);
        details.ask(asks);
        String whom = asks.dimensions().stream().filter(Account.Dimension::isParty).sorted()
                .map(one -> texts.get("dimension." + one.name()))
                .collect(Collectors.joining("/"));
        party.setPromptText(whom.isEmpty() ? texts.get("voucher.party") : whom);
    }

    void show(Draft.Line line) {
        memo.setText(line.memo());
        if (line.account().matches("[0-9.]+")) {
            account.show(AccountCode.of(line.account()));
        } else {
            account.setText(line.account());
        }
        line.debit().ifPresent(amount -> debit.setText(Figures.of(amount)));
        line.credit().ifPresent(amount -> credit.setText(Figures.of(amount)));
        party.setText(line.party());
        details.show(line);
        cashFlow = line.cashFlow();
    }

    void put(Side side, Money amount) {
        field(side).setText(Figures.of(amount));
        field(side.opposite()).clear();
        field(side).requestFocus();
        field(side).end();
    }

    /** What a foreign amount comes to, where one is typed. */
    Optional<Money> converted() {
        try {
            return details.foreign().map(one -> one.converted(Money.CNY));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    boolean isBlank() {
        return Stream.of(memo, account, debit, credit, party)
                .allMatch(field -> field.getText().isBlank());
    }

    /** False, and the guilty field marked, where an amount cannot be read. */
    boolean isRead() {
        debit.pseudoClassStateChanged(DANGER, !isRead(debit));
        credit.pseudoClassStateChanged(DANGER, !isRead(credit));
        return isRead(debit) && isRead(credit);
    }

    Draft.Line line() {
        return new Draft.Line(account.code().map(AccountCode::value)
                .orElse(account.getText().strip()), memo.getText().strip(),
                Figures.read(debit.getText()), Figures.read(credit.getText()),
                party.getText().strip(), details.dimensions(), details.foreign(),
                details.quantity(), cashFlow);
    }

    /** Says under the line what it lacks; nothing where it lacks nothing. */
    void named(String problems) {
        problem.setText(problems);
        problem.setVisible(!problems.isEmpty());
        problem.setManaged(!problems.isEmpty());
    }

    /** The fields in the order in which they are filled in. */
    List<Node> fields() {
        List<Node> fields = new ArrayList<>(List.of(memo, account));
        fields.addAll(details.fields());
        fields.addAll(List.of(debit, credit, party));
        return fields;
    }

    /** The field after this one; a line with a debit needs no credit. */
    boolean isSkipped(Node field) {
        return field == credit && !debit.getText().isBlank();
    }

    Node memo() {
        return memo;
    }

    /** Puts the line into two rows of a grid, so that Tab goes through it in order. */
    void place(GridPane grid, int row) {
        VBox below = new VBox(3, details.view(), problem);
        grid.add(memo, 0, row);
        grid.add(account, 1, row);
        grid.add(below, 0, row + 1, 6, 1);
        grid.add(debit, 2, row);
        grid.add(credit, 3, row);
        grid.add(party, 4, row);
        grid.add(remove, 5, row);
    }
}
