package onebook.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Side;
import onebook.print.Table.Column;
import onebook.print.Table.Kind;
import onebook.print.Table.Paper;
import onebook.print.Table.Row;
import onebook.report.LedgerLine;
import onebook.report.LedgerQuery;
import onebook.report.MultiColumnLedger;

/** 多栏账 as tables: the debit and credit columns of the account, and a column for each detail. */
public final class MultiColumnTable {
    private final Headings headings;
    private final MultiColumnLedger ledger;
    private final LedgerQuery query;

    public MultiColumnTable(Headings headings, MultiColumnLedger ledger, LedgerQuery query) {
        this.headings = headings;
        this.ledger = ledger;
        this.query = query;
    }

    /**
     * One table, or several where there are more details than fit a page; the later ones repeat
     * date, number and summary.
     *
     * @param most how many details stand in one table
     */
    public List<Table> tables(int most) {
        List<Table> tables = new ArrayList<>();
        int all = ledger.columns().size();
        for (int from = 0; from == 0 || from < all; from += most) {
            tables.add(table(from, Math.min(all, from + most), from == 0 && all <= most));
        }
        return tables;
    }

    private Table table(int from, int to, boolean isWhole) {
        String title = headings.name(query.account()) + "多栏明细账";
        String part = isWhole ? "" : "（第 %d 至 %d 栏）".formatted(from + 1, to);
        return new Table(query.account() + " 多栏账", title,
                headings.above(query.from(), query.to(), query.account(), part),
                columns(from, to), () -> ledger.lines().map(line -> row(line, from, to)),
                Headings.signatures(), Paper.LANDSCAPE);
    }

    private List<Column> columns(int from, int to) {
        List<Column> columns = new ArrayList<>(List.of(Column.of("date", "日期", Kind.DATE, 11),
                Column.of("entry", "凭证号", Kind.CENTERED, 8),
                Column.of("summary", "摘要", Kind.TEXT, 22)));
        if (from == 0) {
            columns.add(Column.of("debit", "借方", Kind.MONEY, 14));
            columns.add(Column.of("credit", "贷方", Kind.MONEY, 14));
            columns.add(Column.of("direction", "方向", Kind.CENTERED, 5));
            columns.add(Column.of("balance", "余额", Kind.MONEY, 14));
        }
        for (MultiColumnLedger.Column column : ledger.columns().subList(from, to)) {
            boolean isDebit = column.side() == Side.DEBIT;
            columns.add(Column.of(column.account().value(), column.name(), Kind.MONEY, 13)
                    .under(isDebit ? "借方项目" : "贷方项目"));
        }
        return columns;
    }

    private static Row row(MultiColumnLedger.Line line, int from, int to) {
        LedgerLine one = line.line();
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(one.date()),
                one.entry().map(Headings::voucher).orElse(Cell.BLANK), Cell.of(one.summary())));
        if (from == 0) {
            cells.add(Cell.unlessZero(one.sides().debit().money()));
            cells.add(Cell.unlessZero(one.sides().credit().money()));
            cells.add(LedgerTable.direction(one.direction()));
            cells.add(Cell.of(one.balance().money().abs()));
        }
        line.amounts().subList(from, to).forEach(amount -> cells.add(Cell.unlessZero(amount)));
        return new Row(LedgerTable.name(one), LedgerTable.style(one), cells, Optional.empty());
    }
}
