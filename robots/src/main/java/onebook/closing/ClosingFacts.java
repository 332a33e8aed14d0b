package onebook.closing;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Supplier;
import onebook.ledger.AccountCode;
import onebook.ledger.Company;
import onebook.ledger.Money;
import onebook.ledger.Period;
import onebook.rules.CompanyProfile;
import onebook.tax.IncomeTax;
import onebook.tax.IncomeTaxRules;
import onebook.tax.Place;
import onebook.tax.StampDutyRules;
import onebook.tax.Surcharges;
import onebook.tax.TaxPeriod;
import onebook.tax.VatReturn;

/** What the sums of a book alone do not say: tax rules of the time, and what a company settled. */
final class ClosingFacts {
    static final Set<String> AMOUNTS = Set.of("zero", "vatDue", "vatExempt", "cityMaintenance",
            "education", "localEducation", "incomeTaxDue", "profitBefore", "taxAccruedBefore",
            "exchangeGain", "capital", "distribution");
    static final Set<String> RATES =
            Set.of("costRate", "salesDutyRate", "purchasesDutyRate", "capitalDutyRate");
    static final Set<String> WORDS =
            Set.of("marginRate", "surchargeShare",
            "exchangeRates", "incomeTaxBurden", "actualProfit");
    static final Set<String> FLAGS = Set.of("accruesIncomeTax", "hasReserve");
    /** The party of a line that is split among the owners. */
    static final String OWNERS = "owners";
    private static final AccountCode CAPITAL = AccountCode.of("3001");

    private final Period month;
    private final CompanyProfile company;
    private final ClosingPolicy policy;
    private final Given given;

    /**
     * What others reckon.
     *
     * @param vat the return of the quarter; asked of small-scale taxpayers only
     * @param assets on average of the quarters
     * @param distribution the profit that the owners decided to take out
     */
    record Given(Supplier<VatReturn> vat, Supplier<Money> assets,
            Supplier<Revaluation> revaluation, Money distribution) { }

    ClosingFacts(Period month, CompanyProfile company, ClosingPolicy policy, Given given) {
        this.month = month;
        this.company = company;
        this.policy = policy;
        this.given = given;
    }

    Money amount(String name, Figures figures) {
        return switch (name) {
            case "zero" -> Money.ZERO;
            case "vatDue" -> given.vat().get().payable();
            case "vatExempt" -> given.vat().get().exemptTax();
            case "cityMaintenance" -> due(Surcharges.Kind.CITY_MAINTENANCE, figures);
            case "education" -> due(Surcharges.Kind.EDUCATION, figures);
            case "localEducation" -> due(Surcharges.Kind.LOCAL_EDUCATION, figures);
            case "incomeTaxDue" -> policy.incomeTax() == null
                    ? Money.ZERO : incomeTax(figures).due();
            case "profitBefore" -> policy.incomeTax() == null || !isFirstYear()
                    ? Money.ZERO : ClosingPolicy.money(policy.incomeTax().profitBefore());
            case "taxAccruedBefore" -> policy.incomeTax() == null || !isFirstYear()
                    ? Money.ZERO : ClosingPolicy.money(policy.incomeTax().accruedBefore());
            case "exchangeGain" -> revaluation().gain();
            case "capital" -> capital(figures);
            case "distribution" -> given.distribution();
            default -> throw new IllegalArgumentException("no figure is called " + name);
        };
    }

    private boolean isFirstYear() {
        return company.company().from().year() == month.year();
    }

    private Money due(Surcharges.Kind kind, Figures figures) {
        if (company.company().taxpayer() == Company.Taxpayer.SMALL_SCALE) {
            return given.vat().get().surcharges().due(kind);
        }
        return Surcharges.ofGeneral(figures.of("surchargeBase"), figures.of("sales"),
                TaxPeriod.month(month), Place.parse(company.place()), policy.halved()).due(kind);
    }

    IncomeTax incomeTax(Figures figures) {
        ClosingPolicy.IncomeTaxTerms terms = policy.incomeTax();
        return IncomeTax.of(figures.of("profitToDate"), ClosingPolicy.money(terms.losses()),
                new IncomeTax.Size(terms.employees(), given.assets().get(), terms.restricted()),
                IncomeTaxRules.in(month));
    }

    private Money capital(Figures figures) {
        return policy.reserve() == null || policy.reserve().capital() == null
                ? figures.balance(CAPITAL).negated()
                : ClosingPolicy.money(policy.reserve().capital());
    }

    BigDecimal rate(String name) {
        return switch (name) {
            case "costRate" -> company.costOfSales().method().equals("gross-margin")
                    ? BigDecimal.ONE.subtract(company.costOfSales().rate()) : BigDecimal.ZERO;
            case "salesDutyRate" -> duty("sales");
            case "purchasesDutyRate" -> duty("purchases");
            case "capitalDutyRate" -> duty("capital");
            default -> throw new IllegalArgumentException("no rate is called " + name);
        };
    }

    private BigDecimal duty(String on) {
        if (!policy.stampDuty().contains(on)) {
            return BigDecimal.ZERO;
        }
        StampDutyRules rules = StampDutyRules.in(month);
        BigDecimal full = on.equals("capital") ? rules.capital() : rules.trade();
        return isHalved() ? full.multiply(BigDecimal.ONE.subtract(rules.halved())) : full;
    }

    private boolean isHalved() {
        return policy.halved() || company.company().taxpayer() == Company.Taxpayer.SMALL_SCALE;
    }

    boolean flag(String name) {
        return switch (name) {
            case "accruesIncomeTax" -> policy.incomeTax() != null;
            case "hasReserve" -> policy.reserve() != null;
            default -> throw new IllegalArgumentException("no fact is called " + name);
        };
    }

    String word(String name, Figures figures) {
        return switch (name) {
            case "marginRate" -> company.costOfSales().rate().toPlainString();
            case "surchargeShare" -> percent(isHalved()
                    ? BigDecimal.ONE.subtract(StampDutyRules.in(month).halved()) : BigDecimal.ONE);
            case "exchangeRates" -> revaluation().told();
            case "incomeTaxBurden" -> percent(incomeTax(figures).burden());
            case "actualProfit" -> incomeTax(figures).actualProfit().toString();
            default -> throw new IllegalArgumentException("nothing is called " + name);
        };
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    ClosingPolicy policy() {
        return policy;
    }

    Revaluation revaluation() {
        return given.revaluation().get();
    }
}
