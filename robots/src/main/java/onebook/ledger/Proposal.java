package onebook.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A draft entry, with the rule that drew it and why. Proposing changes nothing.
 *
 * @param id derived from what it was made of, so that a second run proposes the same thing
 * @param keys what may be booked only once: "invoice:2611…", "bank:…"; the book refuses a second
 *     use
 * @param attachments 附件数: how many papers belong to it
 */
public record Proposal(
        String id, LocalDate date, JournalEntry.Kind kind, String summary, List<Posting> postings,
        List<Evidence> evidence, String rule, String why, List<String> keys,
        Optional<EntryNumber> corrects, int attachments) {

    /** As many papers as its evidence names. */
    public Proposal(String id, LocalDate date, JournalEntry.Kind kind, String summary,
            List<Posting> postings, List<Evidence> evidence, String rule, String why,
            List<String> keys, Optional<EntryNumber> corrects) {
        this(id, date, kind, summary, postings, evidence, rule, why, keys, corrects,
                (int) evidence.stream().map(Evidence::document).filter(one -> !one.isEmpty())
                        .distinct().count());
    }

    public Proposal {
        postings = List.copyOf(postings);
        evidence = List.copyOf(evidence);
        keys = List.copyOf(keys);
    }

    /** The same draft with other lines, as a person corrected them in review. */
    public Proposal withPostings(List<Posting> lines) {
        return new Proposal(id, date, kind, summary, lines, evidence, rule, why, keys, corrects,
                attachments);
    }
}
