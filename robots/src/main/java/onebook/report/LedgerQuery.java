package onebook.report;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Period;
import onebook.ledger.Posting;

/**
 * Which account book to show: an account with its details over some months, both included.
 *
 * @param filter which lines of it are the book; what is left out is in none of its sums
 * @param text hides the lines that do not mention it; sums and balances stay those of the book
 * @param byDay with 本日合计, as journals of cash and bank have it
 * @param isMeasured with units and foreign amounts, for which no sums are kept: reads all lines
 *     since the book began
 */
public record LedgerQuery(AccountCode account, Period from, Period to, Filter filter, String text,
        boolean byDay, boolean isMeasured) {

    /**
     * Whose lines.
     *
     * @param party the customer, supplier or person; empty for all
     */
    public record Filter(Optional<String> party, Map<Account.Dimension, String> dimensions) {
        public static final Filter ALL = new Filter(Optional.empty(), Map.of());

        public Filter {
            dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
        }

        /** True for lines of this party and these values. */
        public boolean accepts(Posting line) {
            return party.map(line.party()::equals).orElse(true)
                    && dimensions.entrySet().stream()
                            .allMatch(one -> line.in(one.getKey()).equals(one.getValue()));
        }
    }

    public LedgerQuery {
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
    }

    public static LedgerQuery of(AccountCode account, Period from, Period to) {
        return new LedgerQuery(account, from, to, Filter.ALL, "", false, false);
    }

    LedgerQuery on(AccountCode other) {
        return new LedgerQuery(other, from, to, filter, text, byDay, isMeasured);
    }

    /** From a later month on. */
    LedgerQuery since(Period month) {
        return new LedgerQuery(account, month, to, filter, text, byDay, isMeasured);
    }

    public LedgerQuery with(Filter whose) {
        return new LedgerQuery(account, from, to, whose, text, byDay, isMeasured);
    }

    public LedgerQuery mentioning(String words) {
        return new LedgerQuery(account, from, to, filter, words, byDay, isMeasured);
    }

    public LedgerQuery daily() {
        return new LedgerQuery(account, from, to, filter, text, true, isMeasured);
    }

    public LedgerQuery measured() {
        return new LedgerQuery(account, from, to, filter, text, byDay, true);
    }

    /** Each month from the first to the last. */
    public Stream<Period> months() {
        return Stream.iterate(from, month -> month.compareTo(to) <= 0, Period::next);
    }

    boolean accepts(Posting line) {
        return line.account().isWithin(account) && filter.accepts(line);
    }

    /** True where the sums that a journal keeps are those of this book. */
    boolean isSummed() {
        return !isMeasured && filter.dimensions().isEmpty();
    }

    /** True for lines of sums, and for lines of vouchers that mention the text. */
    boolean shows(LedgerLine line) {
        return text.isEmpty() || line.entry().isEmpty() || line.summary().contains(text)
                || line.entry().get().toString().contains(text)
                || line.posting().map(Posting::party).orElse("").contains(text);
    }
}
