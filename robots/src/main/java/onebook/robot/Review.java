package onebook.robot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.words.Sentence;

/** Turns what waits and what a person settled on into a proposal for the book. */
final class Review {
    private final OpenBook open;

    Review(OpenBook open) {
        this.open = open;
    }

    Proposal draft(WaitingItem item, LocalDate date, String summary, List<Posting> postings) {
        Optional<Proposal> draft = item.draft();
        boolean isAsDrafted = draft.map(one -> one.postings().equals(postings)).orElse(false);
        return new Proposal(freeId(baseId(item)), date, JournalEntry.Kind.ORDINARY, summary,
                postings, draft.map(Proposal::evidence).orElse(evidence(item)),
                isAsDrafted ? draft.get().rule() : "by-hand",
                isAsDrafted ? draft.get().why() : Sentence.of("entry.by-hand").chinese(),
                keys(item), Optional.empty());
    }

    private static String baseId(WaitingItem item) {
        return item.draft().map(Proposal::id)
                .orElse(item.isBankLine() ? item.id() : "document:" + item.id());
    }

    /** A thing taken back is proposed anew under the next number. */
    private String freeId(String base) {
        String id = base;
        for (int again = 2; open.journal().isResolved(id); again++) {
            id = base + "#" + again;
        }
        return id;
    }

    private static List<Evidence> evidence(WaitingItem item) {
        return item.isBankLine() ? List.of()
                : List.of(Evidence.ofField(item.id(), "file", item.source()));
    }

    private List<String> keys(WaitingItem item) {
        if (item.draft().isPresent()) {
            return item.draft().get().keys();
        }
        List<String> keys = new ArrayList<>();
        new Library(open).reading(item.id()).flatMap(StoredReading::invoice)
                .flatMap(reading -> reading.value()).filter(invoice -> !invoice.number().isBlank())
                .ifPresent(invoice -> keys.add(invoice.key()));
        keys.add("document:" + item.id());
        return keys;
    }
}
