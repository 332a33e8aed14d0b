package onebook.closing;

import java.util.List;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Refusal;

/**
 * One question asked before a month is closed, with what was found; nothing found is good.
 *
 * @param items in the order in which a person should look at them
 */
public record CloseCheck(Question question, List<Item> items) {

    /** BLOCKS keeps the month open; WARNS is told and no more. */
    public enum Weight { BLOCKS, WARNS }

    /** In the order in which they are shown; the first that blocks is the one refused. */
    public enum Question {
        DOCUMENTS_WAIT(Refusal.ITEMS_STILL_WAIT, "captured documents that are not booked"),
        BANK_LINES_WAIT(Refusal.ITEMS_STILL_WAIT, "bank lines that are not booked"),
        BANK_DIFFERS(Refusal.BANK_IS_NOT_RECONCILED, "bank accounts the book does not agree with"),
        CASH_IS_NEGATIVE(Refusal.CASH_IS_BELOW_ZERO, "days on which cash is below zero"),
        RECURRING_IS_DUE(Refusal.RECURRING_ENTRIES_ARE_DUE,
                "depreciation and recurring entries not booked"),
        RATE_IS_MISSING(Refusal.EXCHANGE_RATE_IS_MISSING, "currencies without a closing rate"),
        PENDING_IS_NOT_CLEARED(Refusal.PENDING_ITEMS_ARE_NOT_CLEARED,
                "accounts that must be empty at the end of the year"),
        NUMBER_IS_MISSING(Refusal.BOOK_IS_DAMAGED, "voucher numbers that are missing"),
        DEBITS_DIFFER(Refusal.DEBITS_NOT_EQUAL_CREDITS, "differences of the trial balance"),
        STATEMENT_IS_MISSING(null, "accounts without a bank statement of the month"),
        SIDE_IS_UNUSUAL(null, "balances on the unusual side"),
        SHOULD_BE_EMPTY(null, "accounts that are empty as a rule"),
        VAT_DIFFERS(null, "differences between the ledger's VAT and the return"),
        LIMIT_IS_NEAR(null, "tax limits that are near");

        private final Refusal refusal;
        private final String english;

        Question(Refusal refusal, String english) {
            this.refusal = refusal;
            this.english = english;
        }

        public Weight weight() {
            return refusal == null ? Weight.WARNS : Weight.BLOCKS;
        }

        /** What closing is refused with; empty where it is only told. */
        public Optional<Refusal> refusal() {
            return Optional.ofNullable(refusal);
        }

        /** False where no person can take it on: the book itself is wrong. */
        public boolean mayBeAccepted() {
            return refusal != Refusal.BOOK_IS_DAMAGED
                    && refusal != Refusal.DEBITS_NOT_EQUAL_CREDITS;
        }

        /** What is counted, in English; the desktop has the Chinese words. */
        public String english() {
            return english;
        }
    }

    /**
     * One thing found.
     *
     * @param text the values, in one line
     * @param link where to look: "inbox:ID", "bank:1002.01", "ledger:1001", "tax:2026Q1",
     *     "recurring:ID"
     * @param amount by how much; empty where it is no amount
     */
    public record Item(String text, String link, Optional<Money> amount) { }

    public CloseCheck {
        items = List.copyOf(items);
    }

    public boolean isClear() {
        return items.isEmpty();
    }
}
