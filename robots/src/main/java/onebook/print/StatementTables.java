package onebook.print;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onebook.ledger.Company;
import onebook.ledger.Period;
import onebook.print.Table.Column;
import onebook.print.Table.Kind;
import onebook.print.Table.Line;
import onebook.print.Table.Paper;
import onebook.print.Table.Row;
import onebook.print.Table.Style;
import onebook.report.BalanceSheet;
import onebook.report.FilledForm;
import onebook.report.Form;
import onebook.report.Identity;
import onebook.report.Span;
import onebook.report.StatementNotes;
import onebook.report.Statements;

/** 资产负债表, 利润表 and 现金流量表 as the accounting standard prints them, a page each. */
public final class StatementTables {
    private static final int CAPTION = 27;
    private static final int LONG_CAPTION = 38;
    private static final int WIDE_CAPTION = 58;
    private static final int LINE = 6;
    private static final int AMOUNT = 16;
    private static final int WIDE_AMOUNT = 22;

    private final Statements statements;
    private final Company company;

    public StatementTables(Statements statements, Company company) {
        this.statements = statements;
        this.company = company;
    }

    public List<Table> tables() {
        return statements.forms().stream().map(this::table).toList();
    }

    private Table table(FilledForm filled) {
        boolean isPosition = filled instanceof BalanceSheet;
        List<Row> rows = isPosition ? halves(filled) : lines(filled);
        List<Line> above = List.of(new Line("", "", filled.form().name() + "表"),
                new Line("编制单位：" + company.name(), isPosition ? day() : months(), "单位：元"));
        return new Table(filled.form().title(), filled.form().title(), above,
                isPosition ? twice(filled) : once(filled), rows::stream, below(),
                Paper.PORTRAIT);
    }

    private static List<Column> once(FilledForm filled) {
        return List.of(Column.of("item", "项目", Kind.TEXT, WIDE_CAPTION),
                Column.of("line", "行次", Kind.CENTERED, LINE),
                Column.of("first", filled.titles().first(), Kind.MONEY, WIDE_AMOUNT),
                Column.of("second", filled.titles().second(), Kind.MONEY, WIDE_AMOUNT));
    }

    private static List<Column> twice(FilledForm filled) {
        return List.of(Column.of("asset", "资产", Kind.TEXT, CAPTION),
                Column.of("assetLine", "行次", Kind.CENTERED, LINE),
                Column.of("assetEnding", filled.titles().first(), Kind.MONEY, AMOUNT),
                Column.of("assetBeginning", filled.titles().second(), Kind.MONEY, AMOUNT),
                Column.of("claim", "负债和所有者权益", Kind.TEXT, LONG_CAPTION),
                Column.of("claimLine", "行次", Kind.CENTERED, LINE),
                Column.of("claimEnding", filled.titles().first(), Kind.MONEY, AMOUNT),
                Column.of("claimBeginning", filled.titles().second(), Kind.MONEY, AMOUNT));
    }

    private static List<Row> lines(FilledForm filled) {
        return filled.form().rows().stream()
                .map(row -> row(filled, List.of(row))).toList();
    }

    private static List<Row> halves(FilledForm filled) {
        List<Form.Row> left = filled.form().side("left");
        List<Form.Row> right = filled.form().side("right");
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < left.size(); index++) {
            rows.add(row(filled, List.of(left.get(index), right.get(index))));
        }
        return rows;
    }

    private static Row row(FilledForm filled, List<Form.Row> halves) {
        boolean isBold = halves.stream().allMatch(half -> isBold(filled, half));
        return Row.of(isBold ? Style.BOLD : Style.PLAIN, halves.stream()
                .flatMap(half -> cells(filled, half)).toArray(Cell[]::new));
    }

    private static boolean isBold(FilledForm filled, Form.Row half) {
        return half.line().isEmpty() ? !half.chinese().isEmpty()
                : filled.form().totals().containsKey(half.line().getAsInt());
    }

    private static Stream<Cell> cells(FilledForm filled, Form.Row half) {
        Cell caption = Cell.of(half.chinese(), half.english());
        if (half.line().isEmpty()) {
            return Stream.of(caption, Cell.BLANK, Cell.BLANK, Cell.BLANK);
        }
        int line = half.line().getAsInt();
        return Stream.concat(Stream.of(caption, Cell.of(String.valueOf(line))),
                filled.line(line).both().stream().map(one -> Cell.unlessZero(one.amount())));
    }

    private List<Line> below() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("单位负责人：", "会计主管：", "制表人：　　　　　　"));
        StatementNotes.of(statements, company).forEach(note ->
                lines.add(Line.of(note.chinese())));
        for (Identity identity : statements.checks()) {
            lines.add(Line.of(StatementNotes.broken(identity)));
        }
        return lines;
    }

    private String day() {
        LocalDate day = statements.span().to().lastDay();
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private String months() {
        Span span = statements.span();
        if (span.isAnnual()) {
            return span.from().year() + "年度";
        }
        Period to = span.to();
        String last = span.from().year() == to.year() ? to.month() + "月"
                : to.year() + "年" + to.month() + "月";
        String first = span.from().year() + "年" + span.from().month() + "月";
        return span.from().equals(to) ? first : first + "至" + last;
    }
}
