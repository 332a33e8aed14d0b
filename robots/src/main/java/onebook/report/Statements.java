package onebook.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;

/**
 * The statements of one span, which must agree with each other.
 *
 * @param distributed 应付利润 of the year, account 3104.03
 */
public record Statements(
        TrialBalance trialBalance, BalanceSheet balanceSheet, IncomeStatement incomeStatement,
        Money distributed) {
    private static final AccountCode DISTRIBUTED = AccountCode.of("3104.03");

    public static Statements of(
            Collection<JournalEntry> entries, ChartOfAccounts chart, Period from, Period to) {
        Vouchers vouchers = new Vouchers(entries);
        LocalDate newYear = LocalDate.of(to.year(), 1, 1);
        TracedBalances year = TracedBalances.of(entries, entry -> vouchers.isTurnover(entry)
                && !entry.date().isBefore(newYear) && !entry.date().isAfter(to.lastDay()));
        return new Statements(TrialBalance.of(entries, chart, from, to),
                BalanceSheet.of(entries, chart, to), IncomeStatement.of(entries, chart, from, to),
                year.of(DISTRIBUTED).amount());
    }

    /** Violations of each form and between the forms; empty for a sound book. */
    public List<Violation> checks() {
        List<Violation> found = new ArrayList<>(trialBalance.checks());
        found.addAll(balanceSheet.checks());
        found.addAll(incomeStatement.checks());
        Money growth = growth(50).plus(growth(51)).plus(distributed);
        Money profit = incomeStatement.line(32).second().amount();
        if (!growth.equals(profit)) {
            found.add(new Violation(
                    "growth of 50+51 and profit distributed = net profit of the year", "本年累计",
                    growth, profit));
        }
        return found;
    }

    private Money growth(int line) {
        StatementLine both = balanceSheet.line(line);
        return both.first().amount().minus(both.second().amount());
    }
}
