package onebook.app.ledger;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import onebook.app.common.Columns;
import onebook.app.common.Workplace;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Side;

/** The journal, one row per line of an entry; only the rows in sight exist. */
final class EntryTable {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first-line");

    private final Workplace at;
    private final TableView<Row> table = Columns.table();
    private Map<AccountCode, Account> names = Map.of();

    EntryTable(Workplace at, Consumer<JournalEntry> selected) {
        this.at = at;
        table.setId("entries");
        table.setRowFactory(made -> new LineOfEntry());
        words("date", 92, row -> row.ifFirst(row.entry().date().toString()));
        words("number", 108, row -> row.ifFirst(row.entry().number().toString()));
        words("summary", 150, row -> row.ifFirst(row.entry().summary()));
        words("account", 168, this::account);
        table.getColumns().add(Columns.money(at.text("debit"), 98, row -> on(row, Side.DEBIT)));
        table.getColumns().add(Columns.money(at.text("credit"), 98, row -> on(row, Side.CREDIT)));
        words("party", 150, row -> row.line().party());
        words("rule", 120, row -> row.ifFirst(ruleOf(row.entry())));
        words("why", 260, row -> row.ifFirst(
                at.texts().say(at.desk().reason(row.entry().why()))));
        table.getSelectionModel().selectedItemProperty().addListener((selection, was, is) -> {
            if (is != null) {
                selected.accept(is.entry());
            }
        });
    }

    private void words(String key, double width, Function<Row, String> value) {
        table.getColumns().add(Columns.words(at.text(key), width, value));
    }

    private static Money on(Row row, Side side) {
        return row.line().side() == side ? row.line().amount() : null;
    }

    private String account(Row row) {
        Account account = names.get(row.line().account());
        return account == null ? row.line().account().toString() : at.texts().account(account);
    }

    String ruleOf(JournalEntry entry) {
        return at.texts().orElse("rule." + entry.rule(), entry.rule());
    }

    Node view() {
        return table;
    }

    void placeholder(Node blank) {
        table.setPlaceholder(blank);
    }

    void name(List<Account> accounts) {
        names = accounts.stream().collect(Collectors.toMap(Account::code, one -> one));
    }

    /** Shows these and keeps the selected entry selected. */
    void show(List<JournalEntry> entries) {
        Row before = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(Row.of(entries));
        if (before != null) {
            select(before.entry().number());
        }
    }

    boolean select(EntryNumber number) {
        for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i).entry().number().equals(number)) {
                table.getSelectionModel().clearAndSelect(i);
                table.scrollTo(Math.max(0, i - 4));
                return true;
            }
        }
        return false;
    }

    private static final class LineOfEntry extends TableRow<Row> {
        @Override
        protected void updateItem(Row row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            pseudoClassStateChanged(FIRST, !isEmpty && row != null && row.isFirst());
        }
    }
}
