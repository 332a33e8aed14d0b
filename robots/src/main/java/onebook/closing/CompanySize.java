package onebook.closing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Account;
import onebook.ledger.Balances;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Records;

/** 资产总额 as the conditions of 小型微利企业 count it: the average of the quarters' averages. */
final class CompanySize {
    private final Records records;
    private final ChartOfAccounts chart;

    CompanySize(Records records, ChartOfAccounts chart) {
        this.records = records;
        this.chart = chart;
    }

    /** Each quarter of the year is (opening + closing) / 2; the last closes with the month. */
    Money assetsOnAverage(Period month) {
        Period first = records.firstMonth().orElse(month);
        List<Money> ends = new ArrayList<>();
        Period quarter = new Period(month.year(), 1);
        while (quarter.compareTo(month) <= 0) {
            Period last = quarter.next().next();
            if (last.compareTo(first) >= 0) {
                ends.add(assets(opening(first, quarter, month)));
                Period end = last.compareTo(month) < 0 ? last : month;
                ends.add(assets(records.balances(first, end)));
            }
            quarter = last.next();
        }
        return ends.isEmpty() ? Money.ZERO : Money.rounded(Money.sum(ends).toDecimal()
                .divide(BigDecimal.valueOf(ends.size()), 2, RoundingMode.HALF_UP), Money.CNY,
                RoundingMode.UNNECESSARY);
    }

    private Balances opening(Period first, Period quarter, Period month) {
        return records.balances(first, quarter.previous())
                .plus(records.balances(Records.Part.OPENING, quarter, month));
    }

    private Money assets(Balances balances) {
        Money sum = Money.ZERO;
        for (var account : balances.byAccount().entrySet()) {
            Account.Kind kind = chart.get(account.getKey()).kind();
            if (kind == Account.Kind.ASSET || kind == Account.Kind.COST) {
                sum = sum.plus(account.getValue().balance());
            }
        }
        return sum;
    }
}
