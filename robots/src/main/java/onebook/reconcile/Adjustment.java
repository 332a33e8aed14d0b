package onebook.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import onebook.ledger.Money;
import onebook.words.Sentence;

/**
 * One 未达账项: what one side has and the other has not yet.
 *
 * @param reference voucher number, or the bank's serial
 * @param amount without sign
 * @param cause 形成原因
 */
public record Adjustment(LocalDate date, String reference, String summary, Money amount,
        Sentence cause) {
    /** Older items need somebody's attention. */
    static final int ALERT_DAYS = 31;

    public long ageDays(LocalDate at) {
        return ChronoUnit.DAYS.between(date, at);
    }

    public boolean isOld(LocalDate at) {
        return ageDays(at) > ALERT_DAYS;
    }
}
