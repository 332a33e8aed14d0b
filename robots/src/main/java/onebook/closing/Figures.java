package onebook.closing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onebook.ledger.Account;
import onebook.ledger.AccountCode;
import onebook.ledger.Balances;
import onebook.ledger.ChartOfAccounts;
import onebook.ledger.Money;

/** The figures of one month by name, each reckoned when it is first asked for. */
final class Figures {
    /** {goodsRevenue} */
    static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");
    /** The amount of a line that balances its entry. */
    static final String REST = "rest";
    /** The amount of a line that stands for many accounts. */
    static final String BALANCE = "balance";
    static final String EVERY_CURRENCY = "every-currency";

    private final Map<String, FigureRule> rules = new HashMap<>();
    private final ChartOfAccounts chart;
    private final ClosingFacts facts;
    private final Sums sums;
    private final Map<String, Money> known = new HashMap<>();

    Figures(Collection<FigureRule> rules, ChartOfAccounts chart, ClosingFacts facts, Sums sums) {
        rules.forEach(rule -> this.rules.put(rule.name(), rule));
        this.chart = chart;
        this.facts = facts;
        this.sums = sums;
    }

    /** Requires that a rule or the facts know the name. */
    Money of(String name) {
        Money figure = known.get(name);
        if (figure == null) {
            figure = rules.containsKey(name) ? of(rules.get(name)) : facts.amount(name, this);
            known.put(name, figure);
        }
        return figure;
    }

    private Money of(FigureRule rule) {
        if (!rule.accounts().isEmpty()) {
            return accounts(rule);
        }
        if (rule.of() != null) {
            BigDecimal rate = rule.isShareOfRate() ? facts.rate(rule.share()) : rule.literal();
            return signed(rule.of()).times(rate, RoundingMode.HALF_UP);
        }
        if (!rule.sum().isEmpty()) {
            return reduced(rule.sum(), Money::plus);
        }
        return rule.least().isEmpty() ? reduced(rule.most(), Figures::most)
                : reduced(rule.least(), Figures::least);
    }

    private Money reduced(List<String> parts, BinaryOperator<Money> by) {
        return parts.stream().map(this::signed).reduce(by).orElse(Money.ZERO);
    }

    private Money signed(String part) {
        return part.startsWith("-") ? of(part.substring(1)).negated() : of(part);
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Money most(Money one, Money other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Money accounts(FigureRule rule) {
        Balances over = sums.over(rule.span());
        Money debit = total(rule.debit(), code -> over.balance(code));
        Money credit = total(rule.credit(), code -> over.balance(code));
        Money debited = total(rule.debited(), code -> over.turnover(code).debit());
        return debit.minus(credit).plus(debited);
    }

    private Money total(List<String> places, java.util.function.Function<AccountCode, Money> of) {
        return places.stream().flatMap(this::codes).map(of).reduce(Money.ZERO, Money::plus);
    }

    private Stream<AccountCode> codes(String place) {
        return place.startsWith(FigureRule.EVERY)
                ? every(FigureRule.kindOf(place)).keySet().stream()
                : Stream.of(AccountCode.of(place));
    }

    /** Of the account and its details at the end of the month; debit positive. */
    Money balance(AccountCode account) {
        return sums.over(FigureRule.Span.BALANCE).balance(account);
    }

    /** Balances of all accounts of a kind to the end of the month, debit positive, none zero. */
    Map<AccountCode, Money> every(Account.Kind kind) {
        Map<AccountCode, Money> accounts = new LinkedHashMap<>();
        sums.over(FigureRule.Span.BALANCE).byAccount().forEach((code, turnover) -> {
            if (chart.get(code).kind() == kind) {
                accounts.put(code, turnover.balance());
            }
        });
        return accounts;
    }

    /** A text with its {names} filled in. */
    String filled(String text) {
        return NAME.matcher(text).replaceAll(fact -> Matcher.quoteReplacement(
                ClosingFacts.WORDS.contains(fact.group(1)) ? facts.word(fact.group(1), this)
                        : of(fact.group(1)).toString()));
    }

    /** A fact as a condition sees it. */
    Object fact(String name) {
        return ClosingFacts.FLAGS.contains(name) ? facts.flag(name) : of(name);
    }
}
