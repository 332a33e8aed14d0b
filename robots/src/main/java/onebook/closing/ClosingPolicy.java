package onebook.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.math.BigDecimal;
import java.util.List;
import onebook.ledger.Money;

/**
 * What a company settled about its closes. What it does not name is off.
 *
 * @param halved 六税两费减半: for general taxpayers that are 小型微利企业; small-scale ones always
 * @param incomeTax null where it is not accrued
 * @param stampDuty of sales, purchases, capital
 * @param reserve null where no statutory reserve is set aside
 * @param owners among whom profit is distributed
 * @param off names of closing rules that are not for this company
 */
public record ClosingPolicy(boolean halved, IncomeTaxTerms incomeTax, List<String> stampDuty,
        Reserve reserve, List<Owner> owners, List<String> off) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> DUTIES = List.of("sales", "purchases", "capital");
    public static final ClosingPolicy NONE =
            new ClosingPolicy(false, null, null, null, null, null);

    /**
     * @param employees on average of the quarters
     * @param restricted true in an industry the state restricts or forbids
     * @param losses of earlier years still to be made up
     * @param profitBefore 利润总额 of the year before the book began; accruedBefore the tax on it
     */
    public record IncomeTaxTerms(int employees, boolean restricted, BigDecimal losses,
            BigDecimal profitBefore, BigDecimal accruedBefore) {
        public IncomeTaxTerms {
            losses = orZero(losses);
            profitBefore = orZero(profitBefore);
            accruedBefore = orZero(accruedBefore);
            require(employees >= 0 && losses.signum() >= 0, "incomeTax: employees and losses");
            money(losses);
            money(profitBefore);
            money(accruedBefore);
        }
    }

    /** @param capital 注册资本; the balance of 实收资本 where null */
    public record Reserve(BigDecimal capital) { }

    public record Owner(String name, BigDecimal share) { }

    public ClosingPolicy {
        stampDuty = stampDuty == null ? List.of() : List.copyOf(stampDuty);
        owners = owners == null ? List.of() : List.copyOf(owners);
        off = off == null ? List.of() : List.copyOf(off);
        require(DUTIES.containsAll(stampDuty), "stampDuty: of sales, purchases, capital");
        BigDecimal shares = BigDecimal.ZERO;
        for (Owner owner : owners) {
            require(owner.name() != null && !owner.name().isBlank() && owner.share() != null
                    && owner.share().signum() > 0, "owners: name and share of each");
            shares = shares.add(owner.share());
        }
        require(owners.isEmpty() || shares.compareTo(BigDecimal.ONE) == 0,
                "owners: shares that add up to 1");
        if (reserve != null && reserve.capital() != null) {
            money(reserve.capital());
        }
    }

    /** Throws {@link IllegalArgumentException} that names what is wrong. */
    public static ClosingPolicy parse(String yaml) {
        try {
            return of(YAML.readTree(yaml));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("closing: " + wrong.getOriginalMessage(), wrong);
        }
    }

    /** The part "closing" of a company.yaml; {@link #NONE} where it has none. */
    public static ClosingPolicy ofProfile(String yaml) {
        try {
            JsonNode closing = YAML.readTree(yaml).path("closing");
            return closing.isMissingNode() ? NONE : of(closing);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("closing: " + wrong.getOriginalMessage(), wrong);
        }
    }

    private static ClosingPolicy of(JsonNode node) throws JsonProcessingException {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return NONE;
        }
        return YAML.treeToValue(node, ClosingPolicy.class);
    }

    static Money money(BigDecimal amount) {
        try {
            return Money.of(amount, Money.CNY);
        } catch (ArithmeticException wrong) {
            throw new IllegalArgumentException("no amount in yuan and fen: " + amount, wrong);
        }
    }

    private static BigDecimal orZero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("closing needs " + what);
        }
    }
}
