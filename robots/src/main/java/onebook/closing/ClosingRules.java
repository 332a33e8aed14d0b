package onebook.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onebook.words.Sentence;

/** The closing rules of one kind of taxpayer, in order, with the figures they name. Immutable. */
public final class ClosingRules {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** What one file holds. */
    record File(int version, String author, List<FigureRule> figures, List<ClosingRule> rules) { }

    private final List<FigureRule> figures = new ArrayList<>();
    private final List<ClosingRule> rules = new ArrayList<>();

    private ClosingRules() { }

    /**
     * Throws {@link IllegalArgumentException} that names the rule where a YAML is not of the form
     * in templates/closing, or a rule uses what it cannot know.
     */
    public static ClosingRules of(List<String> files) {
        ClosingRules all = new ClosingRules();
        for (String text : files) {
            File file = read(text);
            all.figures.addAll(file.figures());
            all.rules.addAll(file.rules());
        }
        new ClosingRuleChecks().check(all.figures, all.rules);
        return all;
    }

    private static File read(String text) {
        try {
            File file = YAML.readValue(text, File.class);
            if (file == null || file.version() != 1 || file.figures() == null
                    || file.rules() == null) {
                throw new IllegalArgumentException(
                        "a file of closing rules has version 1, figures and rules");
            }
            return file;
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(
                    "closing rules cannot be read: " + wrong.getOriginalMessage(), wrong);
        }
    }

    /** A sealed reason in both languages; empty where no closing rule gave it. */
    public Optional<Sentence> reason(String sealed) {
        return rules.stream().flatMap(rule ->
                Sentence.worded(sealed, rule.why(), rule.english()).stream()).findFirst();
    }

    public List<FigureRule> figures() {
        return List.copyOf(figures);
    }

    public List<ClosingRule> rules() {
        return List.copyOf(rules);
    }
}
