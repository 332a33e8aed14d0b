package onebook.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onebook.ledger.AccountCode;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Proposal;
import onebook.words.Sentence;

/** Something that is booked again every month until it ends. */
public sealed interface RecurringItem permits FixedAsset, StandingEntry, Loan {

    /** What the book knows of it. */
    interface Ledger {
        /** True where the proposal was posted or rejected. */
        boolean isResolved(String proposal);

        /** Of an account and one party at the end of a month; debit positive. */
        Money balance(AccountCode account, String party, Period month);
    }

    /** Letters, digits and "-": names it in proposals and in the log. */
    String id();

    /** What it is, in one line. */
    Sentence told();

    /** The accounts it posts to. */
    Set<AccountCode> accounts();

    /** What the month gets, whether or not it was posted; nothing before it begins and after. */
    List<Proposal> due(Period month, Ledger ledger);

    /** Throws {@link IllegalArgumentException} where it is no name for an item. */
    static void checkId(String id) {
        if (id == null || !id.matches("[A-Za-z0-9][A-Za-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("id: letters, digits and -, at most 40: " + id);
        }
    }

    /** A draft without a paper: its evidence is the sealed text it was made by. */
    default Proposal draft(String id, LocalDate date, String summary,
            List<Posting> lines, Sentence why) {
        return new Proposal(id, date, JournalEntry.Kind.CLOSING, summary,
                lines.stream().filter(line -> !line.amount().isZero()).toList(),
                List.of(Evidence.without(told().chinese())), rule(), why.chinese(),
                List.of(), Optional.empty());
    }

    /** The rule its entries name. */
    String rule();
}
