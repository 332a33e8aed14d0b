package onebook.app.books;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.AccountCode;
import onebook.ledger.Period;
import onebook.report.LedgerQuery;
import onebook.robot.Books;

/**
 * What a person chose.
 *
 * @param from the first month; empty for January of the last one's year
 * @param to the last month; empty for the last one that has entries
 * @param hasDetails true for the accounts below the first level too, where that can be chosen
 */
record Asked(Books.Kind kind, Optional<AccountCode> account, Optional<Period> from,
        Optional<Period> to, Optional<String> party, String text, boolean hasDetails) {
    private static final int ALL_LEVELS = 99;

    /** 多栏账 is always of one account. */
    boolean lacksAccount() {
        return kind == Books.Kind.MULTI && account.isEmpty();
    }

    /** @param months with entries, in order; at least one */
    Books.Order order(List<Period> months) {
        Period last = to.orElse(months.get(months.size() - 1));
        Period january = new Period(last.year(), 1);
        Period first = from.orElse(months.get(0).compareTo(january) > 0 ? months.get(0) : january);
        boolean isOrdered = first.compareTo(last) <= 0;
        return new Books.Order(kind, account, isOrdered ? first : last, last,
                kind.hasLines() ? new LedgerQuery.Filter(party, Map.of()) : LedgerQuery.Filter.ALL,
                kind.hasLines() ? text : "", hasDetails ? ALL_LEVELS : 1, Optional.empty(),
                Optional.empty(), 2, "");
    }

    /** The book that stands below: the lines of an account, or of one party on it. */
    Asked below(AccountCode code, Optional<String> whose) {
        return new Asked(Books.Kind.DETAIL, Optional.of(code), from, to, whose, "", hasDetails);
    }
}
