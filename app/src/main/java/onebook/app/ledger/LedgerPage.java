package onebook.app.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import onebook.app.common.Latest;
import onebook.app.common.Nodes;
import onebook.app.common.Page;
import onebook.app.common.Showing;
import onebook.app.common.Workplace;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.robot.Corrections;
import onebook.robot.Draft;
import onebook.robot.EntryFilter;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The journal with its filter, the entry beside it, and the trial balance on a second tab. */
public final class LedgerPage implements Page {

    /** What the page shows, read in one go. */
    private record Content(List<Account> accounts, List<Period> periods, long count,
            OptionalLong place, boolean isJump) { }

    private final Workplace at;
    private final Showing stage;
    private final Latest opening = new Latest();
    private final FilterBar filter;
    private final EntryTable table;
    private final EntryDetail detail;
    private final BalanceTab balance;
    private final SplitPane entries;
    private final Label count = Nodes.muted("");
    private final BorderPane view = new BorderPane();
    private final Latest drafting = new Latest();
    private Optional<EntryNumber> wanted = Optional.empty();
    private boolean isEntered;

    public LedgerPage(Workplace at) {
        this.at = at;
        count.setId("ledger-count");
        filter = new FilterBar(at, this::refresh);
        detail = new EntryDetail(at);
        table = new EntryTable(at, this::open);
        balance = new BalanceTab(at);
        stage = new Showing(at);
        entries = new SplitPane(table.view(), detail.view());
        entries.setDividerPositions(0.68);
        SplitPane.setResizableWithParent(detail.view(), false);
        Label keys = Nodes.label(at.text("ledger.keys"), "text-subtle", "text-small", "keys");
        BorderPane journal = new BorderPane(stage.view());
        journal.setBottom(keys);
        Node bar = Nodes.row(8, filter.view(), Nodes.gap(), count);
        bar.getStyleClass().add("filter-bar");
        journal.setTop(bar);
        TabPane tabs = new TabPane(tab(at.text("ledger.entries"), journal),
                tab(at.text("ledger.balance"), balance.view()));
        tabs.getStyleClass().add("page-tabs");
        view.setTop(Nodes.head(at.text("ledger"), at.text("ledger.purpose")));
        view.setCenter(tabs);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent key) {
        boolean isInTable = table.view().isFocused();
        Map<KeyCode, String> acts = Map.of(KeyCode.DELETE, "correct", KeyCode.F2, "replace",
                KeyCode.INSERT, "supplement");
        if (key.isShortcutDown() && key.getCode() == KeyCode.F) {
            key.consume();
            filter.focus();
        } else if (isInTable && acts.containsKey(key.getCode())) {
            key.consume();
            detail.act(acts.get(key.getCode()));
        }
    }

    private static Tab tab(String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void enter() {
        isEntered = true;
        table.view().requestFocus();
    }

    /** Shows this entry, whatever the filter was. */
    public void show(EntryNumber number) {
        wanted = Optional.of(number);
        filter.clear();
        wanted = Optional.of(number);
        refresh();
    }

    @Override
    public void refresh() {
        EntryFilter asked = filter.filter();
        Optional<EntryNumber> place = wanted.or(table::shown);
        boolean isJump = wanted.isPresent();
        wanted = Optional.empty();
        stage.read(() -> new Content(at.desk().accounts(), at.desk().months(),
                at.desk().entryCount(asked), place.map(number ->
                        at.desk().position(asked, number)).orElse(OptionalLong.empty()), isJump),
                content -> show(content, asked));
        balance.refresh();
    }

    private void show(Content content, EntryFilter asked) {
        stage.show(entries);
        if (isEntered) {
            isEntered = false;
            Nodes.focus(table.view(), view);
        }
        Map<AccountCode, Account> names = content.accounts().stream()
                .collect(Collectors.toMap(Account::code, one -> one));
        filter.offer(content.periods(), content.accounts());
        table.name(names);
        detail.name(names);
        table.placeholder(Nodes.blank(Material2OutlinedMZ.MENU_BOOK, at.text("ledger.empty"),
                at.text("ledger.empty.advice")));
        table.show((int) Math.min(Integer.MAX_VALUE, content.count()),
                (skip, most) -> at.desk().entries(asked, skip, most));
        count.setText(at.text("ledger.count", content.count()));
        content.place().ifPresentOrElse(row -> table.select(row, content.isJump()), detail::clear);
    }

    private void open(JournalEntry entry) {
        at.tasks().load(opening, () -> Corrections.of(at.desk()).takenBackBy(entry.number()),
                red -> detail.show(entry, red, table.ruleOf(entry), new EntryDetail.Acts(
                        () -> correct(entry), () -> replace(entry), () -> supplement(entry))));
    }

    private void correct(JournalEntry entry) {
        ask("correct", entry, (day, why) -> red(entry, day, why, () -> { }));
    }

    /** Taken back in red and written anew: the blue voucher opens to be edited. */
    private void replace(JournalEntry entry) {
        ask("replace", entry, (day, why) -> red(entry, day, why,
                () -> draft(() -> corrections().blue(entry.number(), day))));
    }

    private void supplement(JournalEntry entry) {
        ask("supplement", entry, (day, why) -> draft(() ->
                corrections().supplement(entry.number(), day, why, List.of())));
    }

    private void ask(String how, JournalEntry entry, CorrectionCard.Answer answer) {
        at.tasks().load(drafting, () -> corrections().openDay(entry.number()),
                day -> CorrectionCard.ask(at, how, entry.number(), day, answer));
    }

    private void red(JournalEntry entry, LocalDate day, String why, Runnable next) {
        at.tasks().command(at.text("entry.correct"), progress -> corrections().correct(
                entry.number(), day, why, at.person()), outcome -> {
                    if (at.tell(outcome) || outcome instanceof Outcome.Refused refused
                            && refused.refusal() == Refusal.VOUCHER_WAITS_FOR_REVIEW) {
                        next.run();
                    }
                });
    }

    private void draft(Callable<Draft> making) {
        at.tasks().load(drafting, making, at.ways()::toDraft);
    }

    private Corrections corrections() {
        return Corrections.of(at.desk());
    }
}
