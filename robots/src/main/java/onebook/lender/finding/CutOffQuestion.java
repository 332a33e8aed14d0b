package onebook.lender.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Finding;
import onebook.lender.finding.Months.Sum;

/** CUT: revenue of a month's last three days, and what is taken back early in the next month. */
final class CutOffQuestion implements Question {
    private static final int LEAST_MONTHS = 3;

    private final Facts facts;
    private final Limits limits = Limits.standard();

    CutOffQuestion(Facts facts) {
        this.facts = facts;
    }

    @Override
    public List<Finding> answer(Scope scope) {
        List<Finding> found = new ArrayList<>();
        List<Period> months = scope.months().stream().filter(facts::hasEntries).toList();
        BigDecimal times = limits.number("CUT-LATE", scope.to());
        for (Period month : months) {
            List<Money> others = months.stream().filter(one -> !one.equals(month))
                    .map(one -> facts.months.of(one, Sum.LATE)).sorted().toList();
            Money late = facts.months.of(month, Sum.LATE);
            boolean isMore = others.size() >= LEAST_MONTHS
                    && isLarge(late, month) && late.compareTo(others.get(others.size() / 2)
                            .times(times, RoundingMode.HALF_UP)) > 0;
            if (isMore) {
                found.add(Limits.finding("CUT-LATE", limits.severity("CUT-LATE", month),
                        "%s 最后三天的收入 %s 超过其他月份中位数的 %s 倍，差异待说明",
                        "%s: revenue of the last three days, %s, is more than %s times the median"
                                + " of other months; a difference to explain", month, late, times));
            }
            reversed(month, found);
        }
        return found;
    }

    /** A share of the month's revenue that is worth asking about. */
    private boolean isLarge(Money amount, Period month) {
        return limits.above("CUT-REVERSED", month, amount, facts.months.of(month, Sum.NET))
                .isPresent();
    }

    private void reversed(Period month, List<Finding> found) {
        Money back = facts.months.of(month.next(), Sum.EARLY_RED).negated();
        if (back.isPositive() && isLarge(back, month)) {
            found.add(Limits.finding("CUT-REVERSED", limits.severity("CUT-REVERSED", month),
                    "%s 前十天冲销了以前月份收入 %s（%s 收入 %s），差异待说明",
                    "the first ten days of %s take back revenue of %s of earlier months (revenue of"
                            + " %s: %s); a difference to explain", month.next(), back, month,
                    facts.months.of(month, Sum.NET)));
        }
    }
}
