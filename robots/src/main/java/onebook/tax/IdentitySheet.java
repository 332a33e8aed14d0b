package onebook.tax;

import java.util.List;
import onebook.ledger.Company;
import onebook.report.Identity;
import onebook.report.Statements;

/** The sheet 勾稽关系: what must hold within the forms and between them, both amounts of each. */
final class IdentitySheet {
    private static final List<String> TITLES = List.of("报表", "栏", "勾稽关系", "左边", "右边", "结果");

    private final Statements statements;
    private final Company company;

    IdentitySheet(Statements statements, Company company) {
        this.statements = statements;
        this.company = company;
    }

    void fill(FormSheet sheet) {
        sheet.widths(2, 14, 16, 62, 20, 20, 10);
        sheet.text("B1", "G1", "勾稽关系", Ink.TITLE);
        sheet.text("B2", "G2", company.name() + "　" + statements.span().from() + " 至 "
                + statements.span().to(), Ink.SUBTITLE);
        sheet.height(1, 28);
        for (int column = 0; column < TITLES.size(); column++) {
            sheet.text((char) ('B' + column) + "3", TITLES.get(column), Ink.HEADER);
        }
        int row = 4;
        for (Identity one : statements.identities()) {
            sheet.text("B" + row, one.form().isEmpty() ? "表间" : one.form(), Ink.CENTERED);
            sheet.text("C" + row, one.column(), Ink.CENTERED);
            sheet.text("D" + row, one.chinese(), Ink.TEXT);
            sheet.money("E" + row, one.left(), Ink.MONEY);
            sheet.money("F" + row, one.right(), Ink.MONEY);
            sheet.text("G" + row, one.holds() ? "相符" : "不符",
                    one.holds() ? Ink.CENTERED : Ink.WARNING);
            row++;
        }
        sheet.freezeRows(3);
        sheet.paper(false, false);
    }
}
