package onebook.robot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onebook.closing.CloseCheck;
import onebook.invoice.Invoice;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry.Hands;
import onebook.ledger.JournalEntry.Kind;
import onebook.ledger.Outcome;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.seal.Leaf;
import onebook.seal.Sha256;
import onebook.store.DraftTable;
import onebook.words.Sentence;

/**
 * Drafts as the book keeps them: a table says what they say, the log who wrote and who approved
 * exactly that. What the table claims and the log does not know is nobody's work.
 */
final class Drafts {
    private static final Set<Refusal> ANOTHER_MUST = Set.of(Refusal.PREPARER_CANNOT_REVIEW,
            Refusal.ROLE_IS_MISSING, Refusal.CASHIER_CANNOT_ENTER_THIS, Refusal.TOKEN_IS_NEEDED);

    private final OpenBook open;

    Drafts(OpenBook open) {
        this.open = open;
    }

    // ---- reading

    List<Voucher> all() {
        return table().all().stream().map(this::voucher).toList();
    }

    Voucher get(int id) {
        return voucher(row(id));
    }

    /** Who approved it as it stands; also of a draft that cannot be read. */
    Optional<Voucher.Hand> reviewer(int id) {
        return reviewer(row(id));
    }

    private DraftTable.Row row(int id) {
        return table().find(id).orElseThrow(() ->
                new RefusedException(Refusal.DRAFT_IS_UNKNOWN, String.valueOf(id)));
    }

    /** What the drafts book that may be booked once: such items no longer wait. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (DraftTable.Row row : table().all()) {
            read(row).ifPresent(draft -> keys.addAll(keys(draft)));
        }
        return keys;
    }

    /** What keeps a month open that ends on this day; also a draft that cannot be read. */
    List<CloseCheck.Item> waitingThrough(LocalDate day) {
        return table().all().stream().filter(row -> !row.date().isAfter(day))
                .map(row -> new CloseCheck.Item(Sentence.of("found.draft", row.id(), row.date(),
                        read(row).map(Draft::summary).orElse("?")), "voucher:" + row.id(),
                        Optional.empty()))
                .toList();
    }

    /** The draft that will resolve a proposal, if one does. */
    Optional<Voucher> of(String proposal) {
        return proposal.isEmpty() ? Optional.empty() : all().stream()
                .filter(one -> one.draft().source().proposal().equals(proposal)).findFirst();
    }

    private DraftTable table() {
        return open.drafts();
    }

    private static Optional<Draft> read(DraftTable.Row row) {
        try {
            return Optional.of(Json.read(row.json(), Draft.class));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private Voucher voucher(DraftTable.Row row) {
        Draft draft = read(row).orElseThrow(() -> new RefusedException(Refusal.BOOK_IS_DAMAGED,
                "draft " + row.id() + " cannot be read"));
        return new Voucher(row.id(), draft, hand("prepare", row, row.saved()), reviewer(row),
                row.saved());
    }

    private Optional<Voucher.Hand> reviewer(DraftTable.Row row) {
        return row.reviewed().filter(leaf -> isStanding(row.id(), leaf))
                .flatMap(leaf -> hand("review", row, leaf));
    }

    /** Who did this to exactly this draft, by the leaf that says so. */
    private Optional<Voucher.Hand> hand(String act, DraftTable.Row row, long leaf) {
        return open.operations().at(leaf).map(Leaf::body)
                .filter(body -> what(act, row.id()).equals(body.get("what"))
                        && Sha256.hex(row.json()).equals(body.get("draft_sha256")))
                .map(body -> new Voucher.Hand(String.valueOf(body.get("who")),
                        Instant.parse(String.valueOf(body.get("at")))));
    }

    private boolean isStanding(int id, long review) {
        return open.operations().after(review).stream()
                .noneMatch(leaf -> what("unreview", id).equals(leaf.body().get("what")));
    }

    private static String what(String act, int id) {
        return act + " voucher " + id;
    }

    // ---- writing; each requires a transaction around it

    Voucher add(Draft draft, String by) {
        int id = table().next();
        String json = Json.write(draft);
        table().add(new DraftTable.Row(id, draft.date(), json, sealed("prepare", id, json, by),
                Optional.empty()));
        return get(id);
    }

    Voucher change(int id, Draft draft, String by) {
        String json = Json.write(draft);
        table().change(new DraftTable.Row(id, draft.date(), json,
                sealed("prepare", id, json, by), Optional.empty()));
        return get(id);
    }

    void delete(int id, String by) {
        sealed("delete", id, row(id).json(), by);
        table().delete(id);
    }

    Voucher review(int id, String by) {
        String json = row(id).json();
        Proposal proposal = proposal(get(id));
        Map<String, Object> signed = TokenSigning.of(open).review(by, Sha256.hex(json),
                proposal.date(), proposal.postings());
        table().review(id, Optional.of(sealed("review", id, json, by, signed)));
        open.checkpoint();
        return get(id);
    }

    Voucher unreview(int id, String by) {
        sealed("unreview", id, row(id).json(), by, signedReview(id).<Map<String, Object>>map(
                place -> Map.of("unreviews", place)).orElse(Map.of()));
        table().review(id, Optional.empty());
        open.checkpoint();
        return get(id);
    }

    private long sealed(String act, int id, String json, String by) {
        return sealed(act, id, json, by, Map.of());
    }

    private long sealed(String act, int id, String json, String by, Map<String, Object> more) {
        Map<String, Object> body = new TreeMap<>(more);
        body.put("draft_sha256", Sha256.hex(json));
        return open.operation(by, what(act, id), body);
    }

    /** Place of the review of the draft, where a token signed it. */
    private Optional<Long> signedReview(int id) {
        return row(id).reviewed().filter(place -> open.operations().at(place)
                .map(leaf -> TokenSigning.isSigned(leaf.body())).orElse(false));
    }

    /** Lets a reviewed voucher into the book, where it gets its number; the draft is gone then. */
    Outcome post(Voucher voucher, String by) {
        if (voucher.prepared().isEmpty()) {
            return new Outcome.Refused(Refusal.VOUCHER_WAS_CHANGED, "draft " + voucher.id());
        }
        if (!voucher.isReviewed()) {
            return new Outcome.Refused(Refusal.VOUCHER_IS_NOT_REVIEWED, "draft " + voucher.id());
        }
        Outcome outcome = open.post(proposal(voucher), new Hands(voucher.prepared().get().who(),
                voucher.reviewed().get().who(), by), signedReview(voucher.id()));
        if (outcome instanceof Outcome.Posted posted) {
            open.operation(by, what("post", voucher.id()) + " as " + posted.entry().number());
            table().delete(voucher.id());
            open.checkpoint();
        }
        return outcome;
    }

    /**
     * Posts at once what one person may settle alone; what needs another person becomes a draft.
     *
     * @param act what the log says of it, before the number
     */
    Outcome postOrKeep(Proposal proposal, String act, String by) {
        Optional<Voucher> kept = of(proposal.id());
        if (kept.isPresent()) {
            return waits(kept.get());
        }
        Outcome outcome = open.post(proposal, by);
        if (outcome instanceof Outcome.Posted posted) {
            open.operation(by, act + " as " + posted.entry().number());
            open.checkpoint();
        } else if (outcome instanceof Outcome.Refused refused
                && ANOTHER_MUST.contains(refused.refusal())) {
            return waits(add(Draft.of(proposal), by));
        }
        return outcome;
    }

    /** An id that no entry and no draft has. */
    String freeId(String base) {
        String id = base;
        for (int again = 2; open.journal().isResolved(id) || of(id).isPresent(); again++) {
            id = base + "#" + again;
        }
        return id;
    }

    private static Outcome waits(Voucher voucher) {
        return new Outcome.Refused(Refusal.VOUCHER_WAITS_FOR_REVIEW, "draft " + voucher.id());
    }

    // ---- what a draft books

    private Proposal proposal(Voucher voucher) {
        return proposal(voucher.id(), voucher.draft());
    }

    /** @param id of the draft; 0 for one that is not saved */
    Proposal proposal(int id, Draft draft) {
        return draft.proposal("voucher:" + id, List.copyOf(keys(draft)));
    }

    private Set<String> keys(Draft draft) {
        Set<String> keys = new LinkedHashSet<>(draft.source().keys());
        if (draft.kind() == Kind.ORDINARY) {
            draft.evidence().stream().map(Evidence::document).filter(id -> !id.isEmpty())
                    .distinct().forEach(id -> keys.addAll(keysOfPaper(id)));
        }
        return keys;
    }

    /** An invoice is booked once; any other paper only stops waiting for somebody. */
    private List<String> keysOfPaper(String document) {
        Optional<StoredReading> reading = new Library(open).reading(document);
        Optional<Invoice> invoice = reading.flatMap(StoredReading::invoice)
                .flatMap(one -> one.value()).filter(one -> !one.number().isBlank());
        String key = "document:" + document;
        if (invoice.isPresent()) {
            return List.of(invoice.get().key(), key);
        }
        boolean isStatement = reading.flatMap(StoredReading::bank).isPresent();
        return isStatement || open.journal().bookedAs(key).isPresent() ? List.of() : List.of(key);
    }
}
