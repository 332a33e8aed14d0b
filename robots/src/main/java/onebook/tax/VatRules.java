package onebook.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import onebook.ledger.Money;

/**
 * The VAT rules for small-scale taxpayers of one time, from data.
 *
 * @param levy 征收率 by law, 0.03
 * @param reduced what is levied instead, 0.01
 * @param exemptLine the form's line for sales below the limit: 10 (companies) or 11
 */
public record VatRules(
        LocalDate validFrom, LocalDate validTo, String source, BigDecimal levy, BigDecimal reduced,
        Limit limit, int exemptLine, SurchargeRules surcharges, Map<String, Relief> reliefs) {

    /** How sales stand to a limit when they are exempt: "<" or "<=". */
    public enum Boundary {
        BELOW, UP_TO;

        static Boundary parse(String operator) {
            return switch (operator) {
                case "<" -> BELOW;
                case "<=" -> UP_TO;
                default -> throw new IllegalArgumentException("neither < nor <=: " + operator);
            };
        }

        boolean isExempt(Money sales, Money limit) {
            return sales.compareTo(limit) < (this == BELOW ? 0 : 1);
        }
    }

    /**
     * 起征点.
     *
     * @param warnWithin share of the limit; sales as near as this are named in a warning
     */
    public record Limit(Money month, Money quarter, Boundary boundary, BigDecimal warnWithin) {
        Money of(TaxPeriod period) {
            return period.isQuarter() ? quarter : month;
        }

        boolean isNear(Money sales, TaxPeriod period) {
            Money margin = of(period).times(warnWithin, RoundingMode.HALF_UP);
            return sales.minus(of(period)).abs().compareTo(margin) <= 0;
        }
    }

    /** @param halved the share taken off, 0.50 */
    public record SurchargeRules(
            String source, BigDecimal halved, Map<Place, BigDecimal> cityMaintenance,
            BigDecimal education, BigDecimal localEducation, Boundary educationExempt) { }

    /** A 减免性质代码 with its name; the note says what a person must check. */
    public record Relief(String code, String name, String note) { }

    public VatRules {
        reliefs = Map.copyOf(reliefs);
    }

    /** True where the period's sales (ex tax, all of them) are free of VAT, 专票 aside. */
    public boolean isExempt(Money sales, TaxPeriod period) {
        return limit.boundary().isExempt(sales, limit.of(period));
    }

    /** Requires that the rules name the relief. */
    public Relief relief(String name) {
        Relief relief = reliefs.get(name);
        if (relief == null) {
            throw new IllegalArgumentException("no relief " + name);
        }
        return relief;
    }

    /** The same without 六税两费减半. */
    VatRules unhalved() {
        SurchargeRules full = new SurchargeRules(surcharges.source(), BigDecimal.ZERO,
                surcharges.cityMaintenance(), surcharges.education(), surcharges.localEducation(),
                surcharges.educationExempt());
        return new VatRules(validFrom, validTo, source, levy, reduced, limit, exemptLine, full,
                reliefs);
    }

    boolean holdsIn(TaxPeriod period) {
        return !validFrom.isAfter(period.firstDay()) && !validTo.isBefore(period.lastDay());
    }
}
