package onebook.robot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.Money;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.ledger.Side;

/** All that waits for a person: documents and bank lines that no rule, or not yet, has booked. */
final class Waiting {
    private Waiting() { }

    static List<WaitingItem> of(OpenBook open) {
        Library library = new Library(open);
        Drafting.Drafts documents = Drafting.of(open, library.papers());
        Drafting.Drafts lines = Settling.of(open);
        List<WaitingItem> items = new ArrayList<>(documents.waiting());
        documents.proposals().forEach(draft -> items.add(ready(draft, library, open)));
        items.addAll(lines.waiting());
        lines.proposals().forEach(draft -> items.add(ready(draft, library, open)));
        Set<String> drafted = new Drafts(open).keys();
        items.removeIf(item -> drafted.contains(item.isBankLine() ? item.id()
                : "document:" + item.id()));
        items.sort(Comparator.comparing(WaitingItem::isBankLine)
                .thenComparing(WaitingItem::source).thenComparing(WaitingItem::id));
        return items;
    }

    private static WaitingItem ready(Proposal draft, Library library, OpenBook open) {
        Money amount = draft.postings().stream().filter(line -> line.side() == Side.DEBIT)
                .map(Posting::amount).reduce(Money::plus).orElse(Money.ZERO);
        String document = draft.evidence().get(0).document();
        boolean isBankLine = draft.keys().get(0).startsWith("bank:");
        String source = library.document(document).map(one -> one.name()).orElse(document);
        return new WaitingItem(isBankLine ? draft.keys().get(0) : document, source, isBankLine,
                Optional.of(draft.date()), Optional.of(amount), "", Refusal.NOT_POSTED_YET,
                open.rules().reason(draft.why()), Optional.of(draft));
    }
}
