package onebook.closing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import onebook.ledger.Period;

/**
 * What a person writes of assets, entries and loans: a YAML with lists of those names. Each item is
 * kept as a line of JSON of its own.
 */
public final class RecurringFile {
    private static final int MOST_ITEMS = 1000;

    private final RecurringRules rules;
    private final ObjectMapper yaml;
    private final ObjectMapper json;

    /** An item with the line it is kept as. */
    public record Kept(RecurringItem item, String text) { }

    public RecurringFile(RecurringRules rules) {
        this.rules = rules;
        this.yaml = prepared(new ObjectMapper(new YAMLFactory()));
        this.json = prepared(new ObjectMapper());
    }

    private static ObjectMapper prepared(ObjectMapper mapper) {
        SimpleModule months = new SimpleModule();
        months.addDeserializer(Period.class, new JsonDeserializer<>() {
            @Override
            public Period deserialize(JsonParser parser, DeserializationContext context)
                    throws IOException {
                return Period.parse(parser.getText());
            }
        });
        return mapper.registerModule(new JavaTimeModule()).registerModule(months);
    }

    /** Throws {@link IllegalArgumentException} that says which item needs what. */
    public List<Kept> read(String text) {
        try {
            JsonNode root = yaml.readTree(text);
            if (root == null || !root.isObject()) {
                throw new IllegalArgumentException("a file with lists of assets, entries, loans");
            }
            List<Kept> kept = new ArrayList<>();
            for (var part : root.properties()) {
                String name = switch (part.getKey()) {
                    case "assets" -> "asset";
                    case "entries" -> "entry";
                    case "loans" -> "loan";
                    default -> throw new IllegalArgumentException(
                            "assets, entries or loans, not " + part.getKey());
                };
                for (JsonNode node : part.getValue()) {
                    String line = json.writeValueAsString(
                            json.createObjectNode().set(name, node));
                    kept.add(new Kept(item(line), line));
                }
            }
            if (kept.isEmpty() || kept.size() > MOST_ITEMS) {
                throw new IllegalArgumentException("a file with 1 to " + MOST_ITEMS + " items");
            }
            return kept;
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
        }
    }

    /** The card with the rules that complete it, which no card names itself. */
    private JsonNode ruled(JsonNode card) {
        if (!(card instanceof ObjectNode object) || object.has("rules")) {
            throw new IllegalArgumentException("a card with an id, a name and what it costs");
        }
        object.putPOJO("rules", rules);
        return object;
    }

    /** The item of a line that is kept. */
    public RecurringItem item(String line) {
        try {
            JsonNode root = json.readTree(line);
            return root.has("asset") ? json.treeToValue(ruled(root.get("asset")), FixedAsset.class)
                    : root.has("loan") ? json.treeToValue(ruled(root.get("loan")), Loan.class)
                    : json.treeToValue(root.path("entry"), StandingEntry.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
        }
    }

    /**
     * The line of an asset that went.
     *
     * @param cleared the month in which its 固定资产清理 is settled; null where it is not yet
     */
    public String disposed(String line, LocalDate day, Period cleared) {
        try {
            ObjectNode root = (ObjectNode) json.readTree(line);
            if (!root.has("asset")) {
                throw new IllegalArgumentException("only an asset is disposed of");
            }
            ObjectNode asset = (ObjectNode) root.get("asset");
            asset.put("disposed", day.toString());
            if (cleared != null) {
                asset.put("cleared", cleared.toString());
            }
            String gone = json.writeValueAsString(root);
            item(gone);
            return gone;
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
        }
    }
}
