package onebook.robot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onebook.ledger.Evidence;
import onebook.ledger.EntryNumber;
import onebook.ledger.JournalEntry;
import onebook.ledger.JournalEntry.Hands;
import onebook.ledger.Money;
import onebook.ledger.Outcome;
import onebook.ledger.Problem;
import onebook.ledger.Proposal;
import onebook.ledger.Refusal;
import onebook.seal.CanonicalJson;
import onebook.seal.Leaf;

/** What a draft lacks before it may be reviewed: the book's laws, and those of typing. */
final class DraftChecks {
    private static final int LONGEST = 500;
    private static final int MOST_LINES = 1000;
    /** The rest of a leaf is its frame. */
    private static final int MOST_BYTES = Leaf.LARGEST_BYTES - 1000;

    private final OpenBook open;
    private final Draft draft;
    private final List<Problem> problems = new ArrayList<>();

    private DraftChecks(OpenBook open, Draft draft) {
        this.open = open;
        this.draft = draft;
    }

    /** @param id number of the draft; 0 where it is not saved */
    static List<Problem> of(OpenBook open, Draft draft, int id) {
        DraftChecks checks = new DraftChecks(open, draft);
        checks.texts();
        if (draft.lines().size() > MOST_LINES) {
            checks.problem(Refusal.VOUCHER_IS_TOO_LARGE, "", draft.lines().size() + " lines");
            return checks.problems;
        }
        checks.lines();
        checks.papers();
        checks.red();
        checks.book(new Drafts(open).proposal(id, draft));
        checks.problems.sort(Comparator.comparing(Problem::name));
        return List.copyOf(checks.problems);
    }

    private void problem(Refusal name, String path, String text) {
        problems.add(new Problem(name, path, text));
    }

    private void texts() {
        text("summary", draft.summary());
        text("why", draft.source().why());
        draft.evidence().forEach(paper -> text("evidence", paper.text()));
        for (int i = 0; i < draft.lines().size(); i++) {
            Draft.Line line = draft.lines().get(i);
            String path = path(i);
            text(path, line.account());
            text(path, line.memo());
            text(path, line.party());
            line.dimensions().values().forEach(value -> text(path, value));
        }
    }

    private void text(String path, String text) {
        if (!isKept(text)) {
            problem(Refusal.TEXT_CANNOT_BE_KEPT, path, text.length() + " characters");
        }
    }

    /** Not endless; no control characters, no turned direction of writing, no half characters. */
    static boolean isKept(String text) {
        return text.length() <= LONGEST && text.codePoints().noneMatch(c ->
                Character.isISOControl(c) || c >= 0x2028 && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069
                || Character.getType(c) == Character.SURROGATE);
    }

    private static String path(int line) {
        return "line:" + (line + 1);
    }

    private void lines() {
        for (int i = 0; i < draft.lines().size(); i++) {
            Draft.Line line = draft.lines().get(i);
            if (line.account().isBlank()) {
                problem(Refusal.LINE_HAS_NO_ACCOUNT, path(i), "");
            } else if (line.debit().isPresent() && line.credit().isPresent()) {
                problem(Refusal.LINE_HAS_DEBIT_AND_CREDIT, path(i), line.account());
            } else if (line.debit().isEmpty() && line.credit().isEmpty()) {
                problem(Refusal.POSTING_IS_ZERO, path(i), line.account());
            } else if (line.posting().isEmpty()) {
                problem(Refusal.UNKNOWN_ACCOUNT, path(i), line.account());
            }
        }
    }

    private void papers() {
        for (Evidence paper : draft.evidence()) {
            boolean isKnown = paper.document().isEmpty() ? !paper.text().isBlank()
                    : new Library(open).document(paper.document()).isPresent();
            if (!isKnown) {
                problem(paper.document().isEmpty() ? Refusal.EVIDENCE_IS_MISSING
                        : Refusal.DOCUMENT_IS_UNKNOWN, "evidence", paper.document());
            }
        }
    }

    private void red() {
        Optional<EntryNumber> wrong = draft.corrects();
        if (draft.kind() == JournalEntry.Kind.ORDINARY ? wrong.isPresent() : wrong.isEmpty()) {
            problem(Refusal.ENTRY_IS_UNKNOWN, "corrects", "");
        }
        boolean isOther = draft.kind() == JournalEntry.Kind.CORRECTION
                && wrong.flatMap(open.journal()::find).map(entry -> !draft.lines().equals(
                        Corrections.redOf(entry, draft.date(), "").lines())).orElse(false);
        if (isOther) {
            problem(Refusal.RED_LINES_DIFFER, "corrects", wrong.get().toString());
        }
    }

    /** The book knows only whole lines; its path counts those. */
    private void book(Proposal proposal) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            if (draft.lines().get(i).posting().isPresent()) {
                places.add(i);
            }
        }
        boolean isWhole = places.size() == draft.lines().size();
        for (Problem found : open.book().check(proposal)) {
            if (found.path().startsWith("line:")) {
                int line = Integer.parseInt(found.path().substring("line:".length())) - 1;
                problem(found.name(), path(places.get(line)), found.text());
            } else if (isWhole || !isOfSums(found)) {
                problems.add(found);
            }
        }
        if (!isWhole) {
            sums();
        }
        if (problems.isEmpty() && open.book().post(proposal, Hands.of("?"))
                instanceof Outcome.Posted posted && CanonicalJson.write(
                        Leaf.bodyOf(posted.entry())).length > MOST_BYTES) {
            problem(Refusal.VOUCHER_IS_TOO_LARGE, "", "");
        }
    }

    private static boolean isOfSums(Problem problem) {
        return problem.name() == Refusal.DEBITS_NOT_EQUAL_CREDITS
                || problem.name() == Refusal.FEWER_THAN_TWO_POSTINGS;
    }

    private void sums() {
        if (draft.lines().size() < 2) {
            problem(Refusal.FEWER_THAN_TWO_POSTINGS, "", draft.lines().size() + " lines");
        }
        try {
            Money difference = Vouchers.debits(draft).minus(Vouchers.credits(draft));
            if (!difference.isZero()) {
                problem(Refusal.DEBITS_NOT_EQUAL_CREDITS, "", "difference " + difference);
            }
        } catch (ArithmeticException overflow) {
            problem(Refusal.AMOUNT_IS_TOO_LARGE, "", "");
        }
    }
}
