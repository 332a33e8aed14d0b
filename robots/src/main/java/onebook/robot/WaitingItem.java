package onebook.robot;

import java.time.LocalDate;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.words.Sentence;

/**
 * Something that waits for a person.
 *
 * @param id the document's SHA-256, or the bank line's id
 * @param source file name, or "bank:account:date:amount"
 * @param isBankLine true for a statement line, false for a document
 * @param reason why it was not booked
 * @param text what was found, with its values
 * @param draft what could be proposed nevertheless, to be corrected and accepted
 */
public record WaitingItem(String id, String source, boolean isBankLine, Optional<LocalDate> date,
        Optional<Money> amount, String party, Refusal reason, Sentence text,
        Optional<Proposal> draft) {

    /** True where it belongs to the period or an earlier one, or nobody knows to which. */
    boolean isDatedThrough(Period period) {
        return date.map(day -> Period.of(day).compareTo(period) <= 0).orElse(true);
    }
}
