package onebook.lender.finding;

import onebook.ledger.Money;

/** The smallest of amounts. */
final class Least {
    private Least() { }

    static Money of(Money first, Money... others) {
        Money least = first;
        for (Money other : others) {
            least = other.compareTo(least) < 0 ? other : least;
        }
        return least;
    }
}
