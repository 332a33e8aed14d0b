package onebook.robot;

import java.util.Optional;
import onebook.ledger.AccountCode;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;

/** Which entries to show; every condition that is present must hold. */
public record EntryFilter(Optional<Period> period, Optional<AccountCode> account, String text) {
    public static final EntryFilter ALL = new EntryFilter(Optional.empty(), Optional.empty(), "");

    public boolean accepts(JournalEntry entry) {
        return period.map(entry.period()::equals).orElse(true)
                && account.map(code -> entry.postings().stream()
                        .anyMatch(line -> line.account().isWithin(code))).orElse(true)
                && (text.isBlank() || mentions(entry));
    }

    private boolean mentions(JournalEntry entry) {
        return entry.summary().contains(text) || entry.why().contains(text)
                || entry.postings().stream().anyMatch(line -> line.party().contains(text));
    }
}
