package onebook.closing;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.JournalEntry;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.ledger.Posting;
import onebook.ledger.Problem;
import onebook.ledger.Proposal;
import onebook.ledger.Records;
import onebook.ledger.Refusal;
import onebook.ledger.Side;
import onebook.rules.Condition;

/** The entries with which a month ends, each drafted from what stands in the book before it. */
final class ClosingEntries {
    private final ClosingRules rules;
    private final ChartOfAccounts chart;
    private final Records records;
    private final Period month;
    private final ClosingFacts facts;
    private final Sums sums;

    ClosingEntries(ClosingRules rules, ChartOfAccounts chart, Records records, Period month,
            ClosingFacts facts) {
        this.rules = rules;
        this.chart = chart;
        this.records = records;
        this.month = month;
        this.facts = facts;
        this.sums = new Sums(records, month);
    }

    /** What one account and party get on one side. */
    private record Place(AccountCode account, Side side, String party) { }

    /**
     * What is still missing; nothing where the month has it all.
     *
     * @param isResolved true for ids of proposals that were posted or rejected before
     */
    MonthEnd.Drafts drafts(boolean isYearEnd, Predicate<String> isResolved) {
        List<Proposal> drafts = new ArrayList<>();
        for (ClosingRule rule : rules.rules()) {
            if (rule.isDue(month, isYearEnd) && !facts.policy().off().contains(rule.id())) {
                Figures figures = figures();
                List<Posting> lines = holds(rule, figures) ? lines(rule, figures) : List.of();
                Optional<Problem> problem = exceeded(rule, lines, figures);
                if (problem.isPresent()) {
                    return new MonthEnd.Drafts(List.of(), problem);
                }
                if (!lines.isEmpty()) {
                    Proposal draft = draft(rule, lines, figures, isResolved);
                    drafts.add(draft);
                    sums.add(draft);
                }
            }
        }
        return new MonthEnd.Drafts(drafts, Optional.empty());
    }

    /** The figures as they stand now, with the drafts made so far. */
    Figures figures() {
        return new Figures(rules.figures(), chart, facts, sums);
    }

    private static boolean holds(ClosingRule rule, Figures figures) {
        if (rule.when().isEmpty()) {
            return true;
        }
        Condition condition = new Condition(rule.when());
        return condition.holds(condition.names().stream()
                .collect(Collectors.toMap(name -> name, figures::fact)));
    }

    private static Optional<Problem> exceeded(ClosingRule rule, List<Posting> lines,
            Figures figures) {
        if (rule.upTo() == null || lines.isEmpty()) {
            return Optional.empty();
        }
        Money total = lines.stream().filter(line -> line.side() == Side.DEBIT)
                .map(Posting::amount).reduce(Money.ZERO, Money::plus);
        Money most = figures.of(rule.upTo());
        return total.compareTo(most) <= 0 ? Optional.empty()
                : Optional.of(new Problem(Refusal.DISTRIBUTION_EXCEEDS_PROFIT, rule.id(),
                        total + " > " + most));
    }

    // ---- lines

    private List<Posting> lines(ClosingRule rule, Figures figures) {
        List<Posting> lines = new ArrayList<>();
        for (ClosingRule.Line line : rule.lines()) {
            if (!Figures.REST.equals(line.amount())) {
                lines.addAll(lines(line, figures));
            }
        }
        if (rule.isWhole()) {
            lines = lacking(rule, lines);
        }
        lines.removeIf(line -> line.amount().isZero());
        rest(rule, lines).ifPresent(lines::add);
        return lines;
    }

    private List<Posting> lines(ClosingRule.Line line, Figures figures) {
        if (line.account().equals(Figures.EVERY_CURRENCY)) {
            return facts.revaluation().lines();
        }
        List<Posting> lines = new ArrayList<>();
        if (line.isEvery()) {
            figures.every(FigureRule.kindOf(line.account())).forEach((code, debit) ->
                    lines.add(new Posting(code, line.side(),
                            line.side() == Side.CREDIT ? debit : debit.negated(), "")));
            return lines;
        }
        AccountCode code = AccountCode.of(line.account());
        Money amount = figures.of(line.amount());
        if (!ClosingFacts.OWNERS.equals(line.party()) || facts.policy().owners().isEmpty()) {
            return List.of(new Posting(code, line.side(), amount, ""));
        }
        return split(code, line.side(), amount);
    }

    /** Each owner by the share, rounded half up; the last takes what is left. */
    private List<Posting> split(AccountCode code, Side side, Money amount) {
        List<Posting> lines = new ArrayList<>();
        Money left = amount;
        List<ClosingPolicy.Owner> owners = facts.policy().owners();
        for (ClosingPolicy.Owner owner : owners) {
            boolean isLast = lines.size() == owners.size() - 1;
            Money part = isLast ? left : amount.times(owner.share(), RoundingMode.HALF_UP);
            lines.add(new Posting(code, side, part, owner.name()));
            left = left.minus(part);
        }
        return lines;
    }

    private static Optional<Posting> rest(ClosingRule rule, List<Posting> lines) {
        Money sum = lines.stream().map(Posting::signed).reduce(Money.ZERO, Money::plus);
        return sum.isZero() ? Optional.empty() : rule.lines().stream()
                .filter(line -> Figures.REST.equals(line.amount()))
                .map(line -> new Posting(AccountCode.of(line.account()), line.side(),
                        line.side() == Side.CREDIT ? sum : sum.negated(), "")).findFirst();
    }

    // ---- what was posted before

    private List<Posting> lacking(ClosingRule rule, List<Posting> lines) {
        Map<Place, Money> amounts = new LinkedHashMap<>();
        lines.forEach(line -> amounts.merge(place(line), line.amount(), Money::plus));
        posted(rule, lines).forEach(line ->
                amounts.merge(place(line), line.amount().negated(), Money::plus));
        List<Posting> lacking = new ArrayList<>();
        amounts.forEach((place, amount) -> lacking.add(
                new Posting(place.account(), place.side(), amount, place.party())));
        return lacking;
    }

    private static Place place(Posting line) {
        return new Place(line.account(), line.side(), line.party());
    }

    /** The lines the rule has posted in its month, quarter or year, and what took them back. */
    private List<Posting> posted(ClosingRule rule, List<Posting> lines) {
        Set<AccountCode> accounts = lines.stream().map(Posting::account).filter(code ->
                chart.find(code).map(one -> one.isClosedMonthly()).orElse(false))
                .collect(Collectors.toSet());
        if (accounts.isEmpty()) {
            lines.forEach(line -> accounts.add(line.account()));
        }
        try (Stream<JournalEntry> entries =
                records.entries(accounts, rule.rhythm().startOf(month), month)) {
            return entries.filter(entry -> isOf(rule, entry))
                    .map(JournalEntry::postings).flatMap(Collection::stream).toList();
        }
    }

    private boolean isOf(ClosingRule rule, JournalEntry entry) {
        JournalEntry meant = entry.takesBack().flatMap(records::find).orElse(entry);
        return meant.kind() == JournalEntry.Kind.CLOSING && meant.rule().equals(rule.rule());
    }

    // ---- the draft

    private Proposal draft(ClosingRule rule, List<Posting> lines, Figures figures,
            Predicate<String> isResolved) {
        String id = "close:" + month + ":" + rule.id();
        String free = id;
        for (int again = 2; isResolved.test(free); again++) {
            free = id + ":" + again;
        }
        return new Proposal(free, month.lastDay(), JournalEntry.Kind.CLOSING, rule.summary(),
                lines, List.of(), rule.rule(), figures.filled(rule.why()), List.of(),
                Optional.empty());
    }
}
