package onebook.print;

import java.util.List;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.EntryNumber;
import onebook.ledger.Period;
import onebook.print.Table.Line;

/** What the books of one company say above their columns: whose they are, of when, of what. */
public record Headings(String company, ChartOfAccounts chart) {

    /** 单位, the months, and the unit of all amounts. */
    List<Line> above(Period from, Period to) {
        return List.of(new Line("编制单位：" + company, span(from, to), "单位：元"));
    }

    List<Line> above(Period from, Period to, AccountCode account, String whose) {
        String title = "科目：" + account + " " + full(account) + (whose.isEmpty() ? "" : "　" + whose);
        return List.of(above(from, to).get(0), Line.of(title));
    }

    /** Who signs under a book. */
    static List<Line> signatures() {
        return List.of(new Line("会计主管：", "复核：", "记账：　　　　　　"));
    }

    private static String span(Period from, Period to) {
        return from.equals(to) ? month(from) : month(from) + "至" + month(to);
    }

    private static String month(Period month) {
        return month.year() + "年" + month.month() + "月";
    }

    /** The name as the chart has it; empty for an account that is not there. */
    String name(AccountCode account) {
        return chart.find(account).map(Account::name).orElse("");
    }

    /** With the names above it: 应交税费—应交增值税—进项税额. */
    public String full(AccountCode account) {
        return account.parent().map(parent -> full(parent) + "—").orElse("") + name(account);
    }

    /** 客户, 部门: what the values of a dimension are called. */
    static String name(Account.Dimension dimension) {
        return switch (dimension) {
            case CUSTOMER -> "客户";
            case SUPPLIER -> "供应商";
            case EMPLOYEE -> "职员";
            case DEPARTMENT -> "部门";
            case PROJECT -> "项目";
            case BANK_ACCOUNT -> "银行账户";
        };
    }

    /** 记-7; programs read 2026-03-0007. */
    static Cell voucher(EntryNumber number) {
        return Cell.of("记-" + number.sequence(), number.toString());
    }
}
