package onebook.robot;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import onebook.closing.CheckRules;
import onebook.closing.ClosingPolicy;
import onebook.closing.MonthEnd;
import onebook.ledger.Period;
import onebook.ledger.Refusal;
import onebook.tax.TaxPeriod;

/** By which rules, policy and rates the months of one book are closed. */
final class ClosingTerms {
    /** The sealed text that replaces what company.yaml says under "closing". */
    static final String POLICY = "closing-policy";
    private static final String RATE = "rate:";

    private final OpenBook open;
    private final Map<String, String> texts;

    ClosingTerms(OpenBook open) {
        this.open = open;
        this.texts = new SealedTexts(open).all();
    }

    MonthEnd of(CloseOrder order) {
        try {
            CheckRules checks = CheckRules.parse(Templates.text("closing/checks.yaml"));
            return new MonthEnd(
                    new MonthEnd.Books(open.profile(), policy(), open.chart(),
                            open.closingRules(), checks),
                    new MonthEnd.Terms(order.month(), order.isYearEnd(), rates(order.month()),
                            order.distribution()), open.records(),
                    () -> MonthClose.vat(open, TaxPeriod.quarterOf(order.month()),
                            order.month().quarterStart()));
        } catch (IllegalArgumentException mistake) {
            throw new RefusedException(Refusal.RULES_CANNOT_BE_USED, mistake.getMessage());
        }
    }

    ClosingPolicy policy() {
        String sealed = texts.get(POLICY);
        return sealed != null ? ClosingPolicy.parse(sealed)
                : ClosingPolicy.ofProfile(open.journal().setting("profile").orElseThrow());
    }

    /** Yuan for one unit of a currency at the end of the month. */
    Map<String, BigDecimal> rates(Period month) {
        Map<String, BigDecimal> rates = new TreeMap<>();
        texts.forEach((id, text) -> {
            if (id.startsWith(rateOf(month, ""))) {
                rates.put(id.substring(rateOf(month, "").length()), new BigDecimal(text));
            }
        });
        return rates;
    }

    /** The name of the sealed text that holds a rate. */
    static String rateOf(Period month, String currency) {
        return RATE + month + ":" + currency;
    }
}
