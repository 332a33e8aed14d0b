package onebook.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import onebook.ledger.AccountCode;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;

/**
 * On which line of 会小企03 cash stands, by the account it moved for. Clauses of that form:
 *
 * <ul>
 * <li>{@code receives} or {@code pays}, first: whether money that comes in counts above zero
 * <li>{@code in 2001}: money that came in for the account; {@code out}: that went out; {@code any}:
 *     both. With {@code named 利息}, only for details whose name has one of the words; the deepest
 *     such detail decides, then the longest word
 * <li>{@code shared in 2221 named 应交增值税}: tax that takes the line of what it was paid with, and
 *     one by the other clauses only where it moved alone
 * <li>{@code rest in}, {@code rest out}: for any other account
 * <li>{@code opening 1001 1002 1012}: the accounts that are cash, and what they brought forward
 * <li>{@code sum 1 -3}: other lines, with their sign
 * </ul>
 */
final class CashRules {
    /** One account of a clause. */
    private record Rule(int line, Clause clause, AccountCode account, boolean isIn,
            boolean isOut) {
        boolean goes(boolean isInward) {
            return isInward ? isIn : isOut;
        }
    }

    private record Asked(AccountCode contra, boolean isInward) { }

    private record Weight(int depth, int word) {
        static final Weight NONE = new Weight(0, 0);

        boolean isMore(Weight other) {
            return depth > other.depth || depth == other.depth && word > other.word;
        }
    }

    private final ChartOfAccounts chart;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> shared = new ArrayList<>();
    private final Map<Boolean, Integer> rest = new HashMap<>();
    private final Map<Integer, Boolean> receives = new TreeMap<>();
    private final Set<AccountCode> cash = new HashSet<>();
    private final Map<Asked, Integer> lines = new ConcurrentHashMap<>();
    private final Map<Asked, Boolean> sharing = new ConcurrentHashMap<>();
    private final Map<AccountCode, Boolean> isCash = new ConcurrentHashMap<>();

    /** Throws {@link IllegalArgumentException} where a clause is none of the above. */
    CashRules(Form form, ChartOfAccounts chart) {
        this.chart = chart;
        form.rules().rows().forEach((line, clauses) ->
                clauses.forEach(clause -> read(line, clause)));
        if (!rest.keySet().equals(Set.of(true, false)) || cash.isEmpty()) {
            throw new IllegalArgumentException(form.name() + " does not say where the rest goes");
        }
    }

    private void read(int line, Clause clause) {
        switch (clause.verb()) {
            case "receives" -> receives.put(line, true);
            case "pays" -> receives.put(line, false);
            case "rest" -> rest.put(clause.operands().equals(List.of("in")), line);
            case "opening" -> cash.addAll(clause.accounts());
            case "shared" -> add(line, clause.operands().get(0), clause.rest(), shared);
            case "in", "out", "any" -> add(line, clause.verb(), clause, rules);
            case "sum" -> { }
            default -> throw new IllegalArgumentException("no such clause: " + clause.verb());
        }
    }

    private static void add(int line, String way, Clause clause, List<Rule> to) {
        for (AccountCode account : clause.accounts()) {
            to.add(new Rule(line, clause, account, !way.equals("out"), !way.equals("in")));
        }
    }

    /** The accounts that are cash, with all their details. */
    Set<AccountCode> cash() {
        return Set.copyOf(cash);
    }

    boolean isCash(AccountCode account) {
        return isCash.computeIfAbsent(account,
                code -> cash.stream().anyMatch(code::isWithin));
    }

    /** True where a person may choose the line: it is no total. */
    boolean isChoice(int line) {
        return receives.containsKey(line);
    }

    /** The line of money that came in for the account, or went out. */
    int line(AccountCode contra, boolean isInward) {
        return lines.computeIfAbsent(new Asked(contra, isInward), asked ->
                best(asked, rules).map(Rule::line).orElseGet(() -> rest.get(isInward)));
    }

    /** True where it takes the line of what it moved with. */
    boolean isShared(AccountCode contra, boolean isInward) {
        return sharing.computeIfAbsent(new Asked(contra, isInward),
                asked -> best(asked, shared).isPresent());
    }

    private Optional<Rule> best(Asked asked, List<Rule> among) {
        Rule best = null;
        Weight most = Weight.NONE;
        for (Rule rule : among) {
            Weight weight = rule.goes(asked.isInward()) && asked.contra().isWithin(rule.account())
                    ? weight(rule.clause(), asked.contra()) : Weight.NONE;
            if (weight.isMore(most)) {
                best = rule;
                most = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How closely a clause means the account; nothing where it does not. */
    private Weight weight(Clause clause, AccountCode contra) {
        if (clause.which().isEmpty()) {
            return new Weight(1, 0);
        }
        Optional<AccountCode> at = Optional.of(contra);
        while (at.isPresent() && at.get().parent().isPresent()) {
            String word = clause.longestWord(at.get(), chart);
            if (!word.isEmpty()) {
                return new Weight(at.get().value().split("\\.").length, word.length());
            }
            at = at.get().parent();
        }
        return Weight.NONE;
    }

    /** What the line prints for money that came in, or below zero went out. */
    Money printed(int line, Money inward) {
        return receives.get(line) ? inward : inward.negated();
    }
}
