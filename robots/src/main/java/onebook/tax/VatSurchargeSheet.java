package onebook.tax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import onebook.ledger.Company;
import onebook.ledger.Money;

/** The sheet 附列资料(二), 附加税费情况表: from the VAT payable to each surcharge. */
final class VatSurchargeSheet {
    private static final int FIRST_ROW = 8;
    private static final List<String> TITLES = List.of("税（费）种", "增值税税额", "税（费）率（%）",
            "本期应纳税（费）额", "减免性质代码", "减免税（费）额", "减征比例（%）", "减征额",
            "本期已缴税（费）额", "本期应补（退）税（费）额");
    private static final List<String> NUMBERS = List.of("", "1", "2", "3=1×2", "4", "5", "6",
            "7=(3-5)×6", "8", "9=3-5-7-8");

    private final VatReturn vat;
    private final Company company;
    private final List<FilledCell> filled = new ArrayList<>();

    VatSurchargeSheet(VatReturn vat, Company company) {
        this.vat = vat;
        this.company = company;
    }

    /** The formula by which lines 23 to 25 of the form take over what is due. */
    static String due(int line) {
        return "'" + VatWorkbook.SURCHARGES + "'!J" + row(line);
    }

    private static int row(int line) {
        return FIRST_ROW + line - Surcharges.Kind.CITY_MAINTENANCE.line();
    }

    List<FilledCell> fill(FormSheet sheet) {
        sheet.widths(22, 16, 13, 16, 16, 16, 13, 16, 20, 24);
        sheet.text("A1", "J1", "增值税及附加税费申报表（小规模纳税人适用）附列资料（二）", Ink.TITLE);
        sheet.text("A2", "J2", "（附加税费情况表）", Ink.SUBTITLE);
        sheet.text("A3", "J3", "税（费）款所属时间：%s至%s".formatted(
                Texts.day(vat.period().firstDay()), Texts.day(vat.period().lastDay())), Ink.LABEL);
        sheet.text("A4", "G4", "纳税人名称：" + company.name(), Ink.LABEL);
        sheet.text("H4", "J4", "金额单位：元（列至角分）", Ink.LABEL_RIGHT);
        sheet.height(1, 28);
        header(sheet);
        vat.surcharges().items().forEach(item -> row(sheet, item));
        total(sheet, FIRST_ROW + vat.surcharges().items().size());
        sheet.text("A13", "J13", "说明：第7栏按第9栏（一次四舍五入）倒推，与表内公式最多相差一分。依据："
                + vat.rules().surcharges().source(), Ink.NOTE);
        sheet.paper(true, true);
        return filled;
    }

    private static void header(FormSheet sheet) {
        sheet.text("A5", "A6", TITLES.get(0), Ink.HEADER);
        sheet.text("B5", "计税（费）依据", Ink.HEADER);
        sheet.text("E5", "F5", "本期减免税（费）额", Ink.HEADER);
        sheet.text("G5", "H5", "小规模纳税人“六税两费”减征政策", Ink.HEADER);
        for (int column = 1; column < TITLES.size(); column++) {
            String letter = letter(column);
            if (List.of("C", "D", "I", "J").contains(letter)) {
                sheet.text(letter + "5", letter + "6", TITLES.get(column), Ink.HEADER);
            } else {
                sheet.text(letter + "6", TITLES.get(column), Ink.HEADER);
            }
        }
        for (int column = 0; column < NUMBERS.size(); column++) {
            sheet.text(letter(column) + "7", NUMBERS.get(column), Ink.CENTERED);
        }
        sheet.height(5, 30);
        sheet.height(6, 30);
    }

    private static String letter(int column) {
        return String.valueOf((char) ('A' + column));
    }

    private void row(FormSheet sheet, Surcharges.Item item) {
        int row = row(item.kind().line());
        sheet.text("A" + row, item.kind().chinese(), Ink.TEXT);
        sheet.formula("B" + row, VatMainSheet.reference(20, Column.GOODS) + "+"
                + VatMainSheet.reference(20, Column.SERVICES), vat.surcharges().base(), Ink.MONEY);
        sheet.number("C" + row, item.rate(), Ink.PERCENT);
        sheet.formula("D" + row, "ROUND(B%d*C%d,2)".formatted(row, row), item.gross(), Ink.MONEY);
        if (item.isExempt()) {
            VatRules.Relief relief = vat.rules().relief(item.kind().relief());
            sheet.text("E" + row, relief.code() + "\n" + relief.note(), Ink.CENTERED);
            sheet.formula("F" + row, "D" + row, item.exempt(), Ink.MONEY);
        } else {
            sheet.blank("E" + row, Ink.CENTERED);
            sheet.blank("F" + row, Ink.MONEY);
        }
        sheet.number("G" + row, item.halved(), Ink.PERCENT);
        sheet.formula("H" + row, item.isExempt() ? "(D%d-F%d)*G%d".formatted(row, row, row)
                : "D%d-F%d-ROUND(B%d*C%d*(1-G%d),2)".formatted(row, row, row, row, row),
                item.reduction(), Ink.MONEY);
        sheet.blank("I" + row, Ink.MONEY);
        sheet.formula("J" + row, "D%d-F%d-H%d-I%d".formatted(row, row, row, row), item.due(),
                Ink.MONEY_BOLD);
        sheet.height(row, 30);
        VatCell cell = vat.cell(item.kind().line(), Column.GOODS);
        if (!cell.isEmpty()) {
            filled.add(new FilledCell(sheet, "J" + row, "9", item.kind().chinese() + "本期应补（退）",
                    cell));
        }
    }

    private void total(FormSheet sheet, int row) {
        sheet.text("A" + row, "合计", Ink.TEXT_BOLD);
        List.of("B", "C", "E", "G").forEach(letter -> sheet.text(letter + row, "——", Ink.CENTERED));
        sum(sheet, "D", row, Surcharges.Item::gross);
        sum(sheet, "F", row, Surcharges.Item::exempt);
        sum(sheet, "H", row, Surcharges.Item::reduction);
        sheet.blank("I" + row, Ink.MONEY);
        sum(sheet, "J", row, Surcharges.Item::due);
    }

    private void sum(
            FormSheet sheet, String letter, int row, Function<Surcharges.Item, Money> amount) {
        sheet.formula(letter + row, "SUM(%s%d:%s%d)".formatted(letter, FIRST_ROW, letter, row - 1),
                vat.surcharges().items().stream().map(amount).reduce(Money.ZERO, Money::plus),
                Ink.MONEY_BOLD);
    }
}
