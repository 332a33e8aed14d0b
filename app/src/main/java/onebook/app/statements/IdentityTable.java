package onebook.app.statements;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import onebook.app.common.Columns;
import onebook.app.common.Figures;
import onebook.app.common.Workplace;
import onebook.report.Identity;

/** 勾稽关系: what must hold within the forms and between them, both sides of each. */
final class IdentityTable {
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken-line");

    private final TableView<Identity> table = Columns.table();

    IdentityTable(Workplace at, FormWords words) {
        table.setId("identities");
        table.getColumns().add(Columns.words(at.text("statements.form"), 90, words::formOf));
        table.getColumns().add(Columns.words(at.text("statements.identity"), 380,
                words::identity));
        table.getColumns().add(Columns.words(at.text("statements.column"), 120, words::column));
        table.getColumns().add(Columns.money(at.text("statements.left"), 140, Identity::left));
        table.getColumns().add(Columns.money(at.text("statements.right"), 140, Identity::right));
        table.getColumns().add(Columns.words(at.text("statements.result"), 190,
                one -> one.holds() ? at.text("statements.holds")
                        : at.text("statements.differs", Figures.of(one.difference()))));
        table.setRowFactory(made -> new IdentityRow());
    }

    Node view() {
        return table;
    }

    /** What does not hold stands first. */
    void show(List<Identity> broken, List<Identity> all) {
        table.getItems().setAll(broken);
        table.getItems().addAll(all.stream().filter(Identity::holds).toList());
    }

    private static final class IdentityRow extends TableRow<Identity> {
        @Override
        protected void updateItem(Identity one, boolean isEmpty) {
            super.updateItem(one, isEmpty);
            pseudoClassStateChanged(BROKEN, !isEmpty && one != null && !one.holds());
        }
    }
}
