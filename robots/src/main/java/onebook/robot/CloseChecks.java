package onebook.robot;

import java.util.Optional;
import java.util.Set;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.reconcile.Reconciliation;
import onebook.rules.CompanyProfile;

/** What stands between a month and its close: an earlier month, what waits, the bank. */
final class CloseChecks {
    private final OpenBook open;
    private final Period period;

    CloseChecks(OpenBook open, Period period) {
        this.open = open;
        this.period = period;
    }

    /**
     * The first thing, in the order of {@link Refusal}; empty where the month can be closed.
     *
     * @param accepted ITEMS_STILL_WAIT, BANK_IS_NOT_RECONCILED: what a person knows and closes with
     */
    Optional<Problem> first(Set<Refusal> accepted) {
        return order()
                .or(() -> accepted.contains(Refusal.ITEMS_STILL_WAIT)
                        ? Optional.empty() : waiting())
                .or(() -> accepted.contains(Refusal.BANK_IS_NOT_RECONCILED)
                        ? Optional.empty() : bank());
    }

    private Optional<Problem> order() {
        return new MonthClose(open, period).blocked().map(why -> problem(why, ""));
    }

    private Optional<Problem> waiting() {
        long items = Waiting.of(open).stream().filter(item -> item.isDatedThrough(period)).count();
        return items == 0 ? Optional.empty()
                : Optional.of(problem(Refusal.ITEMS_STILL_WAIT, items + " items"));
    }

    /** An account whose last stated balance the book does not explain. */
    private Optional<Problem> bank() {
        for (CompanyProfile.Cash cash : open.profile().cashAccounts()) {
            Reconciliation month = Settling.reconciliation(open, cash.code(), period);
            if (month.isBankStated() && !month.isReconciled()) {
                return Optional.of(problem(Refusal.BANK_IS_NOT_RECONCILED,
                        cash.account() + " " + cash.bank() + ", " + month.difference()));
            }
        }
        return Optional.empty();
    }

    private Problem problem(Refusal why, String text) {
        return new Problem(why, period.toString(), text);
    }
}
