package onebook.robot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Side;
import onebook.rules.CompanyProfile;
import onebook.tax.Surcharges;
import onebook.tax.VatReturn;

/** The entries with which a month ends, each drafted from what stands in the book before it. */
final class ClosingEntries {
    private static final AccountCode GOODS = AccountCode.of("5001");
    private static final Map<Surcharges.Kind, String[]> SURCHARGES = Map.of(
            Surcharges.Kind.CITY_MAINTENANCE, new String[] {"5403.02", "2221.11"},
            Surcharges.Kind.EDUCATION, new String[] {"5403.03", "2221.12"},
            Surcharges.Kind.LOCAL_EDUCATION, new String[] {"5403.04", "2221.13"});

    private final Period period;

    ClosingEntries(Period period) {
        this.period = period;
    }

    /** 结转销售成本 by the company's gross margin rate; empty where it sold no goods. */
    Optional<Proposal> costOfSales(List<JournalEntry> entries, CompanyProfile.CostOfSales method) {
        if (!method.method().equals("gross-margin")) {
            return Optional.empty();
        }
        Money revenue = Balances.of(entries, this::isTurnover).balance(GOODS).negated();
        Money cost = revenue.times(BigDecimal.ONE.subtract(method.rate()), RoundingMode.HALF_UP);
        return cost.isZero() ? Optional.empty() : Optional.of(draft("cost-of-sales", "结转销售成本",
                "毛利率法：本月商品销售收入 %s ×（1 − %s）".formatted(revenue, method.rate()),
                List.of(Posting.debit("5401", cost), Posting.credit("1405", cost))));
    }

    /** 计提附加税费 on the VAT of the quarter; empty where none is due. */
    Optional<Proposal> surcharges(VatReturn vat) {
        List<Posting> debits = new ArrayList<>();
        List<Posting> credits = new ArrayList<>();
        for (Surcharges.Kind kind : Surcharges.Kind.values()) {
            Money due = vat.surcharges().due(kind);
            if (!due.isZero()) {
                debits.add(Posting.debit(SURCHARGES.get(kind)[0], due));
                credits.add(Posting.credit(SURCHARGES.get(kind)[1], due));
            }
        }
        debits.addAll(credits);
        return debits.isEmpty() ? Optional.empty() : Optional.of(draft("surcharges", "计提附加税费",
                "按本季应纳增值税 " + vat.surcharges().base() + " 计提，减半征收", debits));
    }

    /** 小微免税: the VAT of exempt sales becomes other income; empty where nothing is exempt. */
    Optional<Proposal> exemptVat(Money tax) {
        return tax.isZero() ? Optional.empty() : Optional.of(draft("vat-exempt", "结转减免增值税",
                "季度销售额未达起征点，普通发票对应的增值税免征",
                List.of(Posting.debit("2221.01", tax), Posting.credit("5301.06", tax))));
    }

    /** 结转收入, then 结转成本费用, to 本年利润; a side without balances gives none. */
    List<Proposal> profit(List<JournalEntry> entries, ChartOfAccounts chart) {
        Balances balances = Balances.of(entries);
        List<Proposal> drafts = new ArrayList<>();
        transfer(balances, chart, Account.Kind.INCOME, "结转本月收入").ifPresent(drafts::add);
        transfer(balances, chart, Account.Kind.EXPENSE, "结转本月成本费用").ifPresent(drafts::add);
        return drafts;
    }

    private Optional<Proposal> transfer(Balances balances, ChartOfAccounts chart, Account.Kind kind,
            String summary) {
        Side normal = kind == Account.Kind.INCOME ? Side.CREDIT : Side.DEBIT;
        List<Posting> lines = new ArrayList<>();
        Money total = Money.ZERO;
        for (AccountCode code : balances.byAccount().keySet()) {
            Money debit = chart.get(code).kind() == kind ? balances.balance(code) : Money.ZERO;
            Money balance = normal == Side.DEBIT ? debit : debit.negated();
            if (!balance.isZero()) {
                lines.add(new Posting(code, normal.opposite(), balance, ""));
                total = total.plus(balance);
            }
        }
        if (!total.isZero()) {
            lines.add(new Posting(AccountCode.of("3103"), normal, total, ""));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(draft(
                JournalEntry.PROFIT_TRANSFER, summary,
                "月末损益类科目余额转入本年利润", lines, kind.name()));
    }

    private boolean isTurnover(JournalEntry entry) {
        return entry.period().equals(period) && entry.kind() != JournalEntry.Kind.OPENING
                && !entry.rule().equals(JournalEntry.PROFIT_TRANSFER);
    }

    private Proposal draft(String rule, String summary, String why, List<Posting> lines) {
        return draft(rule, summary, why, lines, "");
    }

    private Proposal draft(String rule, String summary, String why, List<Posting> lines,
            String part) {
        LocalDate date = period.lastDay();
        return new Proposal("close:" + period + ":" + rule + part, date, JournalEntry.Kind.CLOSING,
                summary, lines, List.of(), rule, why, List.of(), Optional.empty());
    }
}
