package onebook.closing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import onebook.ledger.AccountCode;
import onebook.ledger.Money;
import onebook.rules.Condition;

/** Finds what is wrong with closing rules before a month meets them. */
final class ClosingRuleChecks {
    private final Set<String> amounts = new HashSet<>(ClosingFacts.AMOUNTS);
    private final Set<String> ids = new HashSet<>();

    /** Throws {@link IllegalArgumentException} that names the rule or figure. */
    void check(List<FigureRule> figures, List<ClosingRule> rules) {
        figures.forEach(this::figure);
        rules.forEach(this::rule);
    }

    private void figure(FigureRule figure) {
        require(figure != null && isName(figure.name()), "a figure without a name of letters");
        String name = "figure " + figure.name() + ": ";
        figure.accounts().forEach(account -> require(isPlace(account), name + account
                + " is no account"));
        figure.parts().forEach(part -> require(amounts.contains(part),
                name + "no figure before it is called " + part));
        require(figure.accounts().isEmpty() != figure.parts().isEmpty(),
                name + "it is of accounts or of figures");
        require(figure.accounts().isEmpty() || isSpan(figure.over()),
                name + "over is no span of time: " + figure.over());
        require((figure.share() == null) == (figure.of() == null), name + "a share is of a figure");
        require(!figure.isShareOfRate() || ClosingFacts.RATES.contains(figure.share()),
                name + "no rate is called " + figure.share());
        require(amounts.add(figure.name()), name + "there are two of it");
    }

    private void rule(ClosingRule rule) {
        require(rule != null && rule.id() != null && rule.id().matches("[a-z0-9-]+"),
                "a closing rule without a name of a-z, 0-9 and -");
        String name = "rule " + rule.id() + ": ";
        require(ids.add(rule.id()), name + "there are two of it");
        require(rule.validFrom() != null && isDate(rule.validFrom())
                && (rule.validTo() == null || isDate(rule.validTo())), name + "it needs dates");
        require(List.of("month", "quarter", "year").contains(rule.every()),
                name + "every month, quarter or year");
        require(List.of("whole", "rest").contains(rule.amounts()), name + "amounts: whole or rest");
        require(isText(rule.summary()) && isText(rule.why()) && isText(rule.source()),
                name + "it needs summary, why and source");
        Set<String> told = names(rule.why());
        told.forEach(one -> require(amounts.contains(one) || ClosingFacts.WORDS.contains(one),
                name + "nothing to fill in for {" + one + "}"));
        require(isText(rule.english()) && names(rule.english()).equals(told),
                name + "english says what why says, of the same names");
        require(rule.upTo() == null || amounts.contains(rule.upTo()),
                name + "no figure is called " + rule.upTo());
        condition(rule, name);
        require(rule.lines().size() > 1, name + "it posts fewer than two lines");
        rule.lines().forEach(line -> line(line, name));
        require(rule.lines().stream().filter(line -> Figures.REST.equals(line.amount())).count()
                <= 1, name + "two lines cannot both be the rest");
    }

    private static Set<String> names(String text) {
        Set<String> names = new HashSet<>();
        for (Matcher name = Figures.NAME.matcher(text); name.find();) {
            names.add(name.group(1));
        }
        return names;
    }

    private void condition(ClosingRule rule, String name) {
        if (rule.when().isEmpty()) {
            return;
        }
        Map<String, Object> facts = new HashMap<>();
        amounts.forEach(one -> facts.put(one, Money.ZERO));
        ClosingFacts.FLAGS.forEach(one -> facts.put(one, false));
        try {
            new Condition(rule.when()).check(facts);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(name + wrong.getMessage(), wrong);
        }
    }

    private void line(ClosingRule.Line line, String name) {
        require(line != null && (line.debit() == null) != (line.credit() == null),
                name + "a line has either debit or credit");
        require(isPlace(line.account()) || line.account().equals(Figures.EVERY_CURRENCY),
                name + line.account() + " is no account");
        require(line.isEvery() ? Figures.BALANCE.equals(line.amount())
                : Figures.REST.equals(line.amount()) || amounts.contains(line.amount()),
                name + "no amount is called " + line.amount());
        require(line.party() == null || line.party().equals(ClosingFacts.OWNERS),
                name + "no party is called " + line.party());
    }

    private static boolean isPlace(String text) {
        try {
            return text.startsWith(FigureRule.EVERY) ? FigureRule.kindOf(text) != null
                    : AccountCode.of(text) != null;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static boolean isSpan(String text) {
        try {
            return text != null && FigureRule.Span.parse(text) != null;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (java.time.DateTimeException other) {
            return false;
        }
    }

    private static boolean isName(String text) {
        return text != null && text.matches("[A-Za-z]+");
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
