package onebook.app.review;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import onebook.app.common.AccountField;
import onebook.app.common.AccountSearch;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Texts;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Side;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** One line of the draft: account, party, and an amount on one of the two sides. */
final class LineRow {
    static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final AccountField account;
    private final TextField party = new TextField();
    private final TextField debit = amount();
    private final TextField credit = amount();
    private final Button remove;

    LineRow(AccountSearch accounts, Texts texts, Runnable removed) {
        account = new AccountField(accounts, texts);
        party.getStyleClass().add("draft-party");
        account.setMinWidth(0);
        party.setPromptText(texts.get("draft.party"));
        party.setAccessibleText(texts.get("draft.party"));
        debit.setAccessibleText(texts.get("debit"));
        credit.setAccessibleText(texts.get("credit"));
        remove = Nodes.icon(Material2OutlinedAL.CLOSE, texts.get("draft.remove"), removed);
        remove.getStyleClass().add("small");
        remove.setFocusTraversable(false);
    }

    private static TextField amount() {
        TextField field = new TextField();
        field.setAlignment(Pos.CENTER_RIGHT);
        field.getStyleClass().add("money");
        field.setMinWidth(0);
        field.focusedProperty().addListener((focus, was, is) -> {
            if (!is) {
                Optional<Money> typed = Figures.read(field.getText());
                typed.ifPresent(value -> field.setText(Figures.of(value)));
                field.pseudoClassStateChanged(DANGER,
                        typed.isEmpty() && !field.getText().isBlank());
            }
        });
        return field;
    }

    void show(Posting line) {
        account.show(line.account());
        party.setText(line.party());
        (line.side() == Side.DEBIT ? debit : credit).setText(Figures.of(line.amount()));
    }

    /** What is known of a line whose account is not. */
    void suggest(Side side, Money amount, String whom) {
        party.setText(whom);
        (side == Side.DEBIT ? debit : credit).setText(Figures.of(amount));
    }

    AccountField account() {
        return account;
    }

    void whenChanged(Runnable changed) {
        debit.textProperty().addListener(text -> changed.run());
        credit.textProperty().addListener(text -> changed.run());
    }

    /** Account with the party below it, debit, credit, and a way to take the line out. */
    Node[] nodes() {
        VBox who = new VBox(2, account, party);
        who.setMinWidth(0);
        return new Node[] {who, debit, credit, remove};
    }

    boolean isBlank() {
        return account.getText().isBlank() && debit.getText().isBlank()
                && credit.getText().isBlank();
    }

    /** The line as typed; empty, and the guilty field marked, where it is none. */
    Optional<Posting> posting() {
        Optional<Posting> line = typed();
        account.pseudoClassStateChanged(DANGER, account.code().isEmpty());
        boolean hasAmount = line.isPresent() || account.code().isEmpty();
        debit.pseudoClassStateChanged(DANGER, !hasAmount);
        credit.pseudoClassStateChanged(DANGER, !hasAmount);
        return line;
    }

    /** What is typed on that side so far. */
    Optional<Money> amount(Side side) {
        return Figures.read((side == Side.DEBIT ? debit : credit).getText());
    }

    private Optional<Posting> typed() {
        Optional<Money> debited = amount(Side.DEBIT);
        Optional<Money> credited = amount(Side.CREDIT);
        if (account.code().isEmpty() || debited.isPresent() == credited.isPresent()) {
            return Optional.empty();
        }
        Side side = debited.isPresent() ? Side.DEBIT : Side.CREDIT;
        return Optional.of(new Posting(account.code().get(), side,
                debited.or(() -> credited).get(), party.getText().strip()));
    }
}
