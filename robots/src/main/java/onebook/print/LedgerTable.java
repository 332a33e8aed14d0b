package onebook.print;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.print.Table.Column;
import onebook.print.Table.Kind;
import onebook.print.Table.Paper;
import onebook.print.Table.Row;
import onebook.print.Table.Style;
import onebook.report.DetailLedger;
import onebook.report.LedgerLine;
import onebook.report.LedgerLine.Direction;
import onebook.report.LedgerQuery;
import onebook.report.Tally;

/** 明细账, 日记账, 数量金额明细账 and 外币明细账 as tables: three ways to show the amounts of a line. */
public final class LedgerTable {
    private static final int PRICE_DECIMALS = 4;

    /** How the amounts are shown; each says its title, and what it needs of an account. */
    public enum Form {
        DETAIL("明细账"), JOURNAL("日记账"), QUANTITY("数量金额明细账"), FOREIGN("外币明细账");

        private final String title;

        Form(String title) {
            this.title = title;
        }
    }

    private final Headings headings;
    private final DetailLedger ledger;
    private final Form form;
    private final boolean isLeaf;
    private final boolean hasParties;

    /** @param hasParties true where the lines are of several parties */
    public LedgerTable(Headings headings, DetailLedger ledger, Form form, boolean hasParties) {
        this.headings = headings;
        this.ledger = ledger;
        this.form = form;
        this.isLeaf = headings.chart().isLeaf(ledger.query().account());
        this.hasParties = hasParties;
    }

    public Table table() {
        LedgerQuery query = ledger.query();
        String title = form == Form.JOURNAL
                ? headings.name(root(query.account())) + form.title
                : headings.name(query.account()) + form.title;
        boolean isWide = form == Form.QUANTITY || form == Form.FOREIGN || hasParties || !isLeaf;
        String tab = query.account() + " " + headings.name(query.account());
        return new Table(tab, title,
                headings.above(query.from(), query.to(), query.account(), whose(query)), columns(),
                ledger.isInMonths() ? inMonths() : this::rows, Headings.signatures(),
                isWide ? Paper.LANDSCAPE : Paper.PORTRAIT);
    }

    private static AccountCode root(AccountCode account) {
        return account.parent().map(LedgerTable::root).orElse(account);
    }

    private static String whose(LedgerQuery query) {
        return Stream.concat(query.filter().party().stream(),
                query.filter().dimensions().values().stream()).collect(Collectors.joining("　"));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.of("date", "日期", Kind.DATE, 11),
                Column.of("entry", "凭证号", Kind.CENTERED, 9)));
        if (!isLeaf) {
            columns.add(Column.of("account", "明细科目", Kind.TEXT, 20));
        }
        columns.add(Column.of("summary", "摘要", Kind.TEXT, 30));
        if (hasParties) {
            columns.add(Column.of("party", "往来单位", Kind.TEXT, 22));
        }
        switch (form) {
            case DETAIL, JOURNAL -> money(columns);
            case QUANTITY -> quantity(columns);
            case FOREIGN -> foreign(columns);
        }
        return columns;
    }

    private void money(List<Column> columns) {
        boolean isJournal = form == Form.JOURNAL;
        columns.add(Column.of("contra", "对方科目", Kind.TEXT, 22));
        columns.add(Column.of("debit", isJournal ? "收入（借方）" : "借方金额", Kind.MONEY, 16));
        columns.add(Column.of("credit", isJournal ? "支出（贷方）" : "贷方金额", Kind.MONEY, 16));
        columns.add(Column.of("direction", "方向", Kind.CENTERED, 6));
        columns.add(Column.of("balance", "余额", Kind.MONEY, 17));
    }

    private void quantity(List<Column> columns) {
        String unit = headings.chart().get(ledger.query().account()).asks().unit();
        String count = unit.isEmpty() ? "数量" : "数量（" + unit + "）";
        triple(columns, "借方（收入）", "debit", count);
        triple(columns, "贷方（发出）", "credit", count);
        columns.add(Column.of("direction", "方向", Kind.CENTERED, 6).under("余额（结存）"));
        triple(columns, "余额（结存）", "balance", count);
    }

    private static void triple(List<Column> columns, String group, String key, String count) {
        columns.add(Column.of(key + "Quantity", count, Kind.NUMBER, 12).under(group));
        columns.add(Column.of(key + "Price", "单价", Kind.NUMBER, 12).under(group));
        columns.add(Column.of(key, "金额", Kind.MONEY, 15).under(group));
    }

    private void foreign(List<Column> columns) {
        String currency = headings.chart().get(ledger.query().account()).asks().currency();
        columns.add(Column.of("rate", "汇率", Kind.NUMBER, 10));
        pair(columns, "借方", "debit", currency);
        pair(columns, "贷方", "credit", currency);
        columns.add(Column.of("direction", "方向", Kind.CENTERED, 6).under("余额"));
        pair(columns, "余额", "balance", currency);
    }

    private static void pair(List<Column> columns, String group, String key, String currency) {
        columns.add(Column.of(key + "Foreign", "原币 " + currency, Kind.MONEY, 15).under(group));
        columns.add(Column.of(key, "本位币", Kind.MONEY, 15).under(group));
    }

    private Stream<Row> rows() {
        return rows(ledger.lines());
    }

    private Supplier<Stream<Row>> inMonths() {
        List<Supplier<Stream<Row>>> months = new ArrayList<>();
        ledger.query().months().forEach(month -> months.add(() -> rows(ledger.lines(month))));
        return new Table.InParts(this::rows, months);
    }

    private Stream<Row> rows(Stream<LedgerLine> lines) {
        Carrying carrying = new Carrying();
        return lines.map(carrying::row);
    }

    /** The name of a line for programs: "brought-forward". */
    static String name(LedgerLine line) {
        return line.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How the last line of a year, a month and a day is set off. */
    static Style style(LedgerLine line) {
        return switch (line.kind()) {
            case ENTRY -> Style.PLAIN;
            case DAY, OPENING, BROUGHT_FORWARD, CARRIED_FORWARD -> Style.BOLD;
            case MONTH -> Style.TOTAL;
            case YEAR -> line.date().getMonthValue() == 12 ? Style.FINAL : Style.TOTAL;
        };
    }

    static Cell direction(Direction direction) {
        return Cell.of(direction.sign(), direction.name().toLowerCase(Locale.ROOT));
    }

    /** Adds up the month for what is carried to the next page. */
    private final class Carrying {
        private Tally debit = Tally.NONE;
        private Tally credit = Tally.NONE;

        Row row(LedgerLine line) {
            if (line.kind() == LedgerLine.Kind.MONTH) {
                debit = Tally.NONE;
                credit = Tally.NONE;
            } else if (line.kind() == LedgerLine.Kind.ENTRY) {
                debit = debit.plus(line.sides().debit());
                credit = credit.plus(line.sides().credit());
            }
            Row row = new Row(name(line), style(line), cells(line), Optional.empty());
            LedgerLine sums = new LedgerLine(LedgerLine.Kind.MONTH, line.date(), Optional.empty(),
                    "", Optional.empty(), List.of(), new Tally.Sides(debit, credit),
                    line.balance());
            return row.carrying(caption -> carried(sums, caption));
        }
    }

    private List<Cell> carried(LedgerLine sums, String caption) {
        List<Cell> cells = new ArrayList<>(cells(sums));
        cells.set(0, Cell.BLANK);
        cells.set(isLeaf ? 2 : 3, Cell.of(caption));
        return cells;
    }

    private List<Cell> cells(LedgerLine line) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(line.date()),
                line.entry().map(Headings::voucher).orElse(Cell.BLANK)));
        if (!isLeaf) {
            cells.add(line.posting().map(Posting::account)
                    .map(code -> Cell.of(code + " " + headings.name(code), code.value()))
                    .orElse(Cell.BLANK));
        }
        cells.add(Cell.of(line.summary()));
        if (hasParties) {
            cells.add(Cell.of(line.posting().map(Posting::party).orElse("")));
        }
        switch (form) {
            case DETAIL, JOURNAL -> money(line, cells);
            case QUANTITY -> quantity(line, cells);
            case FOREIGN -> foreign(line, cells);
        }
        return cells;
    }

    private void money(LedgerLine line, List<Cell> cells) {
        cells.add(Cell.of(
                line.contra().stream().map(headings::full).collect(Collectors.joining("、")),
                line.contra().stream().map(AccountCode::value).collect(Collectors.joining(" "))));
        cells.add(Cell.unlessZero(line.sides().debit().money()));
        cells.add(Cell.unlessZero(line.sides().credit().money()));
        cells.add(direction(line.direction()));
        cells.add(Cell.of(line.balance().money().abs()));
    }

    private static void quantity(LedgerLine line, List<Cell> cells) {
        Optional<Posting.Quantity> own =
                line.posting().flatMap(posting -> posting.details().quantity());
        for (Tally side : List.of(line.sides().debit(), line.sides().credit())) {
            boolean isCounted = side.units().signum() != 0;
            Optional<BigDecimal> price = own.map(Posting.Quantity::unitPrice)
                    .or(() -> side.averagePrice(PRICE_DECIMALS));
            cells.add(isCounted ? Cell.of(side.units()) : Cell.BLANK);
            cells.add(isCounted ? Cell.of(price) : Cell.BLANK);
            cells.add(Cell.unlessZero(side.money()));
        }
        Tally balance = onItsSide(line);
        cells.add(direction(line.direction()));
        cells.add(Cell.of(balance.units()));
        cells.add(Cell.of(balance.averagePrice(PRICE_DECIMALS)));
        cells.add(Cell.of(balance.money()));
    }

    private void foreign(LedgerLine line, List<Cell> cells) {
        String currency = headings.chart().get(ledger.query().account()).asks().currency();
        cells.add(Cell.of(line.posting().flatMap(posting -> posting.details().foreign())
                .map(Posting.Foreign::rate)));
        for (Tally side : List.of(line.sides().debit(), line.sides().credit())) {
            cells.add(Cell.unlessZero(Money.of(side.foreign(), currency)));
            cells.add(Cell.unlessZero(side.money()));
        }
        Tally balance = onItsSide(line);
        cells.add(direction(line.direction()));
        cells.add(Cell.of(Money.of(balance.foreign(), currency)));
        cells.add(Cell.of(balance.money()));
    }

    /** The balance as it is written beside 借 or 贷. */
    private static Tally onItsSide(LedgerLine line) {
        Money money = line.balance().money();
        return money.isNegative() ? line.balance().negated() : line.balance();
    }
}
