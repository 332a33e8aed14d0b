package onebook.robot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onebook.closing.CloseCheck;
import onebook.closing.ClosingPolicy;
import onebook.ledger.JournalEntry;
import onebook.ledger.Period;
import onebook.ledger.Problem;
import onebook.ledger.Refusal;

/**
 * Month and year ends of one open book: what is asked before, what would be booked, the act, and
 * what the company settled about it. Shares the lock of its {@link Desk}.
 */
public final class Closing {
    private final Desk desk;
    private final OpenBook open;

    /**
     * What closing did, or would do.
     *
     * @param entries the closing entries; those of a preview were taken back
     * @param openBecause what keeps the month open; empty where it is closed, or could be
     */
    public record Closed(List<CloseCheck> checks, RunReport report, List<JournalEntry> entries,
            Optional<Problem> openBecause) { }

    Closing(Desk desk) {
        this.desk = desk;
        this.open = desk.book();
    }

    /** Every question with what was found, in the order in which they are shown. */
    public List<CloseCheck> checklist(CloseOrder order) {
        synchronized (desk) {
            return new MonthClose(open, order).checklist(Waiting.of(open));
        }
    }

    /** What keeps the month open; empty where it can be closed as ordered. */
    public Optional<Problem> first(CloseOrder order) {
        synchronized (desk) {
            MonthClose closing = new MonthClose(open, order);
            return closing.first(closing.blocked().isPresent() ? List.of()
                    : closing.checklist(Waiting.of(open)));
        }
    }

    /** The closing entries that are missing, whatever a person would have to take on. */
    public Closed preview(CloseOrder order, String by) {
        synchronized (desk) {
            CloseOrder all = new CloseOrder(order.month(), order.isYearEnd(),
                    order.distribution(), acceptable());
            Closed closed = run(all, true, by);
            return new Closed(closed.checks(), closed.report(), closed.entries(),
                    closed.openBecause().or(() ->
                            new MonthClose(open, order).first(closed.checks())));
        }
    }

    /** Closes the next open month, or tells what keeps it open. */
    public Closed attempt(CloseOrder order, String by) {
        return run(order, false, by);
    }

    /** Closes the next open month; throws {@link RefusedException} where it must stay open. */
    public RunReport close(CloseOrder order, String by) {
        Closed closed = attempt(order, by);
        closed.openBecause().ifPresent(why -> {
            throw new RefusedException(why.name(), (why.path() + " " + why.text()).strip());
        });
        return closed.report();
    }

    private Closed run(CloseOrder order, boolean isDryRun, String by) {
        synchronized (desk) {
            desk.mayWrite(Duty.CLOSE, by);
            new MonthClose(open, order).blocked().ifPresent(why -> {
                throw new RefusedException(why, order.month().toString());
            });
            RobotRunner runner =
                    new RobotRunner(open, Robots.closing(order), by, RunReport.Progress.SILENT);
            RunReport report = runner.run(List.of(), isDryRun);
            return new Closed(runner.checks(), report, List.copyOf(runner.entries()),
                    runner.openBecause());
        }
    }

    // ---- what the company settled

    public ClosingPolicy policy() {
        synchronized (desk) {
            return new ClosingTerms(open).policy();
        }
    }

    /** The text of the policy that stands; empty where nothing was settled. */
    public String policyText() {
        synchronized (desk) {
            return new SealedTexts(open).find(ClosingTerms.POLICY).orElse("");
        }
    }

    /** @param yaml what company.yaml has under "closing"; it holds from the next close on */
    public void settle(String yaml, String by) {
        try {
            ClosingPolicy.parse(yaml);
        } catch (IllegalArgumentException wrong) {
            throw new RefusedException(Refusal.RULES_CANNOT_BE_USED, wrong.getMessage());
        }
        seal(ClosingTerms.POLICY, yaml, by);
    }

    /** The closing rates of a month by currency. */
    public Map<String, BigDecimal> rates(Period month) {
        synchronized (desk) {
            return new ClosingTerms(open).rates(month);
        }
    }

    /**
     * @param currency ISO 4217
     * @param rate yuan for one unit at the end of the month
     */
    public void rate(Period month, String currency, BigDecimal rate, String by) {
        if (!currency.matches("[A-Z]{3}") || rate.signum() <= 0) {
            throw new RefusedException(Refusal.EXCHANGE_RATE_IS_MISSING, currency + " " + rate);
        }
        seal(ClosingTerms.rateOf(month, currency), rate.toPlainString(), by);
    }

    private void seal(String id, String text, String by) {
        synchronized (desk) {
            desk.mayWrite(Duty.CLOSE, by);
            open.journal().transaction(() -> {
                new SealedTexts(open).put(id, text, by);
                return open.checkpoint();
            });
        }
    }

    /** What a person takes on who closes all the same, of what was found. */
    public static Set<Refusal> knowing(List<CloseCheck> checks) {
        return checks.stream().filter(check -> !check.isClear() && check.question().mayBeAccepted())
                .flatMap(check -> check.question().refusal().stream()).collect(Collectors.toSet());
    }

    /** What a person can take on when closing a month. */
    public static Set<Refusal> acceptable() {
        return MonthClose.acceptable();
    }
}
