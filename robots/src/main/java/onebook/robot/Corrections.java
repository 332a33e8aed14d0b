package onebook.robot;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Book;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.JournalEntry.Kind;
import onebook.ledger.Outcome;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.words.Sentence;

/**
 * What is posted is never changed: it is taken back in red, booked again in blue, or supplemented
 * (会计基础工作规范). What cannot begin throws {@link RefusedException}.
 */
public final class Corrections {
    private final Vouchers vouchers;

    private Corrections(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    public static Corrections of(Desk desk) {
        return new Corrections(Vouchers.of(desk));
    }

    /** The red entry that took this one back. */
    public Optional<EntryNumber> takenBackBy(EntryNumber number) {
        return vouchers.read(drafts -> vouchers.open().journal().correctionOf(number));
    }

    /**
     * Takes an entry back in red: at once where one person may do it alone, else as a draft that
     * waits for another.
     */
    public Outcome correct(EntryNumber number, LocalDate date, String why, String by) {
        return vouchers.write(Duty.PREPARE, by, drafts -> {
            Outcome asked = DraftChecks.isKept(why)
                    ? vouchers.open().book().correct(number, date, why, by)
                    : new Outcome.Refused(Refusal.TEXT_CANNOT_BE_KEPT, "why");
            return () -> asked instanceof Outcome.Refused ? asked : drafts.postOrKeep(
                    Book.redOf(get(number), date, why), "correct " + number, by);
        });
    }

    /** 注销某月某日某号凭证: the lines of the entry in red. */
    static Draft redOf(JournalEntry wrong, LocalDate date, String why) {
        return Draft.of(Book.redOf(wrong, date, why));
    }

    /** The blue voucher that follows a red one, to be edited: 订正某月某日某号凭证. */
    public Draft blue(EntryNumber number, LocalDate date) {
        JournalEntry wrong = get(number);
        return new Draft(date, Kind.ORDINARY, "订正" + Book.named(wrong),
                wrong.postings().stream().map(Draft.Line::of).toList(), wrong.evidence(),
                wrong.attachments(), Optional.empty(),
                new Draft.Source("", "by-hand",
                        Sentence.of("entry.blue", number).chinese(), List.of()));
    }

    /**
     * 补充登记: adds lines to an entry that was too small, on a day of an open month: at once where
     * one person may do it alone, else as a draft that waits for another.
     */
    public Outcome supplement(EntryNumber number, LocalDate date, String why,
            List<Draft.Line> lines, String by) {
        return vouchers.write(Duty.PREPARE, by, drafts -> {
            Draft draft = supplement(number, date, why, lines);
            Optional<Problem> problem =
                    DraftChecks.of(vouchers.open(), draft, 0).stream().findFirst();
            return () -> problem.<Outcome>map(one -> new Outcome.Refused(one.name(),
                            (one.path() + " " + one.text()).strip()))
                    .orElseGet(() -> drafts.postOrKeep(draft.proposal(
                            drafts.freeId("supplement:" + number), List.of()),
                            "supplement " + number, by));
        });
    }

    /** The draft of a supplement, to be edited. */
    public Draft supplement(EntryNumber number, LocalDate date, String why,
            List<Draft.Line> lines) {
        JournalEntry small = get(number);
        return new Draft(date, Kind.SUPPLEMENT, "补充" + Book.named(small), lines,
                small.evidence(), small.attachments(), Optional.of(number),
                new Draft.Source("", "supplement", why, List.of()));
    }

    /** The entry's own day while its month is open, else the first day that is. */
    public LocalDate openDay(EntryNumber number) {
        LocalDate day = get(number).date();
        return vouchers.read(drafts -> vouchers.open().journal().lastClosed()).map(Period::next)
                .map(Period::firstDay).filter(day::isBefore).orElse(day);
    }

    private JournalEntry get(EntryNumber number) {
        return vouchers.read(drafts -> vouchers.open().journal().find(number)).orElseThrow(() ->
                new RefusedException(Refusal.ENTRY_IS_UNKNOWN, number.toString()));
    }
}
