package onebook.print;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.Period;
import onebook.print.Table.Column;
import onebook.print.Table.Kind;
import onebook.print.Table.Paper;
import onebook.print.Table.Row;
import onebook.print.Table.Style;
import onebook.report.GeneralLedger;
import onebook.report.LedgerLine;

/** 总账 as a table: account after account, the code and name on the first line of each. */
public final class GeneralTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("account", "科目编码", Kind.TEXT, 12), Column.of("name", "科目名称", Kind.TEXT, 24),
            Column.of("date", "日期", Kind.DATE, 11), Column.of("summary", "摘要", Kind.TEXT, 11),
            Column.of("debit", "借方金额", Kind.MONEY, 17), Column.of("credit", "贷方金额", Kind.MONEY, 17),
            Column.of("direction", "方向", Kind.CENTERED, 6),
            Column.of("balance", "余额", Kind.MONEY, 17));

    private final Headings headings;
    private final GeneralLedger ledger;
    private final List<AccountCode> accounts;

    public GeneralTable(Headings headings, GeneralLedger ledger, List<AccountCode> accounts) {
        this.headings = headings;
        this.ledger = ledger;
        this.accounts = accounts;
    }

    public Table table(Period from, Period to) {
        return new Table("总账", "总分类账", headings.above(from, to), COLUMNS, this::rows,
                Headings.signatures(),
                Paper.PORTRAIT);
    }

    private Stream<Row> rows() {
        return accounts.stream().flatMap(account -> {
            List<LedgerLine> lines = ledger.lines(account);
            return lines.stream().map(line -> row(account, line, line == lines.get(0),
                    line == lines.get(lines.size() - 1)));
        });
    }

    private Row row(AccountCode account, LedgerLine line, boolean isFirst, boolean isLast) {
        Cell code = Cell.of(isFirst ? account.value() : "", account.value());
        Cell name = Cell.of(isFirst ? headings.full(account) : "", headings.full(account));
        Style style = isLast ? Style.TOTAL : line.kind() == LedgerLine.Kind.MONTH
                || line.kind() == LedgerLine.Kind.YEAR ? Style.PLAIN : Style.BOLD;
        return new Row(LedgerTable.name(line), style, List.of(code, name, Cell.of(line.date()),
                Cell.of(line.summary()), Cell.unlessZero(line.sides().debit().money()),
                Cell.unlessZero(line.sides().credit().money()),
                LedgerTable.direction(line.direction()), Cell.of(line.balance().money().abs())),
                Optional.empty());
    }
}
