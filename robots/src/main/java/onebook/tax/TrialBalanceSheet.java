package onebook.tax;

import java.math.BigDecimal;
import java.util.List;
import onebook.ledger.Company;
import onebook.ledger.Money;
import onebook.report.TrialBalance;
import onebook.report.TrialBalance.Row;

/** The sheet 科目余额表: accounts of all levels, totals over those of the first level. */
final class TrialBalanceSheet {
    private static final int FIRST_ROW = 6;
    private static final List<String> AMOUNTS = List.of("E", "F", "G", "H", "I", "J");

    private final TrialBalance balance;
    private final Company company;

    TrialBalanceSheet(TrialBalance balance, Company company) {
        this.balance = balance;
        this.company = company;
    }

    void fill(FormSheet sheet) {
        sheet.widths(2, 12, 30, 6, 17, 17, 17, 17, 17, 17);
        sheet.text("B1", "J1", "科目余额表", Ink.TITLE);
        sheet.text("B2", "J2", balance.from() + " 至 " + balance.to(), Ink.SUBTITLE);
        sheet.text("B3", "单位：" + company.name(), Ink.LABEL);
        sheet.text("J3", "单位：元", Ink.LABEL_RIGHT);
        sheet.height(1, 28);
        header(sheet);
        int row = FIRST_ROW;
        for (Row one : balance.tree()) {
            line(sheet, row++, one);
        }
        totals(sheet, row);
        sheet.freezeRows(5);
        sheet.paper(true, false);
    }

    private static void header(FormSheet sheet) {
        sheet.text("B4", "B5", "科目编码", Ink.HEADER);
        sheet.text("C4", "C5", "科目名称", Ink.HEADER);
        sheet.text("D4", "D5", "级次", Ink.HEADER);
        sheet.text("E4", "F4", "期初余额", Ink.HEADER);
        sheet.text("G4", "H4", "本期发生额", Ink.HEADER);
        sheet.text("I4", "J4", "期末余额", Ink.HEADER);
        for (int column = 0; column < AMOUNTS.size(); column++) {
            sheet.text(AMOUNTS.get(column) + "5", column % 2 == 0 ? "借方" : "贷方", Ink.HEADER);
        }
    }

    private static void line(FormSheet sheet, int at, Row row) {
        boolean first = row.level() == 1;
        sheet.text("B" + at, row.account().value(), first ? Ink.TEXT_BOLD : Ink.TEXT);
        sheet.text("C" + at, "　".repeat(row.level() - 1) + row.name(),
                first ? Ink.TEXT_BOLD : Ink.TEXT);
        sheet.number("D" + at, BigDecimal.valueOf(row.level()), Ink.WHOLE);
        List<Money> amounts = row.amounts().inOrder();
        for (int column = 0; column < AMOUNTS.size(); column++) {
            sheet.money(AMOUNTS.get(column) + at, amounts.get(column),
                    first ? Ink.MONEY_OR_DASH_BOLD : Ink.MONEY_OR_DASH);
        }
    }

    private void totals(FormSheet sheet, int at) {
        sheet.text("B" + at, "D" + at, "合计", Ink.HEADER);
        List<Money> amounts = balance.totals().inOrder();
        int last = at - 1;
        for (int column = 0; column < AMOUNTS.size(); column++) {
            String name = AMOUNTS.get(column);
            String formula = last < FIRST_ROW ? "0" : "SUMIF($D$%d:$D$%d,1,%s%d:%s%d)".formatted(
                    FIRST_ROW, last, name, FIRST_ROW, name, last);
            sheet.formula(name + at, formula, amounts.get(column), Ink.MONEY_OR_DASH_BOLD);
        }
    }
}
