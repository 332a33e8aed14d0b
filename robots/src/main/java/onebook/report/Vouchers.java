package onebook.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.JournalEntry.Kind;

/** Tells what an entry is; a red entry is what the entry it takes back was. */
final class Vouchers {
    private final Map<EntryNumber, JournalEntry> byNumber = new HashMap<>();

    Vouchers(Collection<JournalEntry> entries) {
        entries.forEach(entry -> byNumber.put(entry.number(), entry));
    }

    /** A balance brought forward. */
    boolean isOpening(JournalEntry entry) {
        return is(entry, one -> one.kind() == Kind.OPENING);
    }

    /** What an income statement counts: neither brought forward nor carried to profit. */
    boolean isTurnover(JournalEntry entry) {
        return !isOpening(entry)
                && !is(entry, one -> one.rule().equals(JournalEntry.PROFIT_TRANSFER));
    }

    private boolean is(JournalEntry entry, Predicate<JournalEntry> what) {
        return what.test(entry)
                || entry.takesBack().map(byNumber::get).filter(what).isPresent();
    }
}
