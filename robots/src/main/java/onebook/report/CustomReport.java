package onebook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Records;
import onebook.ledger.Records.Part;

/**
 * A report that the company defined: rows of accounts, columns of months. How one is written:
 * {@code templates/report/report-format.md}.
 */
public record CustomReport(String title, List<Column> columns, List<Line> lines) {

    /** Which months a column counts, seen from the last month asked for. */
    public enum Span {
        MONTH, MONTHS, QUARTER, YEAR, LAST_MONTH, LAST_QUARTER, LAST_YEAR, LAST_YEAR_MONTH
    }

    /** @param head what stands above; empty for the months themselves */
    public record Column(String head, Span span) { }

    /**
     * A row, or with {@code each} a row for each detail of an account, named as the chart does.
     *
     * @param sum what is added up; empty for a row that is only a caption, and with {@code each}
     */
    public record Line(
            String label, Optional<AccountCode> each, Optional<Expression> sum, boolean isTotal) { }

    /** @param key for programs: "year", "2026-03" */
    public record Head(String key, String text) { }

    /** @param amounts one for each head; none for a caption */
    public record Row(
            Optional<AccountCode> account, String label, List<Money> amounts, boolean isTotal) { }

    /** The report of some months. */
    public record Filled(String title, Period from, Period to, List<Head> heads, List<Row> rows) { }

    private record Months(Head head, Period from, Period to) { }

    private record Figures(Balances turnover, Balances closing) { }

    public CustomReport {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** What this chart has no account for, each with its row; empty where all is known. */
    public List<String> mistakes(ChartOfAccounts chart) {
        List<String> found = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            List<AccountCode> unknown = new ArrayList<>(
                    line.sum().map(sum -> sum.unknown(chart)).orElse(List.of()));
            line.each().filter(code -> chart.find(code).isEmpty()).ifPresent(unknown::add);
            for (AccountCode code : unknown) {
                found.add("rows[%d]: no account %s".formatted(at + 1, code));
            }
        }
        return found;
    }

    /** Requires that there are no mistakes. */
    public Filled fill(Records records, ChartOfAccounts chart, Period from, Period to) {
        List<Months> months = columns.stream().flatMap(column -> months(column, from, to)).toList();
        List<Figures> figures = months.stream().map(one -> figures(records, one)).toList();
        List<Row> rows = new ArrayList<>();
        for (Line line : lines) {
            if (line.each().isPresent()) {
                details(chart, line.each().get(), figures).forEach(rows::add);
            } else {
                rows.add(new Row(Optional.empty(), line.label(), line.sum()
                        .map(sum -> amounts(sum, chart, figures)).orElse(List.of()),
                        line.isTotal()));
            }
        }
        return new Filled(title, from, to, months.stream().map(Months::head).toList(), rows);
    }

    private static Stream<Row> details(
            ChartOfAccounts chart, AccountCode above, List<Figures> figures) {
        return chart.all().stream()
                .filter(account -> account.code().parent().equals(Optional.of(above)))
                .map(account -> new Row(Optional.of(account.code()), account.name(),
                        amounts(Expression.of(account.code()), chart, figures), false))
                .filter(row -> row.amounts().stream().anyMatch(amount -> !amount.isZero()));
    }

    private static List<Money> amounts(
            Expression sum, ChartOfAccounts chart, List<Figures> figures) {
        return figures.stream().map(one -> sum.value(chart, one.turnover(), one.closing()))
                .toList();
    }

    private static Figures figures(Records records, Months months) {
        Period first = records.firstMonth().orElse(months.from());
        Period from = first.compareTo(months.to()) < 0 ? first : months.to();
        return new Figures(records.balances(Part.TURNOVER, months.from(), months.to()),
                records.balances(from, months.to()));
    }

    private static Stream<Months> months(Column column, Period from, Period to) {
        Period january = new Period(to.year(), 1);
        Period quarter = to.quarterStart();
        Period before = quarter.previous();
        return switch (column.span()) {
            case MONTHS -> Stream.iterate(from, month -> month.compareTo(to) <= 0, Period::next)
                    .map(month -> new Months(new Head(month.toString(),
                            month.year() + "年" + month.month() + "月"), month, month));
            case MONTH -> one(column, "month", to, to);
            case QUARTER -> one(column, "quarter", quarter, to);
            case YEAR -> one(column, "year", january, to);
            case LAST_MONTH -> one(column, "lastMonth", to.previous(), to.previous());
            case LAST_QUARTER -> one(column, "lastQuarter", before.quarterStart(), before);
            case LAST_YEAR -> one(column, "lastYear", new Period(to.year() - 1, 1),
                    new Period(to.year() - 1, to.month()));
            case LAST_YEAR_MONTH -> one(column, "lastYearMonth",
                    new Period(to.year() - 1, to.month()), new Period(to.year() - 1, to.month()));
        };
    }

    private static Stream<Months> one(Column column, String key, Period from, Period to) {
        return Stream.of(new Months(new Head(key, column.head()), from, to));
    }
}
