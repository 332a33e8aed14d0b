package onebook.robot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onebook.exchange.AccountCodes;
import onebook.exchange.Faults;
import onebook.exchange.Layouts;
import onebook.exchange.OpeningSheet;
import onebook.ledger.Account;
import onebook.ledger.JournalEntry;
import onebook.ledger.Outcome;
import onebook.ledger.Problem;
import onebook.ledger.Proposal;

/** The balances a book begins with come in: all of a sheet in one entry, or a report of why not. */
public final class OpeningBalances {
    /**
     * What became of a sheet.
     *
     * @param entries none where nothing was posted
     * @param problems each names its line, where it has one
     */
    public record Report(String layout, int lines, OpeningSheet.Sums sums,
            Map<Account.Kind, OpeningSheet.Sums> byClass, List<JournalEntry> entries,
            List<Problem> problems) {

        public boolean isRefused() {
            return !problems.isEmpty();
        }
    }

    private OpeningBalances() { }

    /** @param sheet .xlsx, .xls or .csv; see the layouts in templates/exchange */
    public static Report post(Desk desk, Path sheet, boolean isDryRun, String by) {
        synchronized (desk) {
            desk.book().mayWrite();
            return post(desk.book(), sheet, isDryRun, by);
        }
    }

    private static Report post(OpenBook open, Path sheet, boolean isDryRun, String by) {
        EvidenceFile kept = EvidenceFile.take(open, sheet);
        try {
            Layouts layouts = Layouts.of("opening", Templates::text);
            OpeningSheet read = kept.reading(() -> OpeningSheet.read(kept.document().path(),
                    layouts, open.chart(), new AccountCodes(open.chart(), layouts, false)));
            return DryRun.of(open.journal(), () -> {
                Report report = posted(open, read, kept, by);
                return new DryRun.Done<>(report, !isDryRun && !report.isRefused());
            });
        } finally {
            kept.takeAwayUnlessSealed();
        }
    }

    /** Requires a transaction. */
    static Report posted(OpenBook open, OpeningSheet read, EvidenceFile kept, String by) {
        Faults faults = read.faults();
        List<JournalEntry> entries = new ArrayList<>();
        if (faults.isEmpty()) {
            kept.seal("opening");
            Outcome outcome = open.post(proposal(open, read, kept), by);
            if (outcome instanceof Outcome.Refused refused) {
                faults.add(refused.refusal(), 0, refused.detail());
            } else if (outcome instanceof Outcome.Posted posted) {
                entries.add(posted.entry());
                open.operation(by, "opening balances out of " + kept.document().name());
                open.checkpoint();
            }
        }
        return new Report(read.layout(), read.postings().size(), read.sums(), read.byClass(),
                entries, faults.all());
    }

    /** Balances that were taken back may be brought again. */
    private static Proposal proposal(OpenBook open, OpeningSheet read, EvidenceFile kept) {
        String key = OpeningSheet.key(open.company().from());
        int before = open.journal().everBookedAs(key).size();
        boolean isBooked = open.journal().bookedAs(key).isPresent();
        return read.proposal(before == 0 || isBooked ? key : key + "#" + before,
                kept.document().id(), kept.document().name(), open.company().from());
    }
}
