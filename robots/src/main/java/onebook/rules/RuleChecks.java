package onebook.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import onebook.ledger.AccountCode;

/** Finds what is wrong with a rule file before its rules meet the first document. */
final class RuleChecks {
    private static final int VERSION = 1;

    private final Facts facts;
    /** What a line may name instead of an account: "cash" or "by-category". */
    private final String place;
    private final Set<String> ids;

    private RuleChecks(Facts facts, String place, Set<String> ids) {
        this.facts = facts;
        this.place = place;
        this.ids = ids;
    }

    /** Throws {@link IllegalArgumentException} that names the rule. */
    static void check(PostingRule.File file) {
        if (file == null || file.invoices() == null || file.bank() == null) {
            throw new IllegalArgumentException("a rule file has lists of invoices and bank");
        }
        if (file.version() != VERSION) {
            throw new IllegalArgumentException("version " + file.version() + " is not known");
        }
        Set<String> ids = new HashSet<>();
        RuleChecks invoices = new RuleChecks(Facts.anyInvoice(), "by-category", ids);
        file.invoices().forEach(invoices::check);
        RuleChecks bank = new RuleChecks(Facts.anyBankLine(), "cash", ids);
        file.bank().forEach(bank::check);
    }

    private void check(PostingRule rule) {
        require(rule != null && rule.id() != null && rule.id().matches("[a-z0-9-]+"),
                "a rule without a name of a-z, 0-9 and -");
        String name = "rule " + rule.id() + ": ";
        require(ids.add(rule.id()), name + "there are two of it");
        require(isText(rule.when()) && isText(rule.summary()) && isText(rule.why()),
                name + "it needs when, summary and why");
        try {
            new Condition(rule.when()).check(facts.values());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(name + wrong.getMessage(), wrong);
        }
        for (Matcher fact = RuleBook.FACT.matcher(rule.summary()); fact.find();) {
            require(facts.texts().containsKey(fact.group(1)),
                    name + "nothing to fill in for {" + fact.group(1) + "}");
        }
        List<PostingRule.Line> lines = rule.lines();
        require(lines != null && lines.size() > 1, name + "it posts fewer than two lines");
        lines.forEach(line -> check(line, name));
    }

    private void check(PostingRule.Line line, String name) {
        require(line != null && (line.debit() == null) != (line.credit() == null),
                name + "a line has either debit or credit");
        require(line.account().equals(place) || isCode(line.account()),
                name + line.account() + " is no account");
        require(line.amount() != null && facts.amounts().containsKey(line.amount()),
                name + "no amount is called " + line.amount());
        require(line.party() == null || facts.texts().containsKey(line.party()),
                name + "no party is called " + line.party());
    }

    private static boolean isCode(String text) {
        try {
            AccountCode.of(text);
            return true;
        } catch (IllegalArgumentException other) {
            return false;
        }
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
