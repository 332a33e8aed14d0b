package onebook.tax;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import onebook.ledger.Period;

/**
 * 印花税 of one time, from {@code templates/tax/stamp-duty.yaml}.
 *
 * @param trade on 买卖合同, 0.0003
 * @param capital on what 实收资本 and 资本公积 grow by, 0.00025
 * @param halved the share taken off, 0.50
 */
public record StampDutyRules(
        String source, BigDecimal trade, BigDecimal capital, BigDecimal halved) {
    private static final RuleFile<StampDutyRules> STANDARD =
            new RuleFile<>("stamp-duty", StampDutyRules::of);

    /** Throws {@link IllegalArgumentException} where no section holds in that month. */
    public static StampDutyRules in(Period month) {
        return STANDARD.in(month);
    }

    private static StampDutyRules of(JsonNode node) {
        return new StampDutyRules(RuleFile.text(node, "source"), RuleFile.rate(node, "trade"),
                RuleFile.rate(node, "capital"), RuleFile.rate(node, "halved"));
    }
}
