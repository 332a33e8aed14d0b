package onebook.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.math.BigDecimal;
import java.util.List;
import onebook.ledger.AccountCode;

/** What templates/closing/checks.yaml asks of the accounts. */
public record CheckRules(int version, List<String> cash, List<String> eitherSide,
        List<String> emptyAtYearEnd, List<String> normallyEmpty, List<String> vatTax,
        BigDecimal vatTolerance) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** Throws {@link IllegalArgumentException} where the text is not of that form. */
    public static CheckRules parse(String yaml) {
        try {
            CheckRules rules = YAML.readValue(yaml, CheckRules.class);
            if (rules.version != 1 || rules.cash == null || rules.eitherSide == null
                    || rules.emptyAtYearEnd == null || rules.normallyEmpty == null
                    || rules.vatTax == null || rules.vatTolerance == null) {
                throw new IllegalArgumentException("checks.yaml lacks something, or is not of "
                        + "version 1");
            }
            return rules;
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(
                    "checks.yaml cannot be read: " + wrong.getOriginalMessage(), wrong);
        }
    }

    boolean mayStandOnEitherSide(AccountCode code) {
        return eitherSide.stream().map(AccountCode::of).anyMatch(code::isWithin);
    }
}
