package onebook.app.common;

import java.nio.file.Path;
import java.util.Optional;
import onebook.ledger.AccountCode;
import onebook.ledger.Company;
import onebook.ledger.EntryNumber;
import onebook.ledger.Evidence;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.robot.Desk;
import onebook.robot.Draft;

/**
 * What a window works with: the open book, the words, and the ways to the other windows.
 *
 * @param person the name that stands under what this person lets in
 */
public record Workplace(Desk desk, Path book, Company company, boolean isReadOnly, String person,
        Texts texts, Tasks tasks, Notices notices, Overlay overlay, Files files, Ways ways) {

    /** Where a window may send a person. */
    public interface Ways {
        void go(Place place);

        void toEntry(EntryNumber number);

        /** Opens a voucher that is not written yet, to be completed and saved. */
        void toDraft(Draft draft);

        /** Opens a draft of the book, to be completed, posted or deleted. */
        void toVoucher(int id);

        /** Shows the ledger of an account and its details, of a year up to that month. */
        void toAccount(AccountCode account, Period month);

        /** Shows the document over the window, the place on the page marked. */
        void toEvidence(Evidence evidence);

        /** The book changed: what is shown of it is read again. */
        void bookChanged();
    }

    public String text(String key, Object... values) {
        return texts.get(key, values);
    }

    /** Tells what became of a command; true where it was posted or waits for another person. */
    public boolean tell(Outcome outcome) {
        if (outcome instanceof Outcome.Posted posted) {
            EntryNumber number = posted.entry().number();
            notices.done(text("notice.posted", number), text("notice.show"),
                    () -> ways.toEntry(number));
            ways.bookChanged();
            return true;
        }
        Outcome.Refused refused = (Outcome.Refused) outcome;
        if (refused.refusal() == Refusal.VOUCHER_WAITS_FOR_REVIEW) {
            notices.done(texts.refusal(refused.refusal()));
            ways.bookChanged();
            return true;
        }
        notices.refused(texts.refusal(refused.refusal()),
                texts.detail(refused.refusal(), refused.detail()));
        return false;
    }

    /** Tells a refusal, or that it was done; true where it was done. */
    public boolean tell(Optional<Refusal> refusal, String done) {
        refusal.ifPresentOrElse(name -> notices.refused(texts.refusal(name), ""),
                () -> notices.done(done));
        if (refusal.isEmpty()) {
            ways.bookChanged();
        }
        return refusal.isEmpty();
    }
}
