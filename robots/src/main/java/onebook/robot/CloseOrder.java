package onebook.robot;

import java.util.Set;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Refusal;

/**
 * How a month is to be closed.
 *
 * @param isYearEnd true where December is closed as the end of the year
 * @param distribution the profit that the owners decided to take out; only at a year's end
 * @param accepted what a person knows and closes with; sealed with the close
 */
public record CloseOrder(
        Period month, boolean isYearEnd, Money distribution, Set<Refusal> accepted) {

    public CloseOrder {
        accepted = Set.copyOf(accepted);
    }

    /** A month that is closed as what it is: December ends the year. */
    public static CloseOrder of(Period month, Set<Refusal> accepted) {
        return new CloseOrder(month, isLast(month), Money.ZERO, accepted);
    }

    /** False where a year would end in the middle, or December without its year. */
    boolean fits() {
        return isYearEnd == isLast(month) && (isYearEnd || distribution.isZero());
    }

    private static boolean isLast(Period month) {
        return month.month() == 12;
    }
}
