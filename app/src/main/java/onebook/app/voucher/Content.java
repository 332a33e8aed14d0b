package onebook.app.voucher;

import java.time.LocalDate;
import java.util.List;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.robot.Desk;
import onebook.robot.EntryFilter;
import onebook.robot.Voucher;
import onebook.robot.Vouchers;

/**
 * What the page shows, read in one go.
 *
 * @param day on which a new voucher begins
 */
record Content(List<Voucher> drafts, ChartOfAccounts chart, LocalDate day) {

    static Content read(Desk desk) {
        return new Content(Vouchers.of(desk).list(), desk.chart(), day(desk));
    }

    /** The day of the newest entry while its month is open, else the first day that is. */
    private static LocalDate day(Desk desk) {
        LocalDate open = desk.lastClosed().map(Period::next).orElse(desk.company().from())
                .firstDay();
        long count = desk.entryCount(EntryFilter.ALL);
        return desk.entries(EntryFilter.ALL, Math.max(0, count - 1), 1).stream()
                .map(JournalEntry::date).filter(date -> !date.isBefore(open)).findFirst()
                .orElse(open);
    }
}
