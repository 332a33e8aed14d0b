package onebook.bank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onebook.bank.Statement.Proof;
import onebook.ledger.Money;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/**
 * Judges what was read: brings the lines into order of time and proves by the balances that none is
 * missing. Readers and tests use the same checks.
 */
public final class StatementChecks {
    private static final Comparator<StatementLine> BY_TIME =
            Comparator.comparing(StatementLine::date).thenComparing(StatementLine::time);

    private static final Comparator<List<StatementLine>> FEWEST_BREAKS = Comparator
            .comparingInt(StatementChecks::breaks).thenComparingInt(StatementChecks::stepsBack);

    private StatementChecks() { }

    /** What the balances say of lines in order of time. */
    public record Verdict(Proof proof, Optional<Money> opening, Optional<Money> closing,
            List<Problem> problems) { }

    /**
     * Lines in order of time. Banks list the oldest or the newest first; where days alone do not
     * tell, the order in which the balances continue is taken, else that of the file.
     */
    public static List<StatementLine> inOrder(List<StatementLine> asInFile) {
        List<List<StatementLine>> orders = new ArrayList<>(List.of(asInFile, reversed(asInFile)));
        orders.removeIf(order -> !isByDay(order));
        if (orders.isEmpty()) {
            orders.add(sorted(asInFile, Comparator.comparing(StatementLine::date)));
            orders.add(sorted(reversed(asInFile), Comparator.comparing(StatementLine::date)));
        }
        if (asInFile.stream().noneMatch(line -> line.time().isEmpty())) {
            orders.add(sorted(orders.get(0), BY_TIME));
        }
        List<StatementLine> best = Collections.min(orders, FEWEST_BREAKS);
        if (breaks(best) > 0 && best.stream().allMatch(line -> line.balance().isPresent())) {
            best = Collections.min(List.of(best, BalancePath.through(best)), FEWEST_BREAKS);
        }
        return List.copyOf(best);
    }

    /**
     * The proof over lines in order of time.
     *
     * @param opening as the file states it, where it does
     * @param closing as the file states it, where it does
     */
    public static Verdict prove(List<StatementLine> lines, String currency, Optional<Money> opening,
            Optional<Money> closing) {
        BalanceChain chain = BalanceChain.over(lines);
        List<Problem> problems = new ArrayList<>(chain.breaks());
        Optional<Money> from = chain.opening(currency).or(() -> opening);
        Optional<Money> to = chain.closing(currency)
                .or(() -> from.map(start -> start.plus(chain.sum(lines, currency))))
                .or(() -> closing);
        differs("opening", opening, from).ifPresent(problems::add);
        differs("closing", closing, to).ifPresent(problems::add);
        boolean isStatedWhole = !chain.hasBalances(currency) && opening.isPresent()
                && closing.isPresent();
        Proof proof = !problems.isEmpty() ? Proof.BROKEN
                : chain.isWhole() || isStatedWhole ? Proof.PROVEN : Proof.UNVERIFIED;
        return new Verdict(proof, from, to, List.copyOf(problems));
    }

    private static Optional<Problem> differs(String which, Optional<Money> stated,
            Optional<Money> reckoned) {
        boolean isDifferent = stated.isPresent() && reckoned.isPresent()
                && !stated.equals(reckoned);
        return isDifferent ? Optional.of(new Problem(Refusal.BALANCE_DOES_NOT_CONTINUE, which,
                "the file states %s %s; its lines give %s".formatted(which, stated.get(),
                reckoned.get())))
                : Optional.empty();
    }

    private static List<StatementLine> reversed(List<StatementLine> lines) {
        List<StatementLine> turned = new ArrayList<>(lines);
        Collections.reverse(turned);
        return turned;
    }

    private static List<StatementLine> sorted(List<StatementLine> lines,
            Comparator<StatementLine> by) {
        return lines.stream().sorted(by).toList();
    }

    private static boolean isByDay(List<StatementLine> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).date().isBefore(lines.get(i - 1).date())) {
                return false;
            }
        }
        return true;
    }

    private static int breaks(List<StatementLine> lines) {
        return BalanceChain.over(lines).breaks().size();
    }

    private static int stepsBack(List<StatementLine> lines) {
        int steps = 0;
        for (int i = 1; i < lines.size(); i++) {
            StatementLine before = lines.get(i - 1);
            StatementLine line = lines.get(i);
            boolean isTimed = !before.time().isEmpty() && !line.time().isEmpty()
                    && before.date().equals(line.date());
            steps += isTimed && line.time().compareTo(before.time()) < 0 ? 1 : 0;
        }
        return steps;
    }
}
