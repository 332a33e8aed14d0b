package onebook.closing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Side;
import onebook.words.Sentence;

/**
 * A loan whose interest is accrued month by month (计提借款利息).
 *
 * @param rate of a year, 0.0385
 * @param basis "360" or "365" days of a year, or "month" for a twelfth whatever the days
 * @param from the day it was paid out, which bears interest; to the day it is paid back, which does
 *     not, or null
 */
public record Loan(String id, String name, BigDecimal principal, BigDecimal rate, String basis,
        LocalDate from, LocalDate to, String expense, String owed,
        RecurringRules rules)
        implements RecurringItem {

    /** What is missing is taken from the rules. Throws {@link IllegalArgumentException}. */
    public Loan {
        RecurringItem.checkId(id);
        basis = basis == null ? "360" : basis;
        expense = expense == null ? rules.interest().expense() : expense;
        owed = owed == null ? rules.interest().owed() : owed;
        require(name != null && !name.isBlank(), id + ": name of the lender");
        require(principal != null && principal.signum() > 0, id + ": principal");
        require(rate != null && rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) < 0,
                id + ": rate of a year, as 0.0385");
        require(List.of("360", "365", "month").contains(basis), id + ": basis 360, 365 or month");
        require(from != null && (to == null || to.isAfter(from)), id + ": from, a day");
        ClosingPolicy.money(principal);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("a loan needs " + what);
        }
    }

    @Override
    public String rule() {
        return "interest-accrual";
    }

    @Override
    public Sentence told() {
        return Sentence.of("recurring.loan", id, name, ClosingPolicy.money(principal),
                rate.toPlainString(), from);
    }

    @Override
    public Set<AccountCode> accounts() {
        return Set.of(AccountCode.of(expense), AccountCode.of(owed));
    }

    /** The days of the month that bear interest. */
    public long days(Period month) {
        LocalDate first = from.isAfter(month.firstDay()) ? from : month.firstDay();
        LocalDate after = month.lastDay().plusDays(1);
        LocalDate last = to != null && to.isBefore(after) ? to : after;
        return Math.max(0, ChronoUnit.DAYS.between(first, last));
    }

    private boolean isTwelfth(Period month) {
        return basis.equals("month") && days(month) == month.lastDay().getDayOfMonth();
    }

    /** Of a whole month by the twelfth, of part of one by its days. */
    public Money interest(Period month) {
        long days = days(month);
        BigDecimal parts = BigDecimal.valueOf(isTwelfth(month) ? 1 : days);
        BigDecimal of = isTwelfth(month) ? BigDecimal.valueOf(12) : new BigDecimal(yearDays());
        return Money.rounded(principal.multiply(rate).multiply(parts)
                .divide(of, 2, RoundingMode.HALF_UP), Money.CNY, RoundingMode.HALF_UP);
    }

    private String yearDays() {
        return basis.equals("month") ? "360" : basis;
    }

    @Override
    public List<Proposal> due(Period month, Ledger ledger) {
        Money interest = interest(month);
        if (interest.isZero()) {
            return List.of();
        }
        Money whole = ClosingPolicy.money(principal);
        Sentence why = isTwelfth(month)
                ? Sentence.of("recurring.interest-twelfth", whole, rate.toPlainString())
                : Sentence.of("recurring.interest-days", whole, rate.toPlainString(),
                        days(month), yearDays());
        return List.of(draft("loan:" + id + ":" + month, month.lastDay(),
                rules.interest().summary() + " " + name,
                List.of(new Posting(AccountCode.of(expense), Side.DEBIT, interest, ""),
                        new Posting(AccountCode.of(owed), Side.CREDIT, interest, name)), why));
    }
}
