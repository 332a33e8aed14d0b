package onebook.report;

import java.util.ArrayList;
import java.util.List;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Records;

/**
 * The statements of one span, which must agree with each other.
 *
 * @param distributed 应付利润 of the year, account 3104.03
 */
public record Statements(ChartOfAccounts chart, TrialBalance trialBalance,
        BalanceSheet balanceSheet, IncomeStatement incomeStatement, CashFlow cashFlow,
        Money distributed) {
    private static final AccountCode DISTRIBUTED = AccountCode.of("3104.03");

    public static Statements of(
            Records book, ChartOfAccounts chart, Forms forms, Span span) {
        Records records = new AskedOnce(book);
        Period from = span.from();
        Period to = span.to();
        return new Statements(chart, TrialBalance.of(records, chart, from, to),
                BalanceSheet.of(records, chart, forms, to),
                IncomeStatement.of(records, chart, forms, span),
                CashFlow.of(records, chart, forms, span), distributed(records, to));
    }

    /** As it was decided; that the year's end carries the account to 未分配利润 takes nothing back. */
    private static Money distributed(Records records, Period to) {
        return Slice.posted(new Period(to.year(), 1), to).of(records).turnover(DISTRIBUTED)
                .debit();
    }

    public Span span() {
        return incomeStatement.span();
    }

    /** 资产负债表, 利润表, 现金流量表. */
    public List<FilledForm> forms() {
        return List.of(balanceSheet, incomeStatement, cashFlow);
    }

    public boolean isAnnual() {
        return span().isAnnual();
    }

    /** All that must hold within the forms and between them, with the amounts that are there. */
    public List<Identity> identities() {
        List<Identity> all = new ArrayList<>(trialBalance.identities());
        forms().forEach(form -> all.addAll(form.identities()));
        all.addAll(between());
        return all;
    }

    /** The identities that do not hold; empty for a sound book. */
    public List<Identity> checks() {
        return identities().stream().filter(one -> !one.holds()).toList();
    }

    private List<Identity> between() {
        String year = incomeStatement.titles().ofYear();
        Money growth = growth(50).plus(growth(51)).plus(distributed);
        List<Identity> all = new ArrayList<>();
        all.add(Identity.equal(new Identity.Words("", "会小企01第50、51行的增加 + 已分配利润 = 会小企02第32行",
                "growth of 50+51 and profit distributed = net profit of the year"), year, growth,
                ofYear(incomeStatement, 32)));
        StatementLine cash = balanceSheet.line(1);
        all.add(Identity.equal(new Identity.Words("", "会小企03第22行 = 会小企01第1行期末余额",
                "cash at the end = line 1 of the balance sheet"), year, ofYear(cashFlow, 22),
                cash.first().amount()));
        all.add(Identity.equal(new Identity.Words("", "会小企03第21行 = 会小企01第1行年初余额",
                "cash at the beginning = line 1 of the balance sheet"), year,
                ofYear(cashFlow, 21), cash.second().amount()));
        if (!isAnnual()) {
            all.add(Identity.equal(new Identity.Words("", "会小企03第22行 = 会小企01第1行期末余额",
                    "cash at the end = line 1 of the balance sheet"), Titles.PERIOD.first(),
                    cashFlow.line(22).first().amount(), cash.first().amount()));
        }
        return all;
    }

    private Money ofYear(FilledForm form, int line) {
        StatementLine both = form.line(line);
        return isAnnual() ? both.first().amount() : both.second().amount();
    }

    private Money growth(int line) {
        StatementLine both = balanceSheet.line(line);
        return both.first().amount().minus(both.second().amount());
    }
}
