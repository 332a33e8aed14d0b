package onebook.tax;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.ledger.Company;
import onebook.ledger.Period;
import onebook.report.BalanceSheet;
import onebook.report.Captions;
import onebook.report.IncomeStatement;
import onebook.report.StatementLine;
import onebook.report.Statements;
import onebook.report.Violation;

/**
 * statements.xlsx: 资产负债表 and 利润表 in the layout of the tax bureau's file for 小企业会计准则,
 * and 科目余额表. Totals are formulas; what does not agree is said in red below the form.
 */
public final class StatementWorkbook {
    private static final String SUITED = "（适用执行小企业会计准则的企业）";
    private static final int FIRST_ROW = 6;

    private final Statements statements;
    private final Company company;

    private StatementWorkbook(Statements statements, Company company) {
        this.statements = statements;
        this.company = company;
    }

    /** Throws {@link IllegalStateException} where a formula disagrees with the statements. */
    public static void write(Statements statements, Company company, Path target)
            throws IOException {
        Period to = statements.balanceSheet().at();
        try (FormBook book = new FormBook(company.name() + " " + to, to.lastDay())) {
            StatementWorkbook writer = new StatementWorkbook(statements, company);
            writer.balanceSheet(book.sheet("资产负债表"));
            writer.incomeStatement(book.sheet("利润表"));
            new TrialBalanceSheet(statements.trialBalance(), company).fill(book.sheet("科目余额表"));
            book.save(target);
        }
    }

    private void balanceSheet(FormSheet sheet) {
        Captions captions = Captions.parse(Texts.of("/templates/report/balance-sheet.csv"));
        sheet.widths(2, 26, 6, 17, 17, 32, 6, 17, 17);
        sheet.text("B1", "I1", "资产负债表" + SUITED, Ink.TITLE);
        sheet.text("I2", "会小企01表   单位：元", Ink.LABEL_RIGHT);
        head(sheet, new String[] {"B", "C", "D", "E", "F", "G", "H", "I"});
        List<String> titles = List.of("资产", "行次", "期末余额", "年初余额",
                "负债和所有者权益", "行次", "期末余额", "年初余额");
        for (int column = 0; column < titles.size(); column++) {
            sheet.text((char) ('B' + column) + "5", titles.get(column), Ink.HEADER);
        }
        Half left = new Half("B", "C", List.of("D", "E"), captions.side("left"));
        Half right = new Half("F", "G", List.of("H", "I"), captions.side("right"));
        SortedMap<Integer, Cell> cells = new TreeMap<>();
        left.locate(cells);
        right.locate(cells);
        SortedMap<Integer, List<Integer>> totals = BalanceSheet.totals();
        statements.balanceSheet().lines().forEach(line -> amounts(sheet, line, cells, totals));
        left.print(sheet, totals);
        right.print(sheet, totals);
        foot(sheet, FIRST_ROW + captions.side("left").size());
        sheet.freezeRows(5);
        sheet.paper(true, true);
    }

    private void incomeStatement(FormSheet sheet) {
        Captions captions = Captions.parse(Texts.of("/templates/report/income-statement.csv"));
        sheet.widths(2, 46, 6, 20, 13, 24);
        sheet.text("B1", "F1", "利润表" + SUITED, Ink.TITLE);
        sheet.text("F2", "会小企02表   单位：元", Ink.LABEL_RIGHT);
        head(sheet, new String[] {"B", "C", "D", "D", "E", "E", "F", "F"});
        sheet.text("B5", "项目", Ink.HEADER);
        sheet.text("C5", "行次", Ink.HEADER);
        sheet.text("D5", "本期金额", Ink.HEADER);
        sheet.text("E5", "F5", "本年累计金额", Ink.HEADER);
        Half all = new Half("B", "C", List.of("D", "E"), captions.side("left"));
        SortedMap<Integer, Cell> cells = new TreeMap<>();
        all.locate(cells);
        cells.values().forEach(cell ->
                sheet.merge("E" + cell.row() + ":F" + cell.row(), Ink.MONEY_OR_DASH));
        SortedMap<Integer, List<Integer>> totals = IncomeStatement.totals();
        statements.incomeStatement().lines().forEach(line -> amounts(sheet, line, cells, totals));
        all.print(sheet, totals);
        foot(sheet, FIRST_ROW + captions.rows().size());
        sheet.freezeRows(5);
        sheet.paper(false, true);
    }

    /** Who and when: two labels and two values in each of rows 3 and 4, each over two columns. */
    private void head(FormSheet sheet, String[] columns) {
        sheet.height(1, 28);
        Period from = statements.incomeStatement().from();
        Period to = statements.balanceSheet().at();
        String[][] rows = {
                {"纳税人识别号", company.taxId(), "纳税人名称", company.name()},
                {"所属期起", from.firstDay().toString(), "所属期止", to.lastDay().toString()}};
        for (int row = 0; row < rows.length; row++) {
            for (int field = 0; field < rows[row].length; field++) {
                String first = columns[2 * field] + (3 + row);
                String last = columns[2 * field + 1] + (3 + row);
                Ink ink = field % 2 == 0 ? Ink.HEADER : Ink.TEXT;
                if (first.equals(last)) {
                    sheet.text(first, rows[row][field], ink);
                } else {
                    sheet.text(first, last, rows[row][field], ink);
                }
            }
        }
    }

    private static void amounts(FormSheet sheet, StatementLine line, SortedMap<Integer, Cell> cells,
            SortedMap<Integer, List<Integer>> totals) {
        for (int column = 0; column < 2; column++) {
            var amount = (column == 0 ? line.first() : line.second()).amount();
            String at = cells.get(line.number()).at(column);
            List<Integer> addends = totals.get(line.number());
            if (addends == null) {
                sheet.money(at, amount, Ink.MONEY_OR_DASH);
            } else {
                sheet.formula(at, sum(addends, cells, column), amount, Ink.MONEY_OR_DASH_BOLD);
            }
        }
    }

    private static String sum(List<Integer> addends, SortedMap<Integer, Cell> cells, int column) {
        StringBuilder sum = new StringBuilder();
        for (int line : addends) {
            sum.append(line < 0 ? "-" : sum.isEmpty() ? "" : "+")
                    .append(cells.get(Math.abs(line)).at(column));
        }
        return sum.toString();
    }

    private void foot(FormSheet sheet, int row) {
        sheet.text("B" + (row + 1), "单位负责人：", Ink.LABEL);
        sheet.text("D" + (row + 1), "会计主管：", Ink.LABEL);
        sheet.text("F" + (row + 1), "制表人：", Ink.LABEL);
        int next = row + 2;
        for (Violation violation : statements.checks()) {
            sheet.text("B" + next++, "勾稽不符（%s）：%s，%s 与 %s".formatted(violation.column(),
                    violation.check(), violation.left(), violation.right()), Ink.WARNING);
        }
    }

    private record Cell(int row, List<String> columns) {
        String at(int column) {
            return columns.get(column) + row;
        }
    }

    /** One half of a form: where its captions, line numbers and amounts stand. */
    private record Half(
            String caption, String number, List<String> amounts, List<Captions.Row> rows) {

        void locate(SortedMap<Integer, Cell> cells) {
            for (int index = 0; index < rows.size(); index++) {
                Cell cell = new Cell(FIRST_ROW + index, amounts);
                rows.get(index).line().ifPresent(line -> cells.put(line, cell));
            }
        }

        void print(FormSheet sheet, SortedMap<Integer, List<Integer>> totals) {
            for (int index = 0; index < rows.size(); index++) {
                Captions.Row row = rows.get(index);
                int at = FIRST_ROW + index;
                boolean bold = row.line().isEmpty() || totals.containsKey(row.line().getAsInt());
                sheet.text(caption + at, row.chinese(), bold ? Ink.TEXT_BOLD : Ink.TEXT);
                if (row.line().isPresent()) {
                    sheet.number(number + at, java.math.BigDecimal.valueOf(row.line().getAsInt()),
                            Ink.WHOLE);
                } else {
                    sheet.blank(number + at, Ink.CENTERED);
                    amounts.forEach(column -> sheet.blank(column + at, Ink.MONEY));
                }
            }
        }
    }
}
