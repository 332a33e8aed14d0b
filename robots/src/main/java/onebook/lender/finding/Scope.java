package onebook.lender.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onebook.ledger.Period;

/**
 * What is asked about.
 *
 * @param profile "invoice-loan", "tax-loan", or whatever a package says
 * @param files hashes of the documents that are at hand
 */
public record Scope(Period from, Period to, String profile, Set<String> files) {

    boolean holds(Period month) {
        return month.compareTo(from) >= 0 && month.compareTo(to) <= 0;
    }

    List<Period> months() {
        List<Period> months = new ArrayList<>();
        for (Period month = from; month.compareTo(to) <= 0; month = month.next()) {
            months.add(month);
        }
        return months;
    }
}
