package onebook.app.statements;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.report.IncomeStatement;

/** Revenue and net profit of each month of the year, as bars. */
final class MonthsChart {
    private static final int REVENUE = 1;
    private static final int NET_PROFIT = 32;

    /** The amounts of one month as the income statement has them. */
    record Month(Period month, Money revenue, Money profit) {
        static Month of(Period month, IncomeStatement statement) {
            return new Month(month, statement.line(REVENUE).first().amount(),
                    statement.line(NET_PROFIT).first().amount());
        }
    }

    private final Workplace at;
    private final BarChart<String, Number> chart =
            new BarChart<>(new CategoryAxis(), new NumberAxis());
    private final VBox view;

    MonthsChart(Workplace at) {
        this.at = at;
        chart.setAnimated(false);
        chart.setId("months-chart");
        chart.setBarGap(1);
        chart.setCategoryGap(10);
        chart.setMaxHeight(320);
        view = new VBox(8, Nodes.label(at.text("statements.chart"), "section"), chart);
        view.getStyleClass().add("months-chart");
        view.setMinWidth(240);
        view.setPrefWidth(330);
    }

    Node view() {
        return view;
    }

    void show(List<Month> months) {
        chart.getData().setAll(List.of(series("statements.revenue", months, Month::revenue),
                series("statements.profit", months, Month::profit)));
        chart.getData().forEach(series -> series.getData().forEach(bar ->
                Tooltip.install(bar.getNode(), new Tooltip(series.getName() + " "
                        + bar.getXValue() + "  " + bar.getExtraValue()))));
    }

    private XYChart.Series<String, Number> series(String key, List<Month> months,
            Function<Month, Money> amount) {
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        series.setName(at.text(key));
        months.forEach(one -> series.getData().add(new XYChart.Data<>(
                at.text("statements.chart.month", one.month().month()),
                amount.apply(one).toDecimal(), Figures.of(amount.apply(one)))));
        return series;
    }
}
