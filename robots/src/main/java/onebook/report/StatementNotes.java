package onebook.report;

import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Company;

/** What a reader of the statements must know: months the book lacks, what does not agree. */
public final class StatementNotes {
    private StatementNotes() { }

    /** The same in both languages. */
    public record Note(String chinese, String english) { }

    /** None where the book covers every column. */
    public static List<Note> of(Statements statements, Company company) {
        List<Note> notes = new ArrayList<>();
        int year = statements.span().to().year();
        boolean isFirstYear = company.from().year() == year;
        if (isFirstYear && company.from().month() > 1) {
            notes.add(new Note(
                    "账簿自 " + company.from() + " 开始：年初余额栏是建账时的余额，本年累计不含此前的月份，请补上。",
                    "The book begins in " + company.from() + ": the opening column shows the"
                            + " balances it began with, and the year so far lacks the months"
                            + " before; add them."));
        }
        if (isFirstYear && statements.isAnnual()) {
            notes.add(new Note("账簿自 " + company.from() + " 开始：上年金额不在账内，请按上年报表补填。",
                    "The book begins in " + company.from() + ": the year before is not in it;"
                            + " fill that column from last year's statements."));
        }
        return notes;
    }

    /** An identity that does not hold, with what stands on both sides. */
    public static String broken(Identity identity) {
        String form = identity.form().isEmpty() ? "" : identity.form() + " ";
        return "勾稽不符（%s%s）：%s，%s 与 %s".formatted(form, identity.column(), identity.chinese(),
                identity.left(), identity.right());
    }
}
