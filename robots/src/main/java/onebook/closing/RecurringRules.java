package onebook.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.math.BigDecimal;
import java.util.Map;

/** What templates/closing/recurring.yaml says of assets and loans. */
public record RecurringRules(int version, Interest interest, Map<String, Kind> kinds,
        Clearing clearing, Map<String, Life> lives, Map<String, BigDecimal> residual) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** Where the interest of a loan is accrued. */
    public record Interest(String expense, String owed, String summary) { }

    /**
     * How one kind of asset is written off.
     *
     * @param account of the asset; also what a card's account must stand within
     * @param to where what was written off is collected; the asset's own account where it is direct
     * @param starts "next-month" or "same-month" as bought
     * @param ends "same-month" or "month-before" the disposal
     * @param leaves where the rest goes when the asset goes
     */
    public record Kind(String account, String to, String expense, String starts, String ends,
            String leaves, String summary, String source) {
        boolean startsNextMonth() {
            return starts.equals("next-month");
        }

        boolean endsWithDisposal() {
            return ends.equals("same-month");
        }

        boolean isDirect() {
            return to.equals(account);
        }
    }

    /** 固定资产清理 and what becomes of its balance. */
    public record Clearing(String account, String gain, String loss) { }

    public record Life(int months, String name) { }

    /** Throws {@link IllegalArgumentException} where the text is not of that form. */
    public static RecurringRules parse(String yaml) {
        try {
            RecurringRules rules = YAML.readValue(yaml, RecurringRules.class);
            if (rules.version != 1 || rules.interest == null || rules.kinds == null
                    || rules.clearing == null || rules.lives == null || rules.residual == null) {
                throw new IllegalArgumentException("recurring.yaml lacks something");
            }
            return rules;
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(
                    "recurring.yaml cannot be read: " + wrong.getOriginalMessage(), wrong);
        }
    }

    Kind kind(String name) {
        Kind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of asset is called " + name);
        }
        return kind;
    }
}
