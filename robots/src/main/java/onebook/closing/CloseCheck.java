package onebook.closing;

import java.util.List;
import java.util.Optional;
import onebook.ledger.Money;
import onebook.ledger.Refusal;
import onebook.words.Sentence;

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
        DOCUMENTS_WAIT(Refusal.ITEMS_STILL_WAIT),
        BANK_LINES_WAIT(Refusal.ITEMS_STILL_WAIT),
        VOUCHERS_WAIT(Refusal.VOUCHERS_ARE_NOT_POSTED),
        BANK_DIFFERS(Refusal.BANK_IS_NOT_RECONCILED),
        CASH_IS_NEGATIVE(Refusal.CASH_IS_BELOW_ZERO),
        RECURRING_IS_DUE(Refusal.RECURRING_ENTRIES_ARE_DUE),
        RATE_IS_MISSING(Refusal.EXCHANGE_RATE_IS_MISSING),
        PENDING_IS_NOT_CLEARED(Refusal.PENDING_ITEMS_ARE_NOT_CLEARED),
        NUMBER_IS_MISSING(Refusal.BOOK_IS_DAMAGED),
        DEBITS_DIFFER(Refusal.DEBITS_NOT_EQUAL_CREDITS),
        STATEMENT_IS_MISSING(null),
        SIDE_IS_UNUSUAL(null),
        SHOULD_BE_EMPTY(null),
        VAT_DIFFERS(null),
        LIMIT_IS_NEAR(null);

        private final Refusal refusal;

        Question(Refusal refusal) {
            this.refusal = refusal;
        }

        public Weight weight() {
            return refusal == null ? Weight.WARNS : Weight.BLOCKS;
        }

        /** What closing is refused with; empty where it is only told. */
        public Optional<Refusal> refusal() {
            return Optional.ofNullable(refusal);
        }

        /** False where no person can take it on: a wrong book, a draft that is shut out. */
        public boolean mayBeAccepted() {
            return refusal != Refusal.BOOK_IS_DAMAGED
                    && refusal != Refusal.DEBITS_NOT_EQUAL_CREDITS
                    && refusal != Refusal.VOUCHERS_ARE_NOT_POSTED;
        }

        /** What is counted. */
        public Sentence words() {
            return Sentence.of("check." + name());
        }
    }

    /**
     * One thing found.
     *
     * @param text what it is, with its values
     * @param link where to look: "inbox:ID", "voucher:7", "bank:1002.01", "ledger:1001",
     *     "tax:2026Q1", "recurring:ID"
     * @param amount by how much; empty where it is no amount
     */
    public record Item(Sentence text, String link, Optional<Money> amount) { }

    public CloseCheck {
        items = List.copyOf(items);
    }

    public boolean isClear() {
        return items.isEmpty();
    }
}
