package onebook.lender.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.lender.Finding;
import onebook.lender.finding.Reading.Flow;

/**
 * CIR: money that went out and came back as a customer's payment within days: from the same party
 * with nearly the same amount, or to the fen from another party, at least three times with the same
 * two. A bank statement shows the first and the last step of a circle only.
 */
final class CircularQuestion implements Question {
    private static final int TIMES = 3;

    private final Facts facts;

    CircularQuestion(Facts facts) {
        this.facts = facts;
    }

    /** Out to one, in from the other. */
    private record Way(String to, String from) { }

    @Override
    public List<Finding> answer(Scope scope) {
        Rules rules = new Rules(scope.to());
        List<BankLines.Row> lines = new ArrayList<>(facts.bank.all());
        lines.removeIf(line -> !scope.holds(line.month()) || line.party().isEmpty()
                || line.amount().abs().compareTo(rules.least) < 0);
        lines.sort(Comparator.comparingInt(BankLines.Row::day));
        Map<Way, List<Money>> ways = new HashMap<>();
        Set<BankLines.Row> used = new HashSet<>();
        TreeMap<Money, List<BankLines.Row>> out = new TreeMap<>();
        for (BankLines.Row line : lines) {
            Flow flow = facts.bank.flow(line);
            if (line.amount().isNegative() && flow != Flow.TRANSFER && flow != Flow.PAYROLL
                    && flow != Flow.TAX) {
                out.computeIfAbsent(line.amount().abs(), one -> new ArrayList<>()).add(line);
            } else if (line.amount().isPositive() && flow == Flow.CUSTOMER) {
                back(line, rules, out, used, ways);
            }
        }
        return findings(scope, ways);
    }

    private static void back(BankLines.Row in, Rules rules,
            TreeMap<Money, List<BankLines.Row>> out, Set<BankLines.Row> used,
            Map<Way, List<Money>> ways) {
        Money near = rules.near(in.amount());
        for (List<BankLines.Row> same : out.subMap(in.amount().minus(near), true,
                in.amount().plus(near), true).values()) {
            for (BankLines.Row paid : same) {
                boolean isSoon = in.day() - paid.day() <= rules.days;
                boolean isAlike = paid.party().equals(in.party())
                        || paid.amount().negated().equals(in.amount());
                if (isSoon && isAlike && used.add(paid)) {
                    ways.computeIfAbsent(new Way(paid.party(), in.party()),
                            one -> new ArrayList<>()).add(in.amount());
                    return;
                }
            }
            same.removeIf(paid -> in.day() - paid.day() > rules.days);
        }
    }

    private static List<Finding> findings(Scope scope, Map<Way, List<Money>> ways) {
        List<Finding> found = new ArrayList<>();
        ways.entrySet().stream().filter(way -> way.getKey().to.equals(way.getKey().from)
                        || way.getValue().size() >= TIMES)
                .sorted(Comparator.comparing(way -> way.getKey().to + "\n" + way.getKey().from))
                .forEach(way -> found.add(Limits.finding("CIR-FLOW",
                        Limits.standard().severity("CIR-DAYS", scope.to()),
                        "付给 %s 的款项数日内以相近金额从 %s 作为货款收回 %d 次，合计 %s，差异待说明",
                        "what was paid to %s came back from %s within days as customers'"
                                + " payments, %d times, together %s; a difference to explain",
                        PartyName.shown(way.getKey().to), PartyName.shown(way.getKey().from),
                        way.getValue().size(), Money.sum(way.getValue()))));
        return found;
    }

    private static final class Rules {
        private final long days;
        private final Money least;
        private final BigDecimal share;

        Rules(Period at) {
            Limits limits = Limits.standard();
            days = limits.number("CIR-DAYS", at).longValueExact();
            least = limits.money("CIR-LEAST", at);
            share = limits.number("CIR-SHARE", at);
        }

        /** Rounded down: less is near. */
        Money near(Money amount) {
            return amount.times(share, java.math.RoundingMode.DOWN);
        }
    }
}
