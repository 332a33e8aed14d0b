package onebook.app.reconcile;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import onebook.app.common.Latest;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.ledger.AccountCode;
import onebook.robot.CashAccount;
import onebook.robot.RunReport;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The bank accounts and wallets as cards, the lines of the chosen one below. */
public final class BankPage implements Page {
    private final Workplace at;
    private final Latest lines = new Latest();
    private final HBox cards = Nodes.row(12);
    private final ToggleGroup chosen = new ToggleGroup();
    private final StateBar state;
    private final LineTable table;
    private final Showing stage;
    private final VBox work;
    private final BorderPane view = new BorderPane();
    private Optional<AccountCode> shown = Optional.empty();

    public BankPage(Workplace at) {
        this.at = at;
        state = new StateBar(at);
        table = new LineTable(at);
        table.table().setPlaceholder(Nodes.muted(at.text("bank.no-lines")));
        ScrollPane strip = new ScrollPane(cards);
        strip.getStyleClass().add("card-strip");
        strip.setFitToHeight(true);
        strip.setMinHeight(150);
        Nodes.fill(table.view());
        work = new VBox(strip, state.view(), table.view());
        stage = new Showing(at);
        Node reconcile = Nodes.whileIdle(Nodes.button(at.text("bank.reconcile"),
                Material2OutlinedMZ.SYNC_ALT, "accent", this::reconcile), at);
        reconcile.setId("reconcile");
        view.setTop(Nodes.head(at.text("bank"), at.text("bank.purpose"), reconcile));
        view.setCenter(stage.view());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void enter() {
        table.view().requestFocus();
    }

    @Override
    public void refresh() {
        stage.read(() -> at.desk().cashAccounts(), this::show);
    }

    private void show(List<CashAccount> found) {
        if (found.isEmpty()) {
            stage.blank(Material2OutlinedAL.ACCOUNT_BALANCE, "bank.empty");
            return;
        }
        stage.show(work);
        cards.getChildren().clear();
        CashAccount open = found.stream().filter(one -> shown.equals(Optional.of(one.code())))
                .findFirst().orElse(found.get(0));
        for (CashAccount account : found) {
            AccountCard card = new AccountCard(account, at);
            card.setToggleGroup(chosen);
            card.setSelected(account == open);
            card.setOnAction(clicked -> open(account, card));
            cards.getChildren().add(card);
        }
        read(open);
    }

    private void open(CashAccount account, Toggle card) {
        chosen.selectToggle(card);
        read(account);
    }

    private void read(CashAccount account) {
        shown = Optional.of(account.code());
        at.tasks().load(lines, () -> at.desk().cashLines(account.code()), found -> {
            state.show(found);
            table.table().getItems().setAll(found);
        });
    }

    private void reconcile() {
        at.tasks().command(at.text("bank.reconcile"),
                progress -> at.desk().run("bank", false, at.person(), progress), this::ran);
    }

    private void ran(RunReport report) {
        at.notices().done(at.text("robots.ran", report.entries().size(), report.waiting()));
        at.ways().bookChanged();
    }
}
