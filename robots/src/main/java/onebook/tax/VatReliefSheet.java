package onebook.tax;

import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Company;
import onebook.ledger.Money;

/**
 * The sheet 减免税申报明细: the reduction of the levy with its code, other exempt sales, and, below
 * the form, the sales at the reduced rate that line 16 is computed from.
 */
final class VatReliefSheet {
    private static final int REDUCTION_ROW = 9;
    private static final int EXEMPT_ROW = 17;
    private static final int BASIS_ROW = 22;

    /** @param number 栏次 */
    private record Row(int row, String name, int number) {
        boolean isTotal() {
            return name.equals("合计");
        }

        String at(String letter) {
            return letter + row;
        }

        Ink ink() {
            return isTotal() ? Ink.MONEY_BOLD : Ink.MONEY;
        }

        void label(FormSheet sheet) {
            sheet.text(at("A"), name, isTotal() ? Ink.TEXT_BOLD : Ink.TEXT);
            sheet.text(at("B"), "" + number, Ink.CENTERED);
        }
    }

    private final VatReturn vat;
    private final Company company;
    private final List<FilledCell> filled = new ArrayList<>();

    VatReliefSheet(VatReturn vat, Company company) {
        this.vat = vat;
        this.company = company;
    }

    /** Where the sales at the reduced rate stand, as the main form's formula names it. */
    static String reducedSales(Column column) {
        return "'" + VatWorkbook.RELIEFS + "'!" + basis(column);
    }

    private static String basis(Column column) {
        return "C" + (column.isService() ? BASIS_ROW + 1 : BASIS_ROW);
    }

    List<FilledCell> fill(FormSheet sheet) {
        sheet.widths(48, 8, 18, 18, 18, 18, 18);
        sheet.text("A1", "G1", "增值税减免税申报明细表", Ink.TITLE);
        sheet.text("A2", "G2", "税款所属时间：自%s至%s".formatted(
                Texts.day(vat.period().firstDay()), Texts.day(vat.period().lastDay())),
                Ink.SUBTITLE);
        sheet.text("A3", "E3", "纳税人名称（公章）：" + company.name(), Ink.LABEL);
        sheet.text("F3", "G3", "金额单位：元（列至角分）", Ink.LABEL_RIGHT);
        sheet.height(1, 28);
        sheet.height(REDUCTION_ROW, 32);
        reductions(sheet);
        exemptions(sheet);
        basis(sheet);
        sheet.paper(true, true);
        return filled;
    }

    private void reductions(FormSheet sheet) {
        sheet.text("A5", "G5", "一、减税项目", Ink.HEADER);
        header(sheet, 6, List.of("减税性质代码及名称", "栏次", "期初余额", "本期发生额", "本期应抵减税额",
                "本期实际抵减税额", "期末余额"), List.of("", "", "1", "2", "3=1+2", "4≤3", "5=3-4"));
        Money reduction = vat.total(16);
        VatRules.Relief relief = vat.rules().relief("reduced_levy");
        String detail = relief.code() + "　" + relief.name() + "（" + relief.note() + "）";
        reduction(sheet, new Row(8, "合计", 1), reduction);
        reduction(sheet, new Row(REDUCTION_ROW, reduction.isZero() ? "" : detail, 2), reduction);
        for (int row = REDUCTION_ROW + 1; row < REDUCTION_ROW + 3; row++) {
            blankRow(sheet, row, row - 7);
        }
    }

    private static void reduction(FormSheet sheet, Row row, Money amount) {
        row.label(sheet);
        String of = String.valueOf(REDUCTION_ROW);
        String arising = row.isTotal() ? "D" + of : VatMainSheet.reference(16, Column.GOODS) + "+"
                + VatMainSheet.reference(16, Column.SERVICES);
        sheet.blank(row.at("C"), row.ink());
        sheet.formula(row.at("D"), arising, amount, row.ink());
        sheet.formula(row.at("E"), row.isTotal() ? "E" + of : row.at("C") + "+" + row.at("D"),
                amount, row.ink());
        sheet.formula(row.at("F"), row.isTotal() ? "F" + of : row.at("E"), amount, row.ink());
        sheet.formula(row.at("G"), row.at("E") + "-" + row.at("F"), Money.ZERO, row.ink());
    }

    private void exemptions(FormSheet sheet) {
        sheet.text("A13", "G13", "二、免税项目", Ink.HEADER);
        header(sheet, 14, List.of("免税性质代码及名称", "栏次", "免征增值税项目销售额",
                "免税销售额扣除项目本期实际扣除金额", "扣除后免税销售额", "免税销售额对应的进项税额", "免税额"),
                List.of("", "", "1", "2", "3=1-2", "4", "5"));
        Money sales = vat.total(12);
        Money tax = vat.total(17).minus(vat.total(18)).minus(vat.total(19));
        String name = sales.isZero() ? "" : "法定免税销售额（请填写免税性质代码）";
        exemption(sheet, new Row(16, "合计", 7), sales, tax);
        exemption(sheet, new Row(EXEMPT_ROW, name, 10), sales, tax);
        sheet.text("A18", "G18", "小微企业免税销售额只填主表第10、18栏，不填本表。", Ink.NOTE);
    }

    private static void exemption(FormSheet sheet, Row row, Money sales, Money tax) {
        row.label(sheet);
        sheet.formula(row.at("C"), row.isTotal() ? "C" + EXEMPT_ROW
                : VatMainSheet.reference(12, Column.GOODS) + "+"
                + VatMainSheet.reference(12, Column.SERVICES), sales, row.ink());
        sheet.blank(row.at("D"), row.ink());
        sheet.formula(row.at("E"), row.at("C") + "-" + row.at("D"), sales, row.ink());
        sheet.blank(row.at("F"), row.ink());
        sheet.formula(row.at("G"), row.isTotal() ? "G" + EXEMPT_ROW
                : freeTax(Column.GOODS) + "+" + freeTax(Column.SERVICES), tax, row.ink());
    }

    private static String freeTax(Column column) {
        return VatMainSheet.reference(17, column) + "-" + VatMainSheet.reference(18, column) + "-"
                + VatMainSheet.reference(19, column);
    }

    private void basis(FormSheet sheet) {
        sheet.text("A20", "C20", "附：主表第16栏的计算依据（不报送）", Ink.HEADER);
        sheet.text("A21", "B21", reducedName(), Ink.HEADER);
        sheet.text("C21", "金额", Ink.HEADER);
        for (Column column : List.of(Column.GOODS, Column.SERVICES)) {
            String at = basis(column);
            VatCell cell = vat.reducedSales(column);
            String row = at.substring(1);
            sheet.text("A" + row, "B" + row, column.chinese(), Ink.TEXT);
            sheet.money(at, cell.value(), Ink.MONEY);
            if (!cell.isEmpty()) {
                filled.add(new FilledCell(sheet, at, "附",
                        reducedName() + "，" + column.chinese(), cell));
            }
        }
    }

    private String reducedName() {
        return "减按" + Texts.percent(vat.rules().reduced()) + "征收率计税的不含税销售额";
    }

    private static void header(
            FormSheet sheet, int row, List<String> titles, List<String> numbers) {
        for (int column = 0; column < titles.size(); column++) {
            String letter = String.valueOf((char) ('A' + column));
            if (numbers.get(column).isEmpty()) {
                sheet.text(letter + row, letter + (row + 1), titles.get(column), Ink.HEADER);
            } else {
                sheet.text(letter + row, titles.get(column), Ink.HEADER);
                sheet.text(letter + (row + 1), numbers.get(column), Ink.CENTERED);
            }
        }
        sheet.height(row, 42);
    }

    private static void blankRow(FormSheet sheet, int row, int number) {
        sheet.blank("A" + row, Ink.TEXT);
        sheet.text("B" + row, "" + number, Ink.CENTERED);
        List.of("C", "D", "E", "F", "G").forEach(letter -> sheet.blank(letter + row, Ink.MONEY));
    }
}
