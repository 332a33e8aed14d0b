package onebook.app.verdict;

import java.util.function.Function;
import javafx.scene.control.TableView;
import onebook.app.common.Columns;
import onebook.app.common.Nodes;
import onebook.app.common.Texts.Language;
import onebook.app.common.Workplace;
import onebook.ledger.Money;
import onebook.lender.finding.Answers;
import onebook.lender.finding.Ratio;
import onebook.lender.finding.Totals;

/** How much papers of others show, the weakest class first, and the ratios of the statements. */
final class Tables {
    /** Rows that are shown without scrolling; a page of tables is no page. */
    private static final int SEEN = 12;

    private Tables() { }

    /** As high as its rows, up to a dozen. */
    static <R> TableView<R> sized(TableView<R> table) {
        int rows = Math.max(1, Math.min(SEEN, table.getItems().size()));
        double height = (rows + 1) * table.getFixedCellSize() + 16;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        return table;
    }

    static TableView<Totals> shares(Answers answers, Workplace at) {
        TableView<Totals> table = Columns.table();
        table.setId("corroboration");
        table.getColumns().add(Columns.words(at.text("shares.class"), 170, Totals::name));
        table.getColumns().add(Columns.money(at.text("shares.amount"), 125, Totals::amount));
        share(table, at.text("shares.two"), one -> percent(one, one.two()));
        share(table, at.text("shares.any"), one -> percent(one, one.e1()));
        share(table, at.text("shares.issuer"), one -> percent(one, one.e2()));
        share(table, at.text("shares.signed"), one -> percent(one, one.e3()));
        share(table, at.text("shares.in-time"), one -> one.inTime()
                .map(part -> percent(one, part)).orElse(at.text("shares.no-anchor")));
        table.getItems().setAll(Totals.of(answers.corroboration()));
        table.setPlaceholder(Nodes.muted(at.text("shares.none")));
        return sized(table);
    }

    private static void share(TableView<Totals> table, String title,
            Function<Totals, String> value) {
        table.getColumns().add(Columns.figures(title, 108, value));
    }

    /** Rounded down, as the report has it: nothing is shown to be more than it is. */
    private static String percent(Totals all, Money part) {
        return all.share(part).movePointRight(2).toPlainString() + " %";
    }

    static TableView<Ratio> ratios(Answers answers, Workplace at) {
        TableView<Ratio> table = Columns.table();
        table.setId("ratios");
        table.getColumns().add(Columns.words(at.text("ratios.name"), 230, one ->
                at.texts().language() == Language.ZH ? one.zh() : one.en()));
        table.getColumns().add(Columns.figures(at.text("ratios.value"), 110,
                one -> one.value().orElse("—")));
        table.getColumns().add(Columns.words(at.text("ratios.formula"), 280, one ->
                one.value().isPresent() ? one.formula() : one.whyNot()));
        table.getColumns().add(Columns.words(at.text("ratios.inputs"), 330, Tables::inputs));
        table.getItems().setAll(answers.ratios());
        table.setPlaceholder(Nodes.muted(at.text("ratios.none")));
        return sized(table);
    }

    private static String inputs(Ratio ratio) {
        return String.join("　", ratio.inputs().stream()
                .map(one -> one.line() + " = " + one.amount()).toList());
    }
}
