package onebook.app.reconcile;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
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
import onebook.ledger.Period;
import onebook.reconcile.Reconciliation;
import onebook.robot.CashAccount;
import onebook.robot.Deliverables;
import onebook.robot.RunReport;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The bank accounts and wallets as cards; the lines and the reconciliation of the chosen one. */
public final class BankPage implements Page {

    /** One account with all that is shown of it. */
    private record Content(List<CashAccount.Line> lines, Reconciliation reconciliation) { }

    private final Workplace at;
    private final Latest latest = new Latest();
    private final HBox cards = Nodes.row(12);
    private final ToggleGroup chosen = new ToggleGroup();
    private final StateBar state;
    private final LineTable table;
    private final AdjustmentTab adjustment;
    private final Showing stage;
    private final VBox work;
    private final BorderPane view = new BorderPane();
    private Optional<CashAccount> shown = Optional.empty();
    private Optional<Reconciliation> reconciled = Optional.empty();

    public BankPage(Workplace at) {
        this.at = at;
        state = new StateBar(at);
        table = new LineTable(at);
        adjustment = new AdjustmentTab(at);
        table.table().setPlaceholder(Nodes.muted(at.text("bank.no-lines")));
        ScrollPane strip = new ScrollPane(cards);
        strip.getStyleClass().add("card-strip");
        strip.setFitToHeight(true);
        strip.setMinHeight(150);
        BorderPane lines = new BorderPane(table.view());
        lines.setTop(state.view());
        TabPane tabs = new TabPane(tab(at.text("bank.lines"), lines),
                tab(at.text("bank.reconciliation"), adjustment.view()));
        tabs.getStyleClass().add("page-tabs");
        work = new VBox(strip, Nodes.fill(tabs));
        stage = new Showing(at);
        view.setTop(Nodes.head(at.text("bank"), at.text("bank.purpose"), saveButton(),
                reconcileButton()));
        view.setCenter(stage.view());
    }

    private static Tab tab(String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    private Node saveButton() {
        Node save = Nodes.button(at.text("bank.save"), Material2OutlinedMZ.SAVE_ALT,
                "button-outlined", this::save);
        save.setId("save-reconciliation");
        save.disableProperty().bind(at.tasks().isBusy());
        return save;
    }

    private Node reconcileButton() {
        Node reconcile = Nodes.whileIdle(Nodes.button(at.text("bank.reconcile"),
                Material2OutlinedMZ.SYNC_ALT, "accent", this::reconcile), at);
        reconcile.setId("reconcile");
        return reconcile;
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
        CashAccount open = found.stream()
                .filter(one -> shown.map(CashAccount::code).equals(Optional.of(one.code())))
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
        shown = Optional.of(account);
        at.tasks().load(latest, () -> {
            List<CashAccount.Line> lines = at.desk().cashLines(account.code());
            Period last = lines.isEmpty() ? at.company().from()
                    : Period.of(lines.get(lines.size() - 1).line().date());
            return new Content(lines, at.desk().reconciliation(account.code(), last));
        }, this::show);
    }

    private void show(Content content) {
        reconciled = Optional.of(content.reconciliation());
        state.show(content.lines());
        table.table().getItems().setAll(content.lines());
        adjustment.show(content.reconciliation());
    }

    private void save() {
        reconciled.ifPresent(found -> at.files().askNew(at.text("bank.save"),
                "reconciliation-" + found.account() + ".xlsx").ifPresent(file -> at.tasks()
                        .command(at.text("bank.save"), progress -> {
                            new Deliverables(at.desk(), file.toAbsolutePath().getParent())
                                    .reconciliation(found, file);
                            return file;
                        }, done -> at.notices().done(at.text("tax.filled", done)))));
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
