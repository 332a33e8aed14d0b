package onebook.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import onebook.ledger.Money;

/**
 * 企业所得税 on the profit of a year so far, as lines 18 to 29 of the prepayment form A200000 reckon
 * it.
 *
 * @param actualProfit line 25: 利润总额 less losses of earlier years, below zero where it is a loss
 * @param isSmall true where all conditions of 小型微利企业 hold
 * @param gross line 27: never below zero
 * @param relief line 28
 */
public record IncomeTax(IncomeTaxRules rules, Money profit, Money actualProfit, boolean isSmall,
        Money gross, Money relief) {

    /**
     * The size of a company.
     *
     * @param employees on average of the quarters
     * @param assets on average of the quarters
     * @param isRestricted true in an industry the state restricts or forbids
     */
    public record Size(int employees, Money assets, boolean isRestricted) { }

    /**
     * @param profit 利润总额, January to the end of the period
     * @param losses of earlier years still to be made up, not below zero
     */
    public static IncomeTax of(Money profit, Money losses, Size size, IncomeTaxRules rules) {
        Money usable = profit.isPositive() ? least(losses, profit) : Money.ZERO;
        Money actual = profit.minus(usable);
        IncomeTaxRules.Small small = rules.small();
        boolean isSmall = !size.isRestricted() && size.employees() <= small.employees()
                && size.assets().compareTo(small.assets()) <= 0
                && actual.compareTo(small.income()) <= 0;
        Money taxed = actual.isPositive() ? actual : Money.ZERO;
        BigDecimal off = isSmall ? rules.rate().subtract(small.burden()) : BigDecimal.ZERO;
        return new IncomeTax(rules, profit, actual, isSmall,
                taxed.times(rules.rate(), RoundingMode.HALF_UP),
                taxed.times(off, RoundingMode.HALF_UP));
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Lines 27 less 28: the tax of the year so far. */
    public Money due() {
        return gross.minus(relief);
    }

    /** What the income bears: 0.05 or 0.25. */
    public BigDecimal burden() {
        return isSmall ? rules.small().burden() : rules.rate();
    }
}
