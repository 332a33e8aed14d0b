package onebook.app.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
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
import onebook.ledger.Period;
import onebook.robot.Corrections;
import onebook.robot.EntryFilter;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The journal with its filter, the entry beside it, and the trial balance on a second tab. */
public final class LedgerPage implements Page {

    /** What the page shows, read in one go. */
    private record Content(List<Account> accounts, List<Period> periods,
            List<JournalEntry> entries) { }

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
    private Optional<EntryNumber> wanted = Optional.empty();

    public LedgerPage(Workplace at) {
        this.at = at;
        filter = new FilterBar(at, this::refresh);
        detail = new EntryDetail(at);
        table = new EntryTable(at, this::open);
        balance = new BalanceTab(at);
        stage = new Showing(at);
        entries = new SplitPane(table.view(), detail.view());
        entries.setDividerPositions(0.68);
        SplitPane.setResizableWithParent(detail.view(), false);
        BorderPane journal = new BorderPane(stage.view());
        Node bar = Nodes.row(8, filter.view(), Nodes.gap(), count);
        bar.getStyleClass().add("filter-bar");
        journal.setTop(bar);
        TabPane tabs = new TabPane(tab(at.text("ledger.entries"), journal),
                tab(at.text("ledger.balance"), balance.view()));
        tabs.getStyleClass().add("page-tabs");
        view.setTop(Nodes.head(at.text("ledger"), at.text("ledger.purpose")));
        view.setCenter(tabs);
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
        table.view().requestFocus();
    }

    /** Shows this entry, whatever the filter was. */
    public void show(EntryNumber number) {
        wanted = Optional.of(number);
        filter.clear();
        refresh();
    }

    @Override
    public void refresh() {
        EntryFilter asked = filter.filter();
        stage.read(() -> new Content(at.desk().accounts(),
                periods(at.desk().entries(EntryFilter.ALL)), at.desk().entries(asked)), this::show);
        balance.refresh();
    }

    private static List<Period> periods(List<JournalEntry> entries) {
        return entries.stream().map(JournalEntry::period).distinct().sorted().toList();
    }

    private void show(Content content) {
        stage.show(entries);
        Map<AccountCode, Account> names = content.accounts().stream()
                .collect(Collectors.toMap(Account::code, one -> one));
        filter.offer(content.periods(), content.accounts());
        table.name(content.accounts());
        detail.name(names);
        table.placeholder(Nodes.blank(Material2OutlinedMZ.MENU_BOOK, at.text("ledger.empty"),
                at.text("ledger.empty.advice")));
        table.show(content.entries());
        count.setText(at.text("ledger.count", content.entries().size()));
        if (wanted.map(table::select).orElse(false)) {
            wanted = Optional.empty();
        }
    }

    private void open(JournalEntry entry) {
        at.tasks().load(opening, () -> Corrections.of(at.desk()).takenBackBy(entry.number()),
                red -> detail.show(entry, red, table.ruleOf(entry), () -> correct(entry)));
    }

    private void correct(JournalEntry entry) {
        at.overlay().askReason(at.text("correct.title", entry.number()),
                at.text("correct.explained"), at.text("entry.correct.do"),
                why -> at.tasks().command(at.text("entry.correct"),
                        progress -> at.desk().correct(entry.number(), openDay(entry), why,
                                at.person()), at::tell));
    }

    /** The entry's own day while its month is open, else the first day that is. */
    private LocalDate openDay(JournalEntry entry) {
        return at.desk().lastClosed().map(Period::next).map(Period::firstDay)
                .filter(entry.date()::isBefore).orElse(entry.date());
    }
}
