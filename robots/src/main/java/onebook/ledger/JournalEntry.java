package onebook.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A posted voucher. Made by {@link Book} alone; never changed.
 *
 * @param rule the rule that proposed it ("sales-invoice", "match", "by-hand")
 * @param why one sentence a bookkeeper understands
 * @param by who let it in: "rule" or the name of a person
 * @param proposal id of the proposal it came from
 * @param corrects the entry that this red entry takes back
 */
public record JournalEntry(
        EntryNumber number, LocalDate date, Kind kind, String summary, List<Posting> postings,
        List<Evidence> evidence, String rule, String why, String by, String proposal,
        Optional<EntryNumber> corrects) {

    /** Statements leave CLOSING out of turnover; OPENING is the balance brought forward. */
    public enum Kind { OPENING, ORDINARY, CORRECTION, CLOSING }

    public JournalEntry {
        postings = List.copyOf(postings);
        evidence = List.copyOf(evidence);
    }

    public Period period() {
        return number.period();
    }

    /** The sum of the debit side, which is the sum of the credit side. */
    public Money total() {
        return postings.stream().filter(line -> line.side() == Side.DEBIT).map(Posting::amount)
                .reduce(Money::plus).orElse(Money.ZERO);
    }
}
