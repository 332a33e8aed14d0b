package onebook.tax;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import onebook.ledger.Money;
import onebook.ledger.Period;

/**
 * 企业所得税 of one time, from {@code templates/tax/income-tax.yaml}.
 *
 * @param rate of the law, 0.25
 */
public record IncomeTaxRules(String source, BigDecimal rate, Small small) {
    private static final RuleFile<IncomeTaxRules> STANDARD =
            new RuleFile<>("income-tax", IncomeTaxRules::of);

    /**
     * 小型微利企业.
     *
     * @param income the largest taxable income of a year
     * @param employees the most on average of the quarters
     * @param assets the most on average of the quarters
     * @param share of the income that counts, 0.25
     * @param rate on what counts, 0.20
     * @param warnWithin share of the limit; an income as near as this is named in a warning
     */
    public record Small(Money income, int employees, Money assets, BigDecimal share,
            BigDecimal rate, BigDecimal warnWithin) {

        /** What the whole income bears: 0.05. */
        public BigDecimal burden() {
            return share.multiply(rate).stripTrailingZeros();
        }

        /** True where a little more or less income would change the rate on all of it. */
        public boolean isNear(Money profit) {
            Money margin = income.times(warnWithin, RoundingMode.HALF_UP);
            return profit.minus(income).abs().compareTo(margin) <= 0;
        }
    }

    /** Throws {@link IllegalArgumentException} where no section holds in that month. */
    public static IncomeTaxRules in(Period month) {
        return STANDARD.in(month);
    }

    private static IncomeTaxRules of(JsonNode node) {
        JsonNode small = RuleFile.child(node, "small");
        return new IncomeTaxRules(RuleFile.text(node, "source"), RuleFile.rate(node, "rate"),
                new Small(Money.parse(RuleFile.text(small, "income")),
                        RuleFile.child(small, "employees").asInt(),
                        Money.parse(RuleFile.text(small, "assets")),
                        RuleFile.rate(small, "share"), RuleFile.rate(small, "rate"),
                        RuleFile.rate(small, "warn_within")));
    }
}
