package onebook.lender.finding;

import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Finding;
import onebook.lender.finding.Months.Sum;

/** RPT: customers' money that goes past the company's accounts, and money to and from owners. */
final class RelatedQuestion implements Question {
    private final Facts facts;
    private final Limits limits = Limits.standard();

    RelatedQuestion(Facts facts) {
        this.facts = facts;
    }

    @Override
    public List<Finding> answer(Scope scope) {
        List<Finding> found = new ArrayList<>();
        Period at = scope.to();
        Money revenue = sum(scope, Sum.NET);
        Money past = sum(scope, Sum.OWNERS);
        if (past.isPositive()) {
            limits.above("RPT-PRIVATE", at, past, revenue).ifPresent(severity ->
                    found.add(Limits.finding("RPT-PRIVATE", severity,
                            "客户欠款中有 %s 记为由他人收取（其他应收、应付款），差异待说明",
                            "%s of what customers owed is booked as received by others (other"
                                    + " receivables or payables); a difference to explain", past)));
        }
        owner(scope, found);
        Money in = sum(scope, Sum.OWNER_IN);
        Money out = sum(scope, Sum.OWNER_OUT);
        limits.above("RPT-CHURN", at, Least.of(in, out), revenue).ifPresent(severity ->
                found.add(Limits.finding("RPT-CHURN", severity,
                        "与股东等往来款一进一出较大：收 %s、付 %s，差异待说明",
                        "current accounts with owners and others: %s in and %s out;"
                                + " a difference to explain", in, out)));
        Money growth = sum(scope, Sum.OWNER_OWED);
        if (growth.isPositive()) {
            limits.above("RPT-GROWTH", at, growth, revenue).ifPresent(severity ->
                    found.add(Limits.finding("RPT-GROWTH", severity,
                            "其他应收款增加 %s，差异待说明",
                            "other receivables grew by %s; a difference to explain", growth)));
        }
        return found;
    }

    private Money sum(Scope scope, Sum sum) {
        return facts.months.of(scope.from(), scope.to(), sum);
    }

    /** Customers' payments that came from somebody who declared private accounts. */
    private void owner(Scope scope, List<Finding> found) {
        List<Money> paid = facts.bank.all().stream().filter(line -> scope.holds(line.month())
                && line.amount().isPositive() && facts.accounts.isOwner(line.party())
                && facts.bank.flow(line) == Reading.Flow.CUSTOMER)
                .map(BankLines.Row::amount).toList();
        if (!paid.isEmpty()) {
            found.add(Limits.finding("RPT-OWNER", limits.severity("RPT-OWNER", scope.to()),
                    "%d 笔记为客户回款的收入来自申报的个人账户持有人，合计 %s，差异待说明",
                    "%d payments booked as customers' came from holders of declared private"
                            + " accounts, together %s; a difference to explain", paid.size(),
                    Money.sum(paid)));
        }
    }
}
