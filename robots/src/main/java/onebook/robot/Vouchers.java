package onebook.robot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import onebook.document.Document;
import onebook.ledger.Evidence;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/**
 * The life of a voucher written by hand: 草稿 (changes freely), 已审核 (may be taken back), 已记账
 * (stays for ever). Numbers are given when it is posted, continuous in each month. What cannot
 * begin throws {@link RefusedException}.
 */
public final class Vouchers {
    private final Desk desk;

    /**
     * How a draft stands while somebody types.
     *
     * @param problems in order of {@link Refusal}; the path names the line ("line:2") or is empty
     */
    public record Check(Money debits, Money credits, List<Problem> problems) {
        public boolean isSound() {
            return problems.isEmpty();
        }

        /** Debits less credits; empty where that is more than a book can hold. */
        public Optional<Money> difference() {
            try {
                return Optional.of(debits.minus(credits));
            } catch (ArithmeticException overflow) {
                return Optional.empty();
            }
        }
    }

    private Vouchers(Desk desk) {
        this.desk = desk;
    }

    public static Vouchers of(Desk desk) {
        return new Vouchers(desk);
    }

    // ---- what a window shows

    /** Everything not yet posted, in order of date. */
    public List<Voucher> list() {
        return read(Drafts::all);
    }

    public Voucher get(int id) {
        return read(drafts -> drafts.get(id));
    }

    /** The entry that a draft became. */
    public Optional<JournalEntry> posted(int id) {
        return read(drafts -> open().journal().entryOf("voucher:" + id)
                .flatMap(open().journal()::find));
    }

    /** Sums and problems of a draft that is not saved; nothing is written. */
    public Check check(Draft draft) {
        return check(draft, 0);
    }

    private Check check(Draft draft, int id) {
        return read(drafts -> {
            List<Problem> problems = DraftChecks.of(open(), draft, id);
            try {
                return new Check(debits(draft), credits(draft), problems);
            } catch (ArithmeticException overflow) {
                return new Check(Money.ZERO, Money.ZERO, problems);
            }
        });
    }

    /** As it stands in the book. */
    public Check check(int id) {
        return check(get(id).draft(), id);
    }

    static Money debits(Draft draft) {
        return Money.sum(draft.lines().stream().map(Draft.Line::debit).flatMap(Optional::stream)
                .toList());
    }

    static Money credits(Draft draft) {
        return Money.sum(draft.lines().stream().map(Draft.Line::credit).flatMap(Optional::stream)
                .toList());
    }

    // ---- drafts

    /** Keeps a new draft, however incomplete. */
    public Voucher save(Draft draft, String by) {
        return write(Duty.PREPARE, by, drafts -> {
            mayKeep(draft);
            drafts.of(draft.source().proposal()).ifPresent(other -> {
                throw new RefusedException(Refusal.VOUCHER_WAITS_FOR_REVIEW,
                        "draft " + other.id());
            });
            return () -> drafts.add(draft, by);
        });
    }

    /** Keeps another content under the same number; whoever does that prepared it. */
    public Voucher change(int id, long revision, Draft draft, String by) {
        return write(Duty.PREPARE, by, drafts -> {
            mayKeep(draft);
            Voucher was = drafts.get(id);
            mustBe(was, revision);
            mustBeOpen(id, was.reviewed());
            return () -> drafts.change(id, draft, by);
        });
    }

    public void delete(int id, String by) {
        write(Duty.PREPARE, by, drafts -> {
            mustBeOpen(id, drafts.reviewer(id));
            return () -> {
                drafts.delete(id, by);
                return id;
            };
        });
    }

    /** What cannot be stored at all is not kept, not even as a draft. */
    private void mayKeep(Draft draft) {
        DraftChecks.of(open(), draft, 0).stream()
                .filter(one -> one.name() == Refusal.TEXT_CANNOT_BE_KEPT
                        || one.name() == Refusal.VOUCHER_IS_TOO_LARGE)
                .findFirst().ifPresent(one -> {
                    throw new RefusedException(one.name(), one.path() + " " + one.text());
                });
    }

    private static void mustBe(Voucher voucher, long revision) {
        if (voucher.revision() != revision) {
            throw new RefusedException(Refusal.VOUCHER_WAS_CHANGED, "draft " + voucher.id());
        }
    }

    private static void mustBeOpen(int id, Optional<Voucher.Hand> reviewer) {
        reviewer.ifPresent(hand -> {
            throw new RefusedException(Refusal.VOUCHER_IS_REVIEWED,
                    "draft " + id + ", by " + hand.who());
        });
    }

    /** Takes a file in as evidence; a file that is there already is only named. */
    public Evidence attach(Path file, String by) {
        open().mayWrite(Duty.PREPARE, by);
        Intake intake = new Intake(open(), RunReport.Progress.SILENT);
        List<Intake.Item> items = intake.read(List.of(file));
        items.stream().flatMap(item -> item.declined().stream()).forEach(one -> {
            throw new RefusedException(one.refusal(), file + ", " + one.detail());
        });
        return write(Duty.PREPARE, by, drafts -> () -> {
            intake.add(items, new Diff());
            if (!items.isEmpty()) {
                open().operation(by, "attach " + file.getFileName());
            }
            Library library = new Library(open());
            return paper(library.document(library.idOf(file)).orElseThrow());
        });
    }

    /** The whole of a document as evidence. */
    public static Evidence paper(Document document) {
        return Evidence.ofField(document.id(), "file", document.name());
    }

    // ---- review and posting

    /** Approves a draft as it was shown; who did and when is sealed. */
    public Voucher review(int id, long revision, String by) {
        return write(Duty.REVIEW, by, drafts -> {
            open().session().cashierKeepsOut(by);
            TokenSigning.of(open()).mayApprove(by);
            Voucher voucher = drafts.get(id);
            mustBe(voucher, revision);
            mustBeOpen(id, voucher.reviewed());
            String preparer = voucher.prepared().map(Voucher.Hand::who).orElseThrow(() ->
                    new RefusedException(Refusal.VOUCHER_WAS_CHANGED, "draft " + id));
            if (open().session().isSegregated() && preparer.equals(by)) {
                throw new RefusedException(Refusal.PREPARER_CANNOT_REVIEW, by);
            }
            DraftChecks.of(open(), voucher.draft(), id).stream().findFirst().ifPresent(one -> {
                throw new RefusedException(one.name(), (one.path() + " " + one.text()).trim());
            });
            return () -> drafts.review(id, by);
        });
    }

    /** Takes the approval back, so that the draft may change again. */
    public Voucher unreview(int id, String by) {
        return write(Duty.REVIEW, by, drafts -> {
            if (!drafts.get(id).isReviewed()) {
                throw new RefusedException(Refusal.VOUCHER_IS_NOT_REVIEWED, "draft " + id);
            }
            return () -> drafts.unreview(id, by);
        });
    }

    /** Lets a reviewed voucher into the book. */
    public Outcome post(int id, String by) {
        return write(Duty.POST, by, drafts -> {
            Voucher voucher = drafts.get(id);
            return () -> drafts.post(voucher, by);
        });
    }

    /** Reviews, where nobody did, and posts: what one person may settle alone, in one go. */
    public Outcome settle(int id, long revision, String by) {
        synchronized (desk) {
            open().mayWrite(Duty.POST, by);
            if (!get(id).isReviewed()) {
                review(id, revision, by);
            }
            return post(id, by);
        }
    }

    // ---- one lock, one transaction

    OpenBook open() {
        return desk.book();
    }

    <T> T read(Function<Drafts, T> reading) {
        synchronized (desk) {
            return reading.apply(new Drafts(open()));
        }
    }

    /** What refuses does so before the transaction begins. */
    <T> T write(Duty duty, String by, Function<Drafts, Callable<T>> work) {
        synchronized (desk) {
            open().mayWrite(duty, by);
            return open().journal().transaction(work.apply(new Drafts(open())));
        }
    }
}
