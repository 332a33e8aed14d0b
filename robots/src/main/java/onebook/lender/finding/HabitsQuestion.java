package onebook.lender.finding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.lender.Finding;

/**
 * RND, WKE, BEN: round amounts beyond a month's habit, entries that people made at weekends, first
 * two digits. For information only: price lists, rents and shop hours do the same.
 */
final class HabitsQuestion implements Question {
    private static final int LEAST_IN_MONTH = 20;
    private static final int LEAST_OTHERS = 60;
    private static final long ROUND_FEN = 100_000;
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    private static final class Month {
        private long entries;
        private long round;
        private long byHand;
        private long weekend;
    }

    private final Facts facts;
    private final Map<Period, Month> months = new TreeMap<>();
    private final long[] digits = new long[100];
    private long amounts;

    HabitsQuestion(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void entry(JournalEntry entry) {
        if (entry.kind() != JournalEntry.Kind.ORDINARY || facts.isSilent(entry)) {
            return;
        }
        Month month = months.computeIfAbsent(entry.period(), one -> new Month());
        long fen = entry.total().minor();
        month.entries++;
        month.round += fen != 0 && fen % ROUND_FEN == 0 ? 1 : 0;
        if (!entry.hands().preparer().equals("rule")) {
            DayOfWeek day = entry.date().getDayOfWeek();
            month.byHand++;
            month.weekend += day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? 1 : 0;
        }
        boolean isAssigned = entry.postings().stream().anyMatch(line ->
                Reading.Use.of(line.account().value()) == Reading.Use.PAYROLL);
        if (!isAssigned && fen >= 1000) {
            String text = Long.toString(fen);
            digits[Integer.parseInt(text.substring(0, 2))]++;
            amounts++;
        }
    }

    @Override
    public List<Finding> answer(Scope scope) {
        List<Finding> found = new ArrayList<>();
        months.forEach((period, month) -> {
            if (scope.holds(period)) {
                round(period, month, found);
                weekend(period, month, found);
            }
        });
        benford(scope, found);
        return found;
    }

    private void round(Period period, Month month, List<Finding> found) {
        long entries = 0;
        long round = 0;
        for (Month other : months.values()) {
            entries += other == month ? 0 : other.entries;
            round += other == month ? 0 : other.round;
        }
        if (month.entries >= LEAST_IN_MONTH && entries >= LEAST_OTHERS
                && isBeyond(month, Math.max(1, round), entries, period)) {
            found.add(Limits.finding("RND-THOUSANDS",
                    Limits.standard().severity("RND", period),
                    "%s 的 %d 笔凭证中有 %d 笔为整千元，高于其他月份的习惯",
                    "%s: of %d entries %d are whole thousands, beyond what other months have",
                    period, month.entries, month.round));
        }
    }

    /** k of n beyond K of N by z deviations: (kN - nK)² > z² n K (N - K), without a root. */
    private static boolean isBeyond(Month month, long round, long entries, Period at) {
        BigInteger more = BigInteger.valueOf(month.round).multiply(BigInteger.valueOf(entries))
                .subtract(BigInteger.valueOf(month.entries).multiply(BigInteger.valueOf(round)));
        BigInteger z = Limits.standard().number("RND", at).toBigIntegerExact();
        BigInteger spread = z.multiply(z).multiply(BigInteger.valueOf(month.entries))
                .multiply(BigInteger.valueOf(round))
                .multiply(BigInteger.valueOf(Math.max(1, entries - round)));
        return more.signum() > 0 && more.multiply(more).compareTo(spread) > 0;
    }

    private static void weekend(Period period, Month month, List<Finding> found) {
        BigDecimal share = Limits.standard().number("WKE", period);
        boolean isMore = month.byHand >= LEAST_IN_MONTH && BigDecimal.valueOf(month.weekend)
                .compareTo(share.multiply(BigDecimal.valueOf(month.byHand))) > 0;
        if (isMore) {
            found.add(Limits.finding("WKE-WEEKEND", Limits.standard().severity("WKE", period),
                    "%s 的 %d 笔手工凭证中有 %d 笔日期为周末",
                    "%s: of %d entries that people made %d are dated at weekends", period,
                    month.byHand, month.weekend));
        }
    }

    /** The mean absolute deviation of first two digits, against what chance gives for as many. */
    private void benford(Scope scope, List<Finding> found) {
        long least = Limits.standard().number("BEN-LEAST", scope.to()).longValueExact();
        if (amounts < least) {
            return;
        }
        BigInteger sum = BigInteger.ZERO;
        for (String line : Resources.lines("/templates/lender/benford.csv")) {
            String[] cells = line.split(",");
            BigInteger seen = BigInteger.valueOf(digits[Integer.parseInt(cells[0])])
                    .multiply(BILLION);
            sum = sum.add(seen.subtract(new BigInteger(cells[1])
                    .multiply(BigInteger.valueOf(amounts))).abs());
        }
        BigInteger limit = BigInteger.ZERO;
        for (String line : Resources.lines("/templates/lender/benford-limits.csv")) {
            String[] cells = line.split(",");
            limit = Long.parseLong(cells[0]) <= amounts ? new BigInteger(cells[1]) : limit;
        }
        BigInteger all = BigInteger.valueOf(amounts).multiply(BigInteger.valueOf(90));
        if (sum.compareTo(limit.multiply(all)) > 0) {
            found.add(Limits.finding("BEN-DIGITS",
                    Limits.standard().severity("BEN-LEAST", scope.to()),
                    "%d 笔金额的首两位数字分布偏离 %s（十亿分之一），高于同样数量随机数据的 95%% 分位 %s",
                    "first two digits of %d amounts deviate by %s billionths, above the 95 %%"
                            + " quantile of as many by chance, %s", amounts, sum.divide(all),
                    limit));
        }
    }
}
