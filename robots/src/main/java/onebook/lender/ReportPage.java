package onebook.lender;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.Records;
import onebook.lender.finding.AnswerPage;
import onebook.lender.finding.Answers;
import onebook.lender.finding.Resources;
import onebook.report.BalanceSheet;
import onebook.report.Forms;
import onebook.report.IncomeStatement;
import onebook.report.Span;
import onebook.seal.Checkpoint;

/**
 * report/report.html: what a loan officer reads first, in Chinese and English. Made for people; it
 * says itself that the tables and the verifier count, not the page.
 */
final class ReportPage {
    private final LenderPackage pack;
    private final Replay book;
    private final Checkpoint head;

    ReportPage(LenderPackage pack, Replay book, Checkpoint head) {
        this.pack = pack;
        this.book = book;
        this.head = head;
    }

    /** A text of templates/lender. */
    static String template(String name) {
        return Resources.text("/templates/lender/" + name);
    }

    String html(List<Finding> findings, Answers answers) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("company", escaped(book.genesis().textOrEmpty("legal_name")));
        values.put("taxId", escaped(book.entity()));
        values.put("lender", escaped(pack.lender()));
        values.put("profile", escaped(pack.profile()));
        values.put("from", pack.from().toString());
        values.put("to", pack.to().toString());
        values.put("origin", escaped(head.origin()));
        values.put("leaves", Long.toString(head.size()));
        values.put("root", Base64.getEncoder().encodeToString(head.root()));
        values.put("entries", Integer.toString(book.entries().size()));
        values.put("documents", Integer.toString(pack.documents().size()));
        values.put("figures", figures());
        values.put("findings", findings(findings));
        values.putAll(new AnswerPage(answers, ReportPage::escaped).parts());
        String page = template("report.html");
        for (Map.Entry<String, String> value : values.entrySet()) {
            page = page.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return page;
    }

    private String figures() {
        Records records = Records.of(book.entries());
        Forms forms = StatementForms.standard();
        BalanceSheet sheet = BalanceSheet.of(records, book.chart(), forms, pack.to());
        IncomeStatement income = IncomeStatement.of(records, book.chart(), forms,
                Span.of(pack.from(), pack.to()));
        Balances balances = Balances.of(book.entries(),
                entry -> entry.period().compareTo(pack.to()) <= 0);
        return row("营业收入", "Revenue", income.line(1).first().amount())
                + row("净利润", "Net profit", income.line(32).first().amount())
                + row("货币资金", "Cash and bank", sheet.line(1).first().amount())
                + row("应收账款", "Receivables", balances.balance(AccountCode.of("1122")))
                + row("资产总计", "Total assets", sheet.line(30).first().amount())
                + row("负债合计", "Total liabilities", sheet.line(47).first().amount())
                + row("所有者权益合计", "Owners' equity", sheet.line(52).first().amount());
    }

    private static String row(String zh, String en, Object amount) {
        return "<tr><td>%s <i>%s</i></td><td class=\"n\">%s</td></tr>\n".formatted(zh, en, amount);
    }

    private static String findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "<tr><td colspan=\"3\">没有 <i>None</i></td></tr>\n";
        }
        StringBuilder rows = new StringBuilder();
        findings.forEach(finding ->
                rows.append("<tr><td>%s</td><td>%s</td><td>%s<br><i>%s</i></td></tr>\n"
                .formatted(finding.severity(), escaped(finding.id()), escaped(finding.zh()),
                        escaped(finding.en()))));
        return rows.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;").replace("'", "&#39;").replace("{{", "{&#123;");
    }
}
