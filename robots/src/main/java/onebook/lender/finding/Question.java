package onebook.lender.finding;

import java.util.List;
import onebook.ledger.JournalEntry;
import onebook.lender.Body;
import onebook.lender.Finding;
import onebook.seal.Leaf;

/** Something to ask of a book, fed with it leaf by leaf. */
interface Question {
    /** Any leaf, in the order of the log; an entry comes to {@link #entry} next. */
    default void leaf(Leaf leaf, Body body) { }

    default void entry(JournalEntry entry) { }

    List<Finding> answer(Scope scope);
}
