package onebook.app.voucher;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import onebook.app.common.Figures;
import onebook.app.common.Nodes;
import onebook.app.common.Workplace;
import onebook.ledger.Money;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;
import onebook.robot.Vouchers;

/** How the voucher stands while it is typed: its sums, their difference, what it lacks. */
final class Standing {
    private static final Set<Refusal> OF_PAPERS = Set.of(Refusal.EVIDENCE_IS_MISSING,
            Refusal.DOCUMENT_IS_UNKNOWN, Refusal.INVOICE_ALREADY_BOOKED);

    private final Workplace at;
    private final Label sums = Nodes.label("", "money");
    private final Label difference = Nodes.label("", "money");
    private final Label problem = Nodes.label("", "text-small", "bad");

    Standing(Workplace at) {
        this.at = at;
        sums.setId("sums");
        difference.setId("difference");
        problem.setId("voucher-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    }

    Node sums() {
        return Nodes.row(16, sums, difference);
    }

    Node problem() {
        return problem;
    }

    /** True where debits equal credits. */
    static boolean isBalanced(Vouchers.Check check) {
        return check.difference().map(Money::isZero).orElse(false);
    }

    /** @param isTold false while it is too early to say what the whole lacks */
    void show(Vouchers.Check check, boolean isTold) {
        sums.setText(at.text("draft.sums", Figures.of(check.debits()),
                Figures.of(check.credits())));
        boolean isBalanced = isBalanced(check);
        boolean isNothing = isBalanced && check.debits().isZero();
        difference.setText(isNothing ? "" : isBalanced ? at.text("voucher.balanced")
                : at.text("voucher.difference", Figures.of(check.difference())));
        difference.getStyleClass().removeAll("good", "bad");
        difference.getStyleClass().add(isBalanced ? "good" : "bad");
        problem.setText(isTold ? named(check, one -> !isOfPapers(one)
                && !one.path().startsWith("line:")) : "");
    }

    String ofLine(Vouchers.Check check, int line) {
        String path = "line:" + (line + 1);
        return named(check, one -> one.path().equals(path));
    }

    String ofPapers(Vouchers.Check check) {
        return named(check, Standing::isOfPapers);
    }

    private static boolean isOfPapers(Problem problem) {
        return problem.path().equals("evidence") || OF_PAPERS.contains(problem.name());
    }

    private String named(Vouchers.Check check, Predicate<Problem> which) {
        return check.problems().stream().filter(which).map(Problem::name).distinct()
                .map(at.texts()::refusal).collect(Collectors.joining("\n"));
    }
}
