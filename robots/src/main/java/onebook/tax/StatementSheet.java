package onebook.tax;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import onebook.ledger.Company;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.report.FilledForm;
import onebook.report.Form;
import onebook.report.Identity;
import onebook.report.StatementLine;
import onebook.report.StatementNotes;
import onebook.report.Statements;

/** One statement in the bureau's layout: column A empty, data from row 6 on. */
final class StatementSheet {
    private static final String SUITED = "（适用执行小企业会计准则的企业）";
    private static final int FIRST_ROW = 6;

    /** The columns of one half of a form. */
    private record Half(String side, String caption, String number, List<String> amounts) { }

    private static final Half LEFT = new Half("left", "B", "C", List.of("D", "E"));
    private static final Half RIGHT = new Half("right", "F", "G", List.of("H", "I"));

    private final Statements statements;
    private final FilledForm filled;
    private final FormSheet sheet;
    private final List<Half> halves;
    private final SortedMap<Integer, List<String>> addresses = new TreeMap<>();

    StatementSheet(Statements statements, FilledForm filled, FormSheet sheet) {
        this.statements = statements;
        this.filled = filled;
        this.sheet = sheet;
        this.halves = filled.form().side(RIGHT.side()).isEmpty() ? List.of(LEFT)
                : List.of(LEFT, RIGHT);
        halves.forEach(this::locate);
    }

    private void locate(Half half) {
        List<Form.Row> rows = filled.form().side(half.side());
        for (int index = 0; index < rows.size(); index++) {
            int at = FIRST_ROW + index;
            rows.get(index).line().ifPresent(line -> addresses.put(line,
                    half.amounts().stream().map(column -> column + at).toList()));
        }
    }

    FormSheet sheet() {
        return sheet;
    }

    FilledForm filled() {
        return filled;
    }

    /** Where the line's two amounts stand. */
    List<String> addresses(int line) {
        return addresses.get(line);
    }

    void fill(Company company) {
        boolean isWide = halves.size() == 2;
        if (isWide) {
            sheet.widths(2, 26, 6, 17, 17, 40, 6, 17, 17);
        } else {
            sheet.widths(2, 62, 6, 22, 13, 32);
        }
        String last = isWide ? "I" : "F";
        sheet.text("B1", last + "1", sheet.name() + SUITED, Ink.TITLE);
        sheet.text(last + "2", filled.form().name() + "表   单位：元", Ink.LABEL_RIGHT);
        head(company, isWide ? "B C D E F G H I" : "B C D D E E F F");
        titles(isWide);
        halves.forEach(this::captions);
        filled.lines().forEach(this::amounts);
        foot(company, FIRST_ROW + filled.form().side(LEFT.side()).size());
        sheet.freezeRows(FIRST_ROW - 1);
        sheet.paper(isWide, true);
    }

    /** Who and when: two labels and two values in each of rows 3 and 4, each over two columns. */
    private void head(Company company, String letters) {
        sheet.height(1, 28);
        String[] columns = letters.split(" ");
        Period from = statements.span().from();
        Period to = statements.span().to();
        String[][] rows = {
                {"纳税人识别号", company.taxId(), "纳税人名称", company.name()},
                {"所属期起", from.firstDay().toString(), "所属期止", to.lastDay().toString()}};
        for (int row = 0; row < rows.length; row++) {
            for (int field = 0; field < rows[row].length; field++) {
                over(columns[2 * field] + (3 + row), columns[2 * field + 1] + (3 + row),
                        rows[row][field], field % 2 == 0 ? Ink.HEADER : Ink.TEXT);
            }
        }
    }

    private void over(String first, String last, String text, Ink ink) {
        if (first.equals(last)) {
            sheet.text(first, text, ink);
        } else {
            sheet.text(first, last, text, ink);
        }
    }

    private void titles(boolean isWide) {
        String first = filled.titles().first();
        String second = filled.titles().second();
        List<String> titles = isWide
                ? List.of("资产", "行次", first, second, "负债和所有者权益", "行次", first, second)
                : List.of("项目", "行次", first);
        for (int column = 0; column < titles.size(); column++) {
            sheet.text((char) ('B' + column) + "5", titles.get(column), Ink.HEADER);
        }
        if (!isWide) {
            sheet.text("E5", "F5", second, Ink.HEADER);
        }
    }

    private void captions(Half half) {
        List<Form.Row> rows = filled.form().side(half.side());
        for (int index = 0; index < rows.size(); index++) {
            Form.Row row = rows.get(index);
            int at = FIRST_ROW + index;
            boolean isBold = row.line().isEmpty()
                    || filled.form().totals().containsKey(row.line().getAsInt());
            sheet.text(half.caption() + at, statements.isAnnual() ? row.chinese() : row.filed(),
                    isBold ? Ink.TEXT_BOLD : Ink.TEXT);
            if (halves.size() == 1) {
                sheet.merge("E" + at + ":F" + at, Ink.MONEY_OR_DASH);
            }
            if (row.line().isPresent()) {
                sheet.number(half.number() + at, BigDecimal.valueOf(row.line().getAsInt()),
                        Ink.WHOLE);
            } else {
                sheet.blank(half.number() + at, Ink.CENTERED);
                half.amounts().forEach(column -> sheet.blank(column + at, Ink.MONEY));
            }
        }
    }

    private void amounts(StatementLine line) {
        List<Integer> addends = filled.form().totals().get(line.number());
        for (int column = 0; column < line.both().size(); column++) {
            String at = addresses.get(line.number()).get(column);
            Money amount = line.both().get(column).amount();
            if (addends == null) {
                sheet.money(at, amount, Ink.MONEY_OR_DASH);
            } else {
                sheet.formula(at, sum(addends, column), amount, Ink.MONEY_OR_DASH_BOLD);
            }
        }
    }

    private String sum(List<Integer> addends, int column) {
        StringBuilder sum = new StringBuilder();
        for (int line : addends) {
            sum.append(line < 0 ? "-" : sum.isEmpty() ? "" : "+")
                    .append(addresses.get(Math.abs(line)).get(column));
        }
        return sum.toString();
    }

    private void foot(Company company, int row) {
        sheet.text("B" + (row + 1), "单位负责人：", Ink.LABEL);
        sheet.text("D" + (row + 1), "会计主管：", Ink.LABEL);
        sheet.text("F" + (row + 1), "制表人：", Ink.LABEL);
        int next = row + 2;
        for (StatementNotes.Note note : StatementNotes.of(statements, company)) {
            sheet.text("B" + next++, note.chinese(), Ink.WARNING);
        }
        for (Identity identity : statements.checks()) {
            sheet.text("B" + next++, StatementNotes.broken(identity), Ink.WARNING);
        }
    }
}
