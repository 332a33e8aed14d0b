package onebook.app.reconcile;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import onebook.app.common.Columns;
import onebook.app.common.Workplace;
import onebook.ledger.Evidence;
import onebook.robot.CashAccount;

/** The lines of one account: what the bank says, and the entry that says it in the book. */
final class LineTable {
    private final Workplace at;
    private final TableView<CashAccount.Line> table = Columns.table();

    LineTable(Workplace at) {
        this.at = at;
        table.setId("lines");
        table.getColumns().add(Columns.words(at.text("date"), 94,
                row -> row.line().date().toString()));
        table.getColumns().add(Columns.money(at.text("bank.amount"), 120,
                row -> row.line().amount()));
        table.getColumns().add(Columns.money(at.text("bank.balance"), 120,
                row -> row.line().balance().orElse(null)));
        table.getColumns().add(Columns.words(at.text("party"), 190, row -> row.line().party()));
        table.getColumns().add(Columns.words(at.text("bank.memo"), 150, row -> row.line().memo()));
        table.getColumns().add(Columns.words(at.text("number"), 116, this::state));
        table.getColumns().add(Columns.words(at.text("why"), 300,
                row -> at.texts().say(row.why())));
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                open();
            }
        });
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                open();
            }
        });
    }

    Node view() {
        return table;
    }

    TableView<CashAccount.Line> table() {
        return table;
    }

    private String state(CashAccount.Line line) {
        return line.entry().map(Object::toString).orElse(at.text("bank.waits"));
    }

    /** A booked line leads to its entry, another one to the statement it stands in. */
    private void open() {
        CashAccount.Line line = table.getSelectionModel().getSelectedItem();
        if (line != null) {
            line.entry().ifPresentOrElse(at.ways()::toEntry, () -> at.ways().toEvidence(
                    new Evidence(line.document(), "line:" + line.line().row(), 0,
                            Optional.empty(), line.line().memo())));
        }
    }
}
