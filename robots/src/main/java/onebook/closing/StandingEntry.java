package onebook.closing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Side;
import onebook.words.Sentence;

/**
 * An entry that is the same every month, quarter or year: rent, a share of something paid ahead.
 *
 * @param to the last month; null without end
 * @param every "month", or "quarter" and "year" in their last month
 * @param why one sentence for the person who asks
 */
public record StandingEntry(String id, String summary, String why, Period from, Period to,
        String every, List<Line> post) implements RecurringItem {

    /** One side is given: an account code. */
    public record Line(String debit, String credit, BigDecimal amount, String party,
            String department) {

        Posting posting() {
            Side side = debit != null ? Side.DEBIT : Side.CREDIT;
            Posting line = new Posting(AccountCode.of(debit != null ? debit : credit), side,
                    ClosingPolicy.money(amount), party == null ? "" : party);
            return department == null || department.isBlank() ? line : line.with(
                    Posting.Details.NONE.with(Account.Dimension.DEPARTMENT, department));
        }
    }

    /** Throws {@link IllegalArgumentException} that says what it needs. */
    public StandingEntry {
        RecurringItem.checkId(id);
        every = every == null ? "month" : every;
        why = why == null || why.isBlank() ? summary : why;
        post = post == null ? List.of() : List.copyOf(post);
        require(summary != null && !summary.isBlank(), id + ": summary");
        require(from != null && (to == null || to.compareTo(from) >= 0), id + ": from, a month");
        require(List.of("month", "quarter", "year").contains(every),
                id + ": every month, quarter or year");
        Money sum = Money.ZERO;
        for (Line line : post) {
            require(line != null && (line.debit() == null) != (line.credit() == null)
                    && line.amount() != null && line.amount().signum() != 0,
                    id + ": lines with debit or credit and an amount");
            sum = sum.plus(line.posting().signed());
        }
        require(post.size() > 1 && sum.isZero(), id + ": lines that balance");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("an entry needs " + what);
        }
    }

    @Override
    public String rule() {
        return "standing-entry";
    }

    @Override
    public Sentence told() {
        return to == null ? Sentence.of("recurring.entry", id, summary, from)
                : Sentence.of("recurring.entry-until", id, summary, from, to);
    }

    @Override
    public Set<AccountCode> accounts() {
        Set<AccountCode> accounts = new TreeSet<>();
        post.forEach(line -> accounts.add(line.posting().account()));
        return accounts;
    }

    @Override
    public List<Proposal> due(Period month, Ledger ledger) {
        boolean isTurn = switch (every) {
            case "quarter" -> month.isQuarterEnd();
            case "year" -> month.month() == 12;
            default -> true;
        };
        if (!isTurn || month.compareTo(from) < 0 || to != null && month.compareTo(to) > 0) {
            return List.of();
        }
        List<Posting> lines = new ArrayList<>();
        post.forEach(line -> lines.add(line.posting()));
        return List.of(draft("standing:" + id + ":" + month, month.lastDay(), summary, lines,
                Sentence.plain(why)));
    }
}
