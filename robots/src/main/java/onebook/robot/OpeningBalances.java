package onebook.robot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.document.Document;
import onebook.exchange.AccountCodes;
import onebook.exchange.Faults;
import onebook.exchange.Layouts;
import onebook.exchange.OpeningSheet;
import onebook.ledger.Account;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Problem;
import onebook.ledger.Proposal;
import onebook.words.Sentence;

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
            desk.book().mayWrite(Duty.POST, by);
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
            for (Proposal draft : drafts(open, read.postings(), kept.document())) {
                Outcome outcome = open.post(draft, by);
                if (outcome instanceof Outcome.Refused refused) {
                    faults.add(refused.refusal(), 0, refused.detail());
                } else if (outcome instanceof Outcome.Posted posted) {
                    entries.add(posted.entry());
                }
            }
            open.operation(by, "opening balances out of " + kept.document().name());
            open.checkpoint();
        }
        return new Report(read.layout(), read.postings().size(), read.sums(), read.byClass(),
                faults.isEmpty() ? entries : List.of(), faults.all());
    }

    /** The proposal that the first opening entry of a book comes from. */
    static String id(Period from) {
        return "opening:" + from;
    }

    /** One entry on the first day of the book, or as many as it takes. */
    private static List<Proposal> drafts(OpenBook open, List<Posting> lines, Document sheet) {
        Period from = open.company().from();
        List<List<Posting>> vouchers = OpeningVouchers.of(lines);
        List<Proposal> drafts = new ArrayList<>();
        for (List<Posting> voucher : vouchers) {
            int place = drafts.size() + 1;
            String key = id(from) + (place == 1 ? "" : "#" + place);
            String summary = vouchers.size() == 1 ? "期初余额"
                    : "期初余额 " + place + "/" + vouchers.size();
            Evidence source = Evidence.ofField(sheet.id(), "opening", sheet.name());
            drafts.add(new Proposal(again(open, key), from.firstDay(), JournalEntry.Kind.OPENING,
                    summary, voucher, List.of(source), "opening-balances",
                    Sentence.of("entry.opening").chinese(), List.of(key), Optional.empty()));
        }
        return drafts;
    }

    /** Balances that were taken back may be brought again, as another proposal. */
    private static String again(OpenBook open, String key) {
        int before = open.journal().everBookedAs(key).size();
        boolean isBooked = open.journal().bookedAs(key).isPresent();
        return before == 0 || isBooked ? key : key + "/" + (before + 1);
    }
}
