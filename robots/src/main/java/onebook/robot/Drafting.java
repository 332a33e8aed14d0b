package onebook.robot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.invoice.Invoice;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.rules.Proposed;
import onebook.words.Sentence;

/** Documents that are not booked yet become drafts for the book or items for a person. */
final class Drafting {
    /** What the book may post, in order of date, and what waits. */
    record Drafts(List<Proposal> proposals, List<WaitingItem> waiting) { }

    private final OpenBook open;
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<WaitingItem> waiting = new ArrayList<>();
    private final Map<String, Paper> first = new HashMap<>();

    private Drafting(OpenBook open) {
        this.open = open;
    }

    static Drafts of(OpenBook open, List<Paper> papers) {
        Drafting drafting = new Drafting(open);
        papers.stream().filter(paper -> !drafting.isDone(paper))
                .sorted(Comparator.comparingInt(Paper::rank)
                        .thenComparing(paper -> paper.document().name())
                        .thenComparing(paper -> paper.document().id()))
                .forEach(drafting::draft);
        drafting.proposals.sort(Comparator.comparing(Proposal::date).thenComparing(Proposal::id));
        return new Drafts(drafting.proposals, drafting.waiting);
    }

    private boolean isDone(Paper paper) {
        String id = proposalId(paper);
        return open.journal().rejection(paper.document().id()).isPresent()
                || open.journal().entryOf(id).map(entry ->
                        open.journal().correctionOf(entry).isEmpty()).orElse(false)
                || open.journal().bookedAs("document:" + paper.document().id()).isPresent();
    }

    private static String proposalId(Paper paper) {
        return "document:" + paper.document().id();
    }

    private void draft(Paper paper) {
        Optional<WaitingItem> twin =
                paper.reading().value().flatMap(invoice -> twin(paper, invoice));
        if (twin.isPresent()) {
            waiting.add(twin.get());
            return;
        }
        Proposed proposed = open.rules().propose(paper.document(), paper.reading());
        if (proposed instanceof Proposed.Draft draft) {
            Proposal proposal = withDocumentKey(draft.proposal(), paper);
            first.put(paper.reading().value().orElseThrow().key(), paper);
            if (open.journal().isResolved(proposal.id())) {
                waiting.add(item(paper, Refusal.ENTRY_WAS_TAKEN_BACK, Sentence.plain(""),
                        Optional.of(proposal)));
            } else {
                proposals.add(proposal);
            }
        } else if (proposed instanceof Proposed.Waits waits) {
            waiting.add(item(paper, waits.reason(), waits.why(),
                    waits.draft().map(draft -> withDocumentKey(draft, paper))));
        }
    }

    /** The same invoice in another form, booked before or earlier in this batch. */
    private Optional<WaitingItem> twin(Paper paper, Invoice invoice) {
        if (invoice.number().isBlank()) {
            return Optional.empty();
        }
        Optional<EntryNumber> booked = open.journal().bookedAs(invoice.key());
        Paper other = first.get(invoice.key());
        if (booked.isEmpty() && other == null) {
            return Optional.empty();
        }
        boolean same = other != null ? other.reading().value().orElseThrow().gross()
                .equals(invoice.gross()) : sameTotal(booked.get(), invoice);
        Sentence text = other != null ? Sentence.of("document.same-as", other.document().name())
                : Sentence.of("document.booked", booked.get());
        return Optional.of(item(paper, same ? Refusal.INVOICE_ALREADY_BOOKED
                : Refusal.SAME_INVOICE_OTHER_AMOUNT, text, Optional.empty()));
    }

    private boolean sameTotal(EntryNumber number, Invoice invoice) {
        JournalEntry entry = open.journal().find(number).orElseThrow();
        return entry.total().equals(invoice.gross());
    }

    private static Proposal withDocumentKey(Proposal draft, Paper paper) {
        List<String> keys = new ArrayList<>(draft.keys());
        keys.add("document:" + paper.document().id());
        return new Proposal(draft.id(), draft.date(), draft.kind(), draft.summary(),
                draft.postings(), draft.evidence(), draft.rule(), draft.why(), keys,
                draft.corrects());
    }

    private WaitingItem item(Paper paper, Refusal reason, Sentence text,
            Optional<Proposal> draft) {
        Optional<Invoice> invoice = paper.reading().value();
        String party = invoice.map(one -> open.profile().isOurs(one.seller().name(),
                one.seller().taxId()) ? one.buyer().name() : one.seller().name()).orElse("");
        Optional<Money> amount = invoice.map(Invoice::gross);
        return new WaitingItem(paper.document().id(), paper.document().name(), false,
                invoice.map(Invoice::date), amount, party, reason, text, draft);
    }
}
