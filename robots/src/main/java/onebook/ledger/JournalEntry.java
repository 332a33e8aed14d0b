package onebook.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A posted voucher. Made by {@link Book} alone; never changed.
 *
 * @param rule the rule that proposed it ("sales-invoice", "match", "by-hand")
 * @param why one sentence a bookkeeper understands
 * @param hands who prepared, reviewed and posted it
 * @param proposal id of the proposal it came from
 * @param corrects the entry that this red entry takes back, or that this one supplements
 * @param attachments 附件数: how many papers belong to it
 * @param keys what it books that may be booked only once
 */
public record JournalEntry(
        EntryNumber number, LocalDate date, Kind kind, String summary, List<Posting> postings,
        List<Evidence> evidence, String rule, String why, Hands hands, String proposal,
        Optional<EntryNumber> corrects, int attachments, List<String> keys) {

    /** The rule of the entries that carry income and expense to 本年利润 (结转损益). */
    public static final String PROFIT_TRANSFER = "profit-transfer";

    /**
     * OPENING is the balance brought forward, CLOSING what a month ends with; a CORRECTION takes
     * another entry back in red, a SUPPLEMENT adds to one that was too small.
     */
    public enum Kind { OPENING, ORDINARY, CORRECTION, SUPPLEMENT, CLOSING }

    /**
     * 制单, 审核, 记账.
     *
     * @param preparer who wrote it: a person, or "rule"
     * @param reviewer who approved it: a person, or "rule" where a rule of a named author did
     * @param poster who let it in: "rule" or the name of a person
     */
    public record Hands(String preparer, String reviewer, String poster) {
        public static Hands of(String by) {
            return new Hands(by, by, by);
        }
    }

    /** An entry that one person did all of, without papers to count or keys. */
    public JournalEntry(EntryNumber number, LocalDate date, Kind kind, String summary,
            List<Posting> postings, List<Evidence> evidence, String rule, String why, String by,
            String proposal, Optional<EntryNumber> corrects) {
        this(number, date, kind, summary, postings, evidence, rule, why, Hands.of(by), proposal,
                corrects, 0, List.of());
    }

    public JournalEntry {
        postings = List.copyOf(postings);
        evidence = List.copyOf(evidence);
        keys = List.copyOf(keys);
        if (attachments < 0) {
            throw new IllegalArgumentException("attachments: " + attachments);
        }
    }

    public Period period() {
        return number.period();
    }

    /** Who let it in: "rule" or the name of a person. */
    public String by() {
        return hands.poster();
    }

    /** The entry that this one takes back in red; empty for a supplement. */
    public Optional<EntryNumber> takesBack() {
        return kind == Kind.SUPPLEMENT ? Optional.empty() : corrects;
    }

    /** The sum of the debit side, which is the sum of the credit side. */
    public Money total() {
        return postings.stream().filter(line -> line.side() == Side.DEBIT).map(Posting::amount)
                .reduce(Money::plus).orElse(Money.ZERO);
    }
}
