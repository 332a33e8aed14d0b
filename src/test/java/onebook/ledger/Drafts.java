package onebook.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small chart, a memory without a file, and drafts to try the book with. */
final class Drafts {
    static final ChartOfAccounts CHART = new ChartOfAccounts(List.of(
            account("1002", Account.Kind.ASSET, Side.DEBIT),
            account("1002.01", Account.Kind.ASSET, Side.DEBIT),
            account("1002.02", Account.Kind.ASSET, Side.DEBIT),
            account("1122", Account.Kind.ASSET, Side.DEBIT),
            account("2221", Account.Kind.LIABILITY, Side.CREDIT),
            account("2221.01", Account.Kind.LIABILITY, Side.CREDIT),
            account("5001", Account.Kind.INCOME, Side.CREDIT),
            account("5602", Account.Kind.EXPENSE, Side.DEBIT),
            account("5601", Account.Kind.EXPENSE, Side.DEBIT).asking(new Account.Asks(
                    Set.of(Account.Dimension.DEPARTMENT, Account.Dimension.EMPLOYEE), "", "")),
            account("1012", Account.Kind.ASSET, Side.DEBIT).asking(
                    new Account.Asks(Set.of(), "USD", ""))));
    static final Period FROM = Period.parse("2026-02");
    static final Evidence PAPER = Evidence.ofField("ab".repeat(32), "invoice.gross", "101.00");

    private Drafts() { }

    static Account account(String code, Account.Kind kind, Side side) {
        return new Account(AccountCode.of(code), code, code, kind, side);
    }

    /** Nothing is wrong with this one. */
    static Proposal sound() {
        return draft(Posting.debit("1122", Money.cny(10_100), "客户"),
                Posting.credit("5001", Money.cny(10_000)),
                Posting.credit("2221.01", Money.cny(100)));
    }

    static Proposal draft(Posting... lines) {
        return new Proposal("p1", LocalDate.parse("2026-03-05"), JournalEntry.Kind.ORDINARY, "销售",
                Arrays.asList(lines), List.of(PAPER), "sales-invoice", "测试", List.of("invoice:1"),
                Optional.empty());
    }

    static Proposal dated(Proposal draft, String date) {
        return new Proposal(draft.id(), LocalDate.parse(date), draft.kind(), draft.summary(),
                draft.postings(), draft.evidence(), draft.rule(), draft.why(), draft.keys(),
                draft.corrects());
    }

    static Proposal named(Proposal draft, String id, String... keys) {
        return new Proposal(id, draft.date(), draft.kind(), draft.summary(), draft.postings(),
                draft.evidence(), draft.rule(), draft.why(), List.of(keys), draft.corrects());
    }

    static Proposal summed(Proposal draft, String summary) {
        return new Proposal(draft.id(), draft.date(), draft.kind(), summary, draft.postings(),
                draft.evidence(), draft.rule(), draft.why(), draft.keys(), draft.corrects());
    }

    static Proposal of(Proposal draft, JournalEntry.Kind kind, List<Evidence> evidence) {
        return new Proposal(draft.id(), draft.date(), kind, draft.summary(), draft.postings(),
                evidence, draft.rule(), draft.why(), draft.keys(), draft.corrects());
    }

    static Proposal correcting(Proposal draft, String number) {
        return new Proposal(draft.id(), draft.date(), JournalEntry.Kind.CORRECTION, draft.summary(),
                draft.postings(), draft.evidence(), draft.rule(), draft.why(), draft.keys(),
                Optional.of(EntryNumber.parse(number)));
    }

    /** Remembers in maps what a journal would. */
    static final class Memory implements Book.Memory {
        final Map<EntryNumber, JournalEntry> entries = new LinkedHashMap<>();
        final Map<String, EntryNumber> keys = new HashMap<>();
        final List<String> rejected = new ArrayList<>();
        Optional<Period> closed = Optional.empty();

        JournalEntry keep(Outcome outcome, String... booked) {
            JournalEntry entry = ((Outcome.Posted) outcome).entry();
            entries.put(entry.number(), entry);
            for (String key : booked) {
                keys.put(key, entry.number());
            }
            return entry;
        }

        @Override
        public boolean isResolved(String proposal) {
            return rejected.contains(proposal)
                    || entries.values().stream().anyMatch(one -> one.proposal().equals(proposal));
        }

        @Override
        public Optional<EntryNumber> bookedAs(String key) {
            return Optional.ofNullable(keys.get(key))
                    .filter(number -> correctionOf(number).isEmpty());
        }

        @Override
        public int lastSequence(Period period) {
            return entries.keySet().stream().filter(number -> number.period().equals(period))
                    .mapToInt(EntryNumber::sequence).max().orElse(0);
        }

        @Override
        public Optional<Period> lastClosed() {
            return closed;
        }

        @Override
        public Optional<JournalEntry> find(EntryNumber number) {
            return Optional.ofNullable(entries.get(number));
        }

        @Override
        public Optional<EntryNumber> correctionOf(EntryNumber number) {
            return entries.values().stream()
                    .filter(one -> one.takesBack().equals(Optional.of(number)))
                    .map(JournalEntry::number).findFirst();
        }
    }
}
