package onebook.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.print.Table.Column;
import onebook.print.Table.Kind;
import onebook.print.Table.Paper;
import onebook.print.Table.Row;
import onebook.print.Table.Style;
import onebook.report.Ageing;
import onebook.report.AuxiliaryBalances;
import onebook.report.CustomReport;
import onebook.report.TrialBalance;

/** 科目余额表, 辅助余额表, 账龄分析表 and reports of the company's own as tables. */
public final class BalanceTables {
    private static final List<Column> SIX = List.of(
            Column.of("openingDebit", "借方", Kind.MONEY, 16).under("期初余额"),
            Column.of("openingCredit", "贷方", Kind.MONEY, 16).under("期初余额"),
            Column.of("debit", "借方", Kind.MONEY, 16).under("本期发生额"),
            Column.of("credit", "贷方", Kind.MONEY, 16).under("本期发生额"),
            Column.of("closingDebit", "借方", Kind.MONEY, 16).under("期末余额"),
            Column.of("closingCredit", "贷方", Kind.MONEY, 16).under("期末余额"));

    private final Headings headings;

    public BalanceTables(Headings headings) {
        this.headings = headings;
    }

    /** @param level accounts down to this level; details count with what stands above them */
    public Table of(TrialBalance balance, int level) {
        List<Row> rows = new ArrayList<>();
        for (TrialBalance.Row row : balance.tree()) {
            if (row.level() <= level) {
                List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.account().value()),
                        Cell.of("　".repeat(row.level() - 1) + row.name(), row.name())));
                six(row.amounts().inOrder(), cells);
                rows.add(new Row("account", row.level() == 1 && level > 1 ? Style.BOLD
                        : Style.PLAIN, cells, Optional.empty()));
            }
        }
        List<Cell> cells = new ArrayList<>(List.of(Cell.BLANK, Cell.of("合计", "total")));
        six(balance.totals().inOrder(), cells);
        rows.add(new Row("total", Style.FINAL, cells, Optional.empty()));
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("account", "科目编码", Kind.TEXT, 12),
                Column.of("name", "科目名称", Kind.TEXT, 26)));
        columns.addAll(SIX);
        return new Table("科目余额表", "科目余额表", headings.above(balance.from(), balance.to()), columns,
                rows::stream, Headings.signatures(), Paper.LANDSCAPE);
    }

    private static void six(List<Money> amounts, List<Cell> cells) {
        amounts.forEach(amount -> cells.add(Cell.unlessZero(amount)));
    }

    public Table of(AuxiliaryBalances balances, Account.Dimension dimension, Period from,
            Period to) {
        String what = Headings.name(dimension);
        List<Row> rows = new ArrayList<>();
        Money[] sums = {Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO};
        for (AuxiliaryBalances.Row row : balances.rows()) {
            List<Money> amounts = List.of(onDebit(row.opening()), onDebit(row.opening().negated()),
                    row.period().debit().money(), row.period().credit().money(),
                    onDebit(row.closing()), onDebit(row.closing().negated()));
            for (int column = 0; column < sums.length; column++) {
                sums[column] = sums[column].plus(amounts.get(column));
            }
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.account().value()),
                    Cell.of(headings.full(row.account())), Cell.of(row.value())));
            six(amounts, cells);
            rows.add(new Row("value", Style.PLAIN, cells, Optional.empty()));
        }
        List<Cell> cells = new ArrayList<>(
                List.of(Cell.BLANK, Cell.of("合计", "total"), Cell.BLANK));
        six(List.of(sums), cells);
        rows.add(new Row("total", Style.FINAL, cells, Optional.empty()));
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("account", "科目编码", Kind.TEXT, 12),
                Column.of("name", "科目名称", Kind.TEXT, 24), Column.of("value", what, Kind.TEXT, 26)));
        columns.addAll(SIX);
        return new Table("辅助余额表", "辅助余额表（" + what + "）", headings.above(from, to), columns,
                rows::stream, Headings.signatures(), Paper.LANDSCAPE);
    }

    private static Money onDebit(Money balance) {
        return balance.isPositive() ? balance : Money.ZERO;
    }

    public Table of(Ageing ageing, AccountCode account) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("party", "往来单位", Kind.TEXT, 30),
                Column.of("total", "余额", Kind.MONEY, 16)));
        for (Ageing.Bucket bucket : ageing.buckets()) {
            columns.add(Column.of(key(bucket), bucket.label(), Kind.MONEY, 15).under("账龄"));
        }
        columns.add(Column.of("advance", "多收（付）未核销", Kind.MONEY, 15));
        List<Row> rows = new ArrayList<>();
        ageing.rows().forEach(row -> rows.add(row(row, Style.PLAIN)));
        rows.add(row(ageing.total(), Style.FINAL));
        Period month = Period.of(ageing.at());
        return new Table(account + " 账龄", headings.name(account) + "账龄分析表", List.of(
                new Table.Line("编制单位：" + headings.company(), "截至 " + ageing.at(), "单位：元"),
                headings.above(month, month, account, "").get(1)), columns, rows::stream,
                Headings.signatures(), Paper.LANDSCAPE);
    }

    private static String key(Ageing.Bucket bucket) {
        return bucket.days() == Integer.MAX_VALUE ? "older" : "days" + bucket.days();
    }

    private static Row row(Ageing.Row row, Style style) {
        boolean isTotal = style == Style.FINAL;
        List<Cell> cells = new ArrayList<>(List.of(
                isTotal ? Cell.of("合计", "") : Cell.of(row.party()), Cell.of(row.total())));
        row.amounts().forEach(amount -> cells.add(Cell.unlessZero(amount)));
        cells.add(Cell.unlessZero(row.advance()));
        return new Row(isTotal ? "total" : "party", style, cells, Optional.empty());
    }

    public Table of(CustomReport.Filled report) {
        List<Column> columns = new ArrayList<>(List.of(Column.of("label", "项目", Kind.TEXT, 30)));
        report.heads().forEach(head ->
                columns.add(Column.of(head.key(), head.text(), Kind.MONEY, 15)));
        List<Row> rows = new ArrayList<>();
        for (CustomReport.Row row : report.rows()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.label())));
            row.amounts().forEach(amount -> cells.add(Cell.of(amount)));
            Style style = row.isTotal() ? Style.TOTAL
                    : row.amounts().isEmpty() ? Style.SECTION : Style.PLAIN;
            rows.add(new Row(row.isTotal() ? "total" : row.amounts().isEmpty() ? "caption" : "row",
                    style, cells, Optional.empty()));
        }
        return new Table(report.title(), report.title(),
                headings.above(report.from(), report.to()), columns, rows::stream,
                Headings.signatures(),
                report.heads().size() > 4 ? Paper.LANDSCAPE : Paper.PORTRAIT);
    }
}
