package onebook.robot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onebook.closing.CloseCheck;
import onebook.closing.CloseCheck.Item;
import onebook.closing.CloseCheck.Question;
import onebook.closing.CloseCheck.Weight;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.reconcile.Reconciliation;
import onebook.rules.CompanyProfile;
import onebook.words.Sentence;

/** Everything that is asked before a month is closed: of the inbox, the bank and the ledger. */
final class Checklist {
    private final OpenBook open;
    private final Period month;
    private final List<CloseCheck> checks = new ArrayList<>();

    private Checklist(OpenBook open, Period month) {
        this.open = open;
        this.month = month;
    }

    /**
     * @param waiting all that waits in the book
     * @param ledger what the ledger answers
     */
    static List<CloseCheck> of(OpenBook open, Period month, List<WaitingItem> waiting,
            List<CloseCheck> ledger) {
        Checklist list = new Checklist(open, month);
        list.waiting(waiting);
        list.checks.add(new CloseCheck(Question.VOUCHERS_WAIT,
                new Drafts(open).waitingThrough(month.lastDay())));
        list.bank();
        list.checks.addAll(ledger);
        list.checks.sort(Comparator.comparing(CloseCheck::question));
        return list.checks;
    }

    private void waiting(List<WaitingItem> waiting) {
        List<Item> papers = new ArrayList<>();
        List<Item> lines = new ArrayList<>();
        waiting.stream().filter(item -> item.isDatedThrough(month)).forEach(item ->
                (item.isBankLine() ? lines : papers).add(new Item(text(item),
                        "inbox:" + item.id(), item.amount())));
        checks.add(new CloseCheck(Question.DOCUMENTS_WAIT, papers));
        checks.add(new CloseCheck(Question.BANK_LINES_WAIT, lines));
    }

    private static Sentence text(WaitingItem item) {
        String source = item.source() + " " + item.reason() + " ";
        return new Sentence((source + item.text().chinese()).strip(),
                (source + item.text().english()).strip());
    }

    private void bank() {
        List<Item> differences = new ArrayList<>();
        List<Item> silent = new ArrayList<>();
        List<CashAccount.Line> lines = new Library(open).cashLines();
        for (CompanyProfile.Cash cash : open.profile().cashAccounts()) {
            List<CashAccount.Line> own = Settling.inOrder(lines.stream()
                    .filter(line -> line.account().equals(cash.code())).toList());
            String name = cash.account() + " " + cash.bank();
            Reconciliation at = Settling.reconciliation(open, cash.code(), month, own);
            if (at.isBankStated() && !at.isReconciled()) {
                differences.add(new Item(
                        Sentence.plain(name + ", " + at.difference()), "bank:" + cash.account(),
                        Optional.of(at.difference())));
            }
            if (own.stream().noneMatch(line -> month.contains(line.line().date()))) {
                silent.add(new Item(Sentence.plain(name), "bank:" + cash.account(),
                        Optional.empty()));
            }
        }
        checks.add(new CloseCheck(Question.BANK_DIFFERS, differences));
        checks.add(new CloseCheck(Question.STATEMENT_IS_MISSING, silent));
    }

    /** What keeps the month open, the first in order; empty where it can be closed. */
    static Optional<Problem> first(List<CloseCheck> checks, Period month, Set<Refusal> accepted) {
        return checks.stream().filter(check -> check.question().weight() == Weight.BLOCKS)
                .filter(check -> !check.isClear() && !isAccepted(check, accepted)).findFirst()
                .map(check -> problem(check, checks, month));
    }

    private static boolean isAccepted(CloseCheck check, Set<Refusal> accepted) {
        return check.question().mayBeAccepted()
                && accepted.contains(check.question().refusal().orElseThrow());
    }

    private static Problem problem(CloseCheck check, List<CloseCheck> checks, Period month) {
        Refusal refusal = check.question().refusal().orElseThrow();
        int count = checks.stream()
                .filter(one -> one.question().refusal().equals(Optional.of(refusal)))
                .mapToInt(one -> one.items().size()).sum();
        String text = refusal == Refusal.ITEMS_STILL_WAIT ? count + " items"
                : check.items().get(0).text().english() + (count > 1 ? " (" + count + ")" : "");
        return new Problem(refusal, month.toString(), text);
    }
}
