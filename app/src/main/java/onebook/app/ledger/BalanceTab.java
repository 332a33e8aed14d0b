package onebook.app.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import onebook.app.common.Columns;
import onebook.app.common.Latest;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.report.TrialBalance;
import onebook.report.TrialBalance.Amounts;

/** 科目余额表: brought forward, turnover and balance of each account, details indented. */
final class BalanceTab {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first-line");

    private record Row(String code, String name, int level, Amounts amounts) { }

    private final Workplace at;
    private final Latest latest = new Latest();
    private final TableView<Row> table = Columns.table();

    BalanceTab(Workplace at) {
        this.at = at;
        table.setId("balance");
        table.setPlaceholder(Nodes.muted(at.text("ledger.empty")));
        table.setRowFactory(made -> new BalanceRow());
        table.getColumns().add(Columns.words(at.text("account.code"), 90, Row::code));
        table.getColumns().add(Columns.words(at.text("account"), 230,
                row -> "    ".repeat(row.level() - 1) + row.name()));
        money("balance.opening", "balance.debit-side", Amounts::openingDebit);
        money("balance.opening", "balance.credit-side", Amounts::openingCredit);
        money("balance.debits", "", Amounts::debit);
        money("balance.credits", "", Amounts::credit);
        money("balance.balance", "balance.debit-side", Amounts::closingDebit);
        money("balance.balance", "balance.credit-side", Amounts::closingCredit);
    }

    private interface Figure {
        Money of(Amounts amounts);
    }

    private void money(String span, String side, Figure figure) {
        String title = at.text(span) + (side.isEmpty() ? "" : " " + at.text(side));
        table.getColumns().add(Columns.money(title, 128, row -> {
            Money amount = figure.of(row.amounts());
            return amount.isZero() ? null : amount;
        }));
    }

    Node view() {
        return table;
    }

    void refresh() {
        at.tasks().load(latest, this::rows, rows -> table.getItems().setAll(rows));
    }

    private List<Row> rows() {
        List<Period> periods = at.desk().months();
        if (periods.isEmpty()) {
            return List.of();
        }
        Map<AccountCode, Account> names = at.desk().accounts().stream()
                .collect(Collectors.toMap(Account::code, one -> one));
        TrialBalance balance = at.desk().trialBalance(periods.get(0),
                periods.get(periods.size() - 1));
        List<Row> rows = new ArrayList<>(balance.tree().stream()
                .map(row -> new Row(row.account().toString(), nameOf(row, names), row.level(),
                        row.amounts()))
                .toList());
        rows.add(new Row("", at.text("total"), 1, balance.totals()));
        return rows;
    }

    private String nameOf(TrialBalance.Row row, Map<AccountCode, Account> names) {
        Account account = names.get(row.account());
        return account == null ? row.name() : at.texts().nameOf(account);
    }

    private static final class BalanceRow extends TableRow<Row> {
        @Override
        protected void updateItem(Row row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            pseudoClassStateChanged(FIRST, !isEmpty && row != null && row.level() == 1);
        }
    }
}
