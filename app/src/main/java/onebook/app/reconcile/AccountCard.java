package onebook.app.reconcile;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.Money;
import onebook.robot.CashAccount;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** One account in a nutshell; chosen, its lines are shown below. */
final class AccountCard extends ToggleButton {

    AccountCard(CashAccount account, Workplace at) {
        Label bank = Nodes.label(account.bank(), "cash-bank");
        FontIcon icon = new FontIcon(account.isWallet()
                ? Material2OutlinedAL.ACCOUNT_BALANCE_WALLET
                : Material2OutlinedAL.ACCOUNT_BALANCE);
        Label state = state(account, at);
        HBox head = Nodes.row(8, icon, bank, Nodes.gap());
        VBox card = new VBox(6, head, Nodes.label(account.code() + "   " + account.number(),
                "text-muted", "text-small"), figures(account, at), state);
        card.setMouseTransparent(true);
        setGraphic(card);
        card.setPrefWidth(270);
        bank.setMaxWidth(220);
        getStyleClass().add("cash-card");
        setAccessibleText(account.bank() + " " + state.getText());
    }

    private static HBox figures(CashAccount account, Workplace at) {
        return Nodes.row(18, figure(at.text("bank.book"), Figures.of(account.bookBalance())),
                figure(at.text("bank.bank"),
                        account.bankBalance().map(Figures::of).orElse("—")));
    }

    private static VBox figure(String name, String value) {
        return new VBox(1, Nodes.label(name, "text-muted", "text-small"),
                Nodes.label(value, "money"));
    }

    private static Label state(CashAccount account, Workplace at) {
        Optional<Money> difference = account.difference();
        boolean isEqual = difference.map(Money::isZero).orElse(false);
        String words = difference.map(amount -> isEqual ? at.text("bank.agrees")
                : at.text("bank.differs", Figures.of(amount))).orElse(at.text("bank.unknown"));
        String waiting = account.unbooked() == 0 ? ""
                : "  ·  " + at.text("bank.unbooked", account.unbooked());
        return Nodes.label(words + waiting, "text-small",
                isEqual ? "good" : difference.isPresent() ? "bad" : "text-muted");
    }
}
