package onebook.app.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import onebook.app.common.Columns;
import onebook.app.common.Windows;
import onebook.app.common.Workplace;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.ledger.Side;

/** The journal, one row per entry; only the rows in sight are read. */
final class EntryTable {
    /** Rows above one that is jumped to. */
    private static final int ABOVE = 4;

    private final Workplace at;
    private final Windows<JournalEntry> entries;
    private final TableView<Optional<JournalEntry>> table = Columns.table();
    private final Consumer<JournalEntry> selected;
    private Optional<EntryNumber> shown = Optional.empty();
    private Map<AccountCode, Account> names = Map.of();

    EntryTable(Workplace at, Consumer<JournalEntry> selected) {
        this.at = at;
        this.selected = selected;
        entries = new Windows<>(at.tasks(), () -> { });
        table.setId("entries");
        table.setItems(entries);
        table.getColumns().add(Columns.words(at.text("date"), 92,
                row -> row.map(entry -> entry.date().toString()).orElse("…")));
        words("number", 108, entry -> entry.number().toString());
        words("summary", 180, JournalEntry::summary);
        table.getColumns().add(Columns.money(at.text("amount"), 106,
                row -> row.map(JournalEntry::total).orElse(null)));
        words("ledger.debit-account", 136, entry -> accounts(entry, Side.DEBIT));
        words("ledger.credit-account", 136, entry -> accounts(entry, Side.CREDIT));
        words("party", 150, entry -> entry.postings().stream().map(Posting::party)
                .filter(party -> !party.isBlank()).distinct().collect(Collectors.joining("、")));
        words("rule", 120, this::ruleOf);
        words("why", 260, entry -> at.texts().say(at.desk().reason(entry.why())));
        table.getSelectionModel().selectedIndexProperty().addListener(index -> pick());
        entries.addListener((ListChangeListener<Optional<JournalEntry>>) change -> {
            table.refresh();
            pick();
        });
    }

    private void words(String key, double width, Function<JournalEntry, String> value) {
        table.getColumns().add(Columns.words(at.text(key), width,
                row -> row.map(value).orElse("")));
    }

    private String accounts(JournalEntry entry, Side side) {
        return entry.postings().stream().filter(line -> line.side() == side)
                .map(Posting::account).distinct().map(this::nameOf)
                .collect(Collectors.joining("、"));
    }

    private String nameOf(AccountCode code) {
        Account account = names.get(code);
        return account == null ? code.toString() : at.texts().account(account);
    }

    String ruleOf(JournalEntry entry) {
        return at.texts().orElse("rule." + entry.rule(), entry.rule());
    }

    /** Tells of the selected entry once it was read. */
    private void pick() {
        int row = table.getSelectionModel().getSelectedIndex();
        if (row >= 0 && row < entries.size()) {
            entries.get(row).filter(entry -> !shown.equals(Optional.of(entry.number())))
                    .ifPresent(entry -> {
                        shown = Optional.of(entry.number());
                        selected.accept(entry);
                    });
        }
    }

    Node view() {
        return table;
    }

    void placeholder(Node blank) {
        table.setPlaceholder(blank);
    }

    void name(Map<AccountCode, Account> accounts) {
        names = accounts;
    }

    /** The entry that is selected and was read. */
    Optional<EntryNumber> shown() {
        return shown;
    }

    /** Shows these; what is in sight stays where it is. */
    void show(int count, Windows.Source<JournalEntry> source) {
        shown = Optional.empty();
        entries.show(count, source);
    }

    void select(long row, boolean isJump) {
        table.getSelectionModel().clearAndSelect((int) row);
        if (isJump) {
            table.scrollTo((int) Math.max(0, row - ABOVE));
        }
    }
}
