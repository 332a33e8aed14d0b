package onebook.tax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onebook.ledger.Company;
import onebook.ledger.Money;

/** The sheet 增值税及附加税费申报表, laid out as the bureau prints it. */
final class VatMainSheet {
    private static final int FIRST_ROW = 8;
    private static final List<String> LETTERS = List.of("D", "E", "F", "G");
    /** Lines with a formula in the columns of the period; all others hold a figure or nothing. */
    private static final Set<Integer> COMPUTED = Set.of(9, 15, 16, 17, 18, 19, 20, 22, 23, 24, 25);

    private final VatReturn vat;
    private final Company company;
    private final List<FilledCell> filled = new ArrayList<>();

    VatMainSheet(VatReturn vat, Company company) {
        this.vat = vat;
        this.company = company;
    }

    /** Where a line's amount stands. */
    static String at(int line, Column column) {
        return LETTERS.get(column.ordinal()) + (FIRST_ROW - 1 + line);
    }

    static String reference(int line, Column column) {
        return "'" + VatWorkbook.MAIN + "'!" + at(line, column);
    }

    List<FilledCell> fill(FormSheet sheet) {
        sheet.widths(9, 48, 14, 18, 18, 18, 18);
        head(sheet);
        List<FormLine> lines = FormLine.standard();
        sections(sheet, lines);
        for (FormLine line : lines) {
            int row = FIRST_ROW - 1 + line.line();
            sheet.text("B" + row, line.caption(), Ink.TEXT);
            sheet.text("C" + row, line.number(), Ink.CENTERED);
            sheet.height(row, 21);
            for (Column column : Column.values()) {
                cell(sheet, line, column);
            }
        }
        foot(sheet, FIRST_ROW + lines.size());
        sheet.freezeRows(FIRST_ROW - 1);
        sheet.paper(true, true);
        return filled;
    }

    private void head(FormSheet sheet) {
        sheet.text("A1", "G1", VatWorkbook.MAIN, Ink.TITLE);
        sheet.text("A2", "G2", "（小规模纳税人适用）", Ink.SUBTITLE);
        sheet.text("A3", "G3", "纳税人识别号（统一社会信用代码）：" + company.taxId(), Ink.LABEL);
        sheet.text("A4", "E4", "纳税人名称：" + company.name(), Ink.LABEL);
        sheet.text("F4", "G4", "金额单位：元（列至角分）", Ink.LABEL_RIGHT);
        sheet.text("A5", "E5", "税款所属期：%s至%s".formatted(Texts.day(vat.period().firstDay()),
                Texts.day(vat.period().lastDay())), Ink.LABEL);
        sheet.text("F5", "G5", "填表日期：　　　年　　月　　日", Ink.LABEL_RIGHT);
        sheet.text("A6", "B7", "项目", Ink.HEADER);
        sheet.text("C6", "C7", "栏次", Ink.HEADER);
        sheet.text("D6", "E6", Column.GOODS.span(), Ink.HEADER);
        sheet.text("F6", "G6", Column.GOODS_YEAR.span(), Ink.HEADER);
        for (Column column : Column.values()) {
            sheet.text(LETTERS.get(column.ordinal()) + "7", column.chinese(), Ink.HEADER);
        }
        sheet.height(1, 26);
        sheet.height(7, 28);
    }

    private static void sections(FormSheet sheet, List<FormLine> lines) {
        for (String section : lines.stream().map(FormLine::section).distinct().toList()) {
            List<Integer> rows = lines.stream().filter(line -> line.section().equals(section))
                    .map(line -> FIRST_ROW - 1 + line.line()).toList();
            sheet.text("A" + rows.get(0), "A" + rows.get(rows.size() - 1), section, Ink.SECTION);
        }
    }

    private void cell(FormSheet sheet, FormLine line, Column column) {
        String at = at(line.line(), column);
        if (line.cell(column).equals("——")) {
            sheet.text(at, "——", Ink.CENTERED);
        } else if (line.isFilled(column)) {
            boolean joined = column.ordinal() + 1 < LETTERS.size()
                    && line.cells().get(column.ordinal() + 1).equals("merge");
            if (joined) {
                sheet.merge(at + ":" + at(line.line(), Column.values()[column.ordinal() + 1]),
                        Ink.MONEY);
            }
            amount(sheet, line, column);
        }
    }

    private void amount(FormSheet sheet, FormLine line, Column column) {
        String at = at(line.line(), column);
        VatCell cell = vat.cell(line.line(), column);
        boolean isComputed = COMPUTED.contains(line.line());
        if (cell.isEmpty() && !isComputed) {
            sheet.blank(at, Ink.MONEY);
            return;
        }
        if (column.ofPeriod().isPresent()) {
            sheet.formula(at, yearFormula(line.line(), column), cell.value(), Ink.MONEY);
        } else if (isComputed) {
            Ink ink = line.line() == 20 || line.line() == 22 ? Ink.MONEY_BOLD : Ink.MONEY;
            sheet.formula(at, formula(line.line(), column), cell.value(), ink);
        } else {
            sheet.money(at, cell.value(), Ink.MONEY);
        }
        if (!cell.isEmpty()) {
            filled.add(new FilledCell(sheet, at, line.number(),
                    line.caption().strip() + "，" + column.span() + column.chinese(), cell));
        }
    }

    private String formula(int line, Column column) {
        String levy = vat.rules().levy().toPlainString();
        return switch (line) {
            case 9 -> "%s+%s+%s".formatted(at(10, column), at(11, column), at(12, column));
            case 15 -> "ROUND((%s+%s)*%s,2)".formatted(at(1, column), taxedAssets(column), levy);
            case 16 -> "ROUND(%s*%s,2)".formatted(VatReliefSheet.reducedSales(column),
                    vat.rules().levy().subtract(vat.rules().reduced()).toPlainString());
            case 17 -> "%s+%s+ROUND(%s*%s,2)".formatted(
                    at(18, column), at(19, column), at(12, column), levy);
            case 18 -> "ROUND(%s*%s,2)".formatted(at(10, column), levy);
            case 19 -> "ROUND(%s*%s,2)".formatted(at(11, column), levy);
            case 20 -> at(15, column) + "-" + at(16, column);
            case 22 -> at(20, column) + "-" + at(21, column);
            default -> VatSurchargeSheet.due(line);
        };
    }

    /** Line 7, used fixed assets, exists in the column of goods only. */
    private static String taxedAssets(Column column) {
        return column.isService() ? "0" : at(7, column);
    }

    private String yearFormula(int line, Column column) {
        Column now = column.ofPeriod().orElseThrow();
        Money earlier = vat.value(line, column).minus(vat.value(line, now));
        if (earlier.isZero()) {
            return at(line, now);
        }
        return at(line, now) + (earlier.isNegative() ? "-" : "+") + earlier.abs();
    }

    private static void foot(FormSheet sheet, int row) {
        sheet.text("A" + row, "G" + row, "声明：此表是根据国家税收法律法规及相关规定填写的，本人（单位）对填报内容"
                + "（及附带资料）的真实性、可靠性、完整性负责。\n纳税人（签章）：　　　　　　　　年　　月　　日",
                Ink.TEXT);
        sheet.height(row, 36);
        sheet.text("A" + (row + 1), "C" + (row + 1),
                "经办人：\n经办人身份证号：\n代理机构签章：\n代理机构统一社会信用代码：", Ink.TEXT);
        sheet.text("D" + (row + 1), "G" + (row + 1),
                "受理人：\n受理税务机关（章）：\n受理日期：　　　年　　月　　日", Ink.TEXT);
        sheet.height(row + 1, 64);
    }
}
