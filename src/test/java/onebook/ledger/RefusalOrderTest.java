package onebook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RefusalOrderTest {
    /** Each way to spoil a sound draft, with the refusal it alone would give. */
    private static Map<Refusal, UnaryOperator<Proposal>> faults() {
        Map<Refusal, UnaryOperator<Proposal>> faults = new EnumMap<>(Refusal.class);
        faults.put(Refusal.UNKNOWN_ACCOUNT, draft -> plus(draft,
                Posting.debit("1999", Money.cny(1)), Posting.credit("1122", Money.cny(1))));
        faults.put(Refusal.ACCOUNT_IS_NOT_A_LEAF, draft -> plus(draft,
                Posting.debit("1002", Money.cny(1)), Posting.credit("1122", Money.cny(1))));
        faults.put(Refusal.SUMMARY_IS_MISSING, draft -> Drafts.summed(draft, ""));
        faults.put(Refusal.POSTING_IS_ZERO, draft ->
                plus(draft, Posting.debit("5602", Money.ZERO)));
        faults.put(Refusal.DIMENSION_IS_MISSING, draft -> plus(draft,
                Posting.debit("5601", Money.cny(1), "王芳"), Posting.credit("5602", Money.cny(1))));
        faults.put(Refusal.FOREIGN_AMOUNT_DOES_NOT_FIT, draft -> plus(draft,
                Posting.debit("1012", Money.cny(1)), Posting.credit("5602", Money.cny(1))));
        faults.put(Refusal.CURRENCIES_DIFFER, draft -> plus(draft,
                Posting.debit("5602", new Money(1, "USD")),
                Posting.credit("5602", new Money(1, "USD"))));
        faults.put(Refusal.DEBITS_NOT_EQUAL_CREDITS, draft ->
                plus(draft, Posting.debit("5602", Money.cny(7))));
        faults.put(Refusal.AMOUNT_IS_TOO_LARGE, draft -> plus(draft,
                Posting.debit("5602", Money.cny(Book.LARGEST.minor() + 1)),
                Posting.credit("5602", Money.cny(Book.LARGEST.minor() + 1))));
        faults.put(Refusal.EVIDENCE_IS_MISSING, draft ->
                Drafts.of(draft, JournalEntry.Kind.ORDINARY, List.of()));
        faults.put(Refusal.PERIOD_CLOSED, draft -> Drafts.dated(draft, "2026-02-27"));
        faults.put(Refusal.PROPOSAL_ALREADY_RESOLVED, draft ->
                Drafts.named(draft, "seen", draft.keys().toArray(String[]::new)));
        faults.put(Refusal.INVOICE_ALREADY_BOOKED, draft -> keyed(draft, "invoice:seen"));
        faults.put(Refusal.BANK_LINE_ALREADY_BOOKED, draft -> keyed(draft, "bank:seen"));
        return faults;
    }

    @Test
    void where_several_laws_are_broken_the_first_in_order_is_named() {
        Drafts.Memory memory = new Drafts.Memory();
        Book book = new Book(Drafts.CHART, Drafts.FROM, memory);
        memory.keep(book.post(Drafts.named(Drafts.sound(), "seen"), "rule"),
                "invoice:seen", "bank:seen");
        memory.closed = Optional.of(Period.parse("2026-02"));
        Map<Refusal, UnaryOperator<Proposal>> faults = faults();
        faults.forEach((refusal, fault) ->
                assertThat(refusal(book, fault.apply(Drafts.sound()))).isEqualTo(refusal));
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            List<Refusal> chosen = new ArrayList<>(faults.keySet());
            Collections.shuffle(chosen, random);
            chosen = chosen.subList(0, 2 + random.nextInt(4));
            Proposal draft = Drafts.sound();
            for (Refusal refusal : chosen) {
                draft = faults.get(refusal).apply(draft);
            }
            Refusal first = EnumSet.copyOf(chosen).iterator().next();
            assertThat(refusal(book, draft)).isEqualTo(first);
        }
    }

    private static Proposal plus(Proposal draft, Posting... lines) {
        List<Posting> all = new ArrayList<>(draft.postings());
        all.addAll(List.of(lines));
        return draft.withPostings(all);
    }

    private static Proposal keyed(Proposal draft, String key) {
        List<String> keys = new ArrayList<>(draft.keys());
        keys.add(key);
        return Drafts.named(draft, draft.id(), keys.toArray(String[]::new));
    }

    private static Refusal refusal(Book book, Proposal draft) {
        Outcome outcome = book.post(draft, "王芳");
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal();
    }
}
