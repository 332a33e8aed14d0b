package onebook.app.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import onebook.app.common.Columns;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.Money;
import onebook.lender.finding.Answers;
import onebook.lender.finding.Bridge;
import onebook.lender.finding.TieOut;

/** 账票税银: the four figures of each month as bars and as a table, and the bridges between. */
final class MonthsView {
    private final Workplace at;
    private final Answers answers;

    MonthsView(Workplace at, Answers answers) {
        this.at = at;
        this.answers = answers;
    }

    Node view() {
        VBox view = new VBox(10, chart(), Tables.sized(months()),
                Nodes.muted(at.text("months.blank")),
                Nodes.label(at.text("months.bridges"), "section"), Tables.sized(bridges()));
        view.getStyleClass().add("months-chart");
        return view;
    }

    private Node chart() {
        BarChart<String, Number> chart = new BarChart<>(new CategoryAxis(), new NumberAxis());
        chart.setAnimated(false);
        chart.setId("tie-out-chart");
        chart.setBarGap(1);
        chart.setCategoryGap(14);
        chart.setPrefHeight(230);
        chart.setMinHeight(200);
        chart.getData().setAll(List.of(
                series("months.book", one -> Optional.of(one.book())),
                series("months.invoices", TieOut.Month::invoices),
                series("months.filed", TieOut.Month::filed),
                series("months.bank", TieOut.Month::bank)));
        chart.getData().forEach(series -> series.getData().forEach(bar ->
                Tooltip.install(bar.getNode(), new Tooltip(series.getName() + " "
                        + bar.getXValue() + "  " + bar.getExtraValue()))));
        return chart;
    }

    private XYChart.Series<String, Number> series(String key,
            Function<TieOut.Month, Optional<Money>> amount) {
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        series.setName(at.text(key));
        answers.months().forEach(month -> amount.apply(month).ifPresent(one ->
                series.getData().add(new XYChart.Data<>(month.month().toString(),
                        one.toDecimal(), Figures.of(one)))));
        return series;
    }

    private TableView<TieOut.Month> months() {
        TableView<TieOut.Month> table = Columns.table();
        table.setId("tie-out");
        table.getColumns().add(Columns.words(at.text("months.month"), 90,
                one -> one.month().toString()));
        table.getColumns().add(Columns.money(at.text("months.book"), 130, TieOut.Month::book));
        table.getColumns().add(Columns.money(at.text("months.invoices"), 130,
                one -> one.invoices().orElse(null)));
        table.getColumns().add(Columns.money(at.text("months.filed"), 130,
                one -> one.filed().orElse(null)));
        table.getColumns().add(Columns.money(at.text("months.gross"), 130,
                TieOut.Month::bookGross));
        table.getColumns().add(Columns.money(at.text("months.bank"), 130,
                one -> one.bank().orElse(null)));
        table.getItems().setAll(answers.months());
        return table;
    }

    private TableView<Bridge> bridges() {
        TableView<Bridge> table = Columns.table();
        table.setId("bridges");
        table.getColumns().add(Columns.words(at.text("months.span"), 150, one ->
                one.from().equals(one.to()) ? one.to().toString()
                        : one.from() + " – " + one.to()));
        table.getColumns().add(Columns.words(at.text("months.between"), 210,
                one -> at.text("bridge." + one.name())));
        table.getColumns().add(Columns.money(at.text("months.start"), 130, Bridge::start));
        table.getColumns().add(Columns.money(at.text("months.end"), 130, Bridge::end));
        table.getColumns().add(Columns.money(at.text("months.to-explain"), 140,
                Bridge::residual));
        table.getItems().setAll(answers.bridges());
        table.setPlaceholder(Nodes.muted(at.text("months.no-bridges")));
        return table;
    }
}
