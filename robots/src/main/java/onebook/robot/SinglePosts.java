package onebook.robot;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;

/** Posts one small voucher after another, each durable before the next: for measuring. */
public final class SinglePosts implements Callable<Void> {
    private final OpenBook open;
    private final LocalDate date;
    private int done;

    public SinglePosts(Desk desk, LocalDate date) {
        this.open = desk.book();
        this.date = date;
    }

    @Override
    public Void call() {
        Money amount = Money.cny(100 + done);
        Proposal voucher = new Proposal("bench:" + date + ":" + done++, date,
                JournalEntry.Kind.ORDINARY, "提取备用金", List.of(Posting.debit("1001", amount),
                        Posting.credit("3001", amount)), List.of(Evidence.without("测速")),
                "by-hand", "", List.of(), Optional.empty());
        Outcome outcome = open.journal().transaction(() -> open.post(voucher, "bench"));
        if (outcome instanceof Outcome.Refused refused) {
            throw new RefusedException(refused.refusal(), refused.detail());
        }
        return null;
    }
}
