package onebook.robot;

import java.util.List;
import onebook.closing.ClosingRules;
import onebook.ledger.Refusal;
import onebook.rules.CompanyProfile;
import onebook.rules.RuleBook;
import onebook.tax.TaxRules;

/** The rules of a company's kind of taxpayer, out of the templates. */
record CompanyRules(RuleBook posting, ClosingRules closing) {
    /** Throws {@link RefusedException} where somebody edited a rule file into one that is none. */
    static CompanyRules of(CompanyProfile profile) {
        String kind = Templates.nameOf(profile.company().taxpayer());
        try {
            return new CompanyRules(
                    RuleBook.of(Templates.text("rules/" + kind + ".yaml"),
                            Templates.text("rules/categories.yaml"), profile,
                            TaxRules.standard()::isService),
                    ClosingRules.of(List.of(Templates.text("closing/" + kind + ".yaml"),
                            Templates.text("closing/every-company.yaml"))));
        } catch (IllegalArgumentException mistake) {
            throw new RefusedException(Refusal.RULES_CANNOT_BE_USED, mistake.getMessage());
        }
    }
}
