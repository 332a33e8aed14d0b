package onebook.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.Map;

/** Where templates/closing/wages.yaml books wages, and what it calls the columns of a file. */
public record WageRules(int version, Map<String, String> expense, Map<String, String> owed,
        Map<String, Withheld> withheld, Map<String, List<String>> columns) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    public record Withheld(String account, String party) { }

    /** Throws {@link IllegalArgumentException} where the text is not of that form. */
    public static WageRules parse(String yaml) {
        try {
            return YAML.readValue(yaml, WageRules.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(
                    "wages.yaml cannot be read: " + wrong.getOriginalMessage(), wrong);
        }
    }
}
