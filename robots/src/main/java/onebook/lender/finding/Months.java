package onebook.lender.finding;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import onebook.ledger.Money;
import onebook.ledger.Period;

/** Sums of the book by month, and by month and party. */
final class Months {
    /** What is summed. Those of the bridge from book to bank stand as the book has them. */
    enum Sum {
        NET, VAT, UNINVOICED, UNREAD, RED, LATE, EARLY_RED,
        RECEIVABLES, ADVANCES, CUSTOMER_BANK, HAND, FEES, OFFSET, OWNERS, LOANS, OTHERS,
        PURCHASES, VAT_PAID, INCOME_TAX_PAID, OWNER_IN, OWNER_OUT, OWNER_OWED
    }

    private final Map<Period, Map<Sum, Money>> months = new TreeMap<>();

    void add(Period month, Sum sum, Money amount) {
        if (!amount.isZero()) {
            months.computeIfAbsent(month, one -> new EnumMap<>(Sum.class))
                    .merge(sum, amount, Money::plus);
        }
    }

    Money of(Period month, Sum sum) {
        return months.getOrDefault(month, Map.of()).getOrDefault(sum, Money.ZERO);
    }

    /** Both months included. */
    Money of(Period from, Period to, Sum sum) {
        Money all = Money.ZERO;
        for (Period month = from; month.compareTo(to) <= 0; month = month.next()) {
            all = all.plus(of(month, sum));
        }
        return all;
    }

    Money gross(Period month) {
        return of(month, Sum.NET).plus(of(month, Sum.VAT));
    }

    static boolean isLate(LocalDate date) {
        return date.getDayOfMonth() > date.lengthOfMonth() - 3;
    }
}
