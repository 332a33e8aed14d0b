package onebook.robot;

import java.util.List;
import java.util.function.Function;
import onebook.closing.ClosingRules;
import onebook.ledger.Refusal;
import onebook.rules.CompanyProfile;
import onebook.rules.RuleBook;
import onebook.tax.TaxRules;

/**
 * The rules of a company's kind of taxpayer, out of the templates. Those of the program are read
 * when first asked for; edited ones at once, so that a mistake is named before work begins.
 */
final class CompanyRules {
    private final CompanyProfile profile;
    private RuleBook posting;
    private ClosingRules closing;

    private CompanyRules(CompanyProfile profile) {
        this.profile = profile;
    }

    /** Throws {@link RefusedException} where somebody edited a rule file into one that is none. */
    static CompanyRules of(CompanyProfile profile) {
        CompanyRules rules = new CompanyRules(profile);
        if (Templates.areEdited()) {
            rules.posting();
            rules.closing();
        }
        return rules;
    }

    synchronized RuleBook posting() {
        if (posting == null) {
            posting = read(kind -> RuleBook.of(Templates.text("rules/" + kind + ".yaml"),
                    Templates.text("rules/categories.yaml"), profile,
                    TaxRules.standard()::isService));
        }
        return posting;
    }

    synchronized ClosingRules closing() {
        if (closing == null) {
            closing = read(kind -> ClosingRules.of(List.of(
                    Templates.text("closing/" + kind + ".yaml"),
                    Templates.text("closing/every-company.yaml"))));
        }
        return closing;
    }

    private <T> T read(Function<String, T> rules) {
        try {
            return rules.apply(Templates.nameOf(profile.company().taxpayer()));
        } catch (IllegalArgumentException mistake) {
            throw new RefusedException(Refusal.RULES_CANNOT_BE_USED, mistake.getMessage());
        }
    }
}
