package onebook.closing;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import onebook.closing.FigureRule.Span;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Records;
import onebook.ledger.Side;

/** What the accounts hold around the end of one month, with drafts that are not posted yet. */
final class Sums {
    private final Map<Span, Balances> balances = new EnumMap<>(Span.class);

    /** Asks the records five times, however many entries there are. */
    Sums(Records records, Period month) {
        Period newYear = new Period(month.year(), 1);
        Period first = records.firstMonth().orElse(month);
        balances.put(Span.MONTH, records.balances(Records.Part.TURNOVER, month, month));
        balances.put(Span.QUARTER,
                records.balances(Records.Part.TURNOVER, month.quarterStart(), month));
        balances.put(Span.YEAR, records.balances(Records.Part.TURNOVER, newYear, month));
        balances.put(Span.BALANCE, records.balances(first, month));
        balances.put(Span.BROUGHT_FORWARD, records.balances(first, newYear.previous())
                .plus(records.balances(Records.Part.OPENING, newYear, month)));
    }

    Balances over(Span span) {
        return balances.get(span);
    }

    /** The draft counts as posted. Requires that it is dated in the month. */
    void add(Proposal draft) {
        Map<AccountCode, Map<String, Balances.Turnover>> lines = new HashMap<>();
        for (Posting line : draft.postings()) {
            Balances.Turnover one = line.side() == Side.DEBIT
                    ? new Balances.Turnover(line.amount(), Money.ZERO)
                    : new Balances.Turnover(Money.ZERO, line.amount());
            lines.computeIfAbsent(line.account(), account -> new HashMap<>())
                    .merge(line.party(), one, (old, more) -> new Balances.Turnover(
                            old.debit().plus(more.debit()), old.credit().plus(more.credit())));
        }
        Balances more = Balances.of(lines);
        balances.computeIfPresent(Span.BALANCE, (span, sum) -> sum.plus(more));
        if (!draft.rule().equals(JournalEntry.PROFIT_TRANSFER)) {
            for (Span span : new Span[] {Span.MONTH, Span.QUARTER, Span.YEAR}) {
                balances.computeIfPresent(span, (same, sum) -> sum.plus(more));
            }
        }
    }
}
