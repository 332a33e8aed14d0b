package onebook.robot;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import onebook.closing.ClosingRule;
import onebook.closing.ClosingRules;
import onebook.rules.PostingRule;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.seal.Sha256;
import onebook.store.OperationTable;
import onebook.store.SqliteJournal;
import onebook.words.Sentence;

/**
 * Which rules there are, in which version, and who answers for each: the leaves of kind "rule". A
 * rule whose text changed since is authorised by nobody.
 */
final class Authorities {
    private static final String BY_CATEGORY = "by-category";

    /**
     * A rule that is part of the program.
     *
     * @param data the template it books by; empty where it needs none
     */
    record BuiltIn(String id, String does, String english, Optional<String> data) { }

    private final Map<String, RuleList.Rule> rules = new LinkedHashMap<>();

    Authorities(SqliteJournal journal, CompanyRules company) {
        Map<String, RuleList.Authority> given = new HashMap<>();
        OperationTable.of(journal).ofRules().stream().filter(SealedTexts::isAuthority)
                .forEach(leaf -> given.put(
                        text(leaf, "id") + " " + text(leaf, "text_sha256"), authority(leaf)));
        String categories = Templates.text("rules/categories.yaml");
        for (PostingRule rule : company.posting().rules()) {
            boolean isByCategory = rule.lines().stream().map(PostingRule.Line::account)
                    .anyMatch(BY_CATEGORY::equals);
            add(rule.id(), rule.reason(), Json.write(rule) + (isByCategory ? categories : ""),
                    given);
        }
        for (BuiltIn rule : Json.yaml(Templates.text("rules/built-in.yaml"), BuiltIn[].class)) {
            add(rule.id(), new Sentence(rule.does(), rule.english()), Json.write(rule)
                    + rule.data().map(Templates::text).orElse(""), given);
        }
        closing(company.closing(), given);
    }

    /** Entries of several closing rules may name one, as those that end a year do. */
    private void closing(ClosingRules closing, Map<String, RuleList.Authority> given) {
        String figures = Json.write(closing.figures());
        Map<String, List<ClosingRule>> named = closing.rules().stream().collect(
                Collectors.groupingBy(ClosingRule::rule, LinkedHashMap::new, Collectors.toList()));
        named.forEach((id, rules) -> add(id, rules.get(0).reason(), Json.write(rules) + figures,
                given));
    }

    private void add(String id, Sentence does, String text, Map<String, RuleList.Authority> given) {
        String version = Sha256.hex(text);
        rules.put(id, new RuleList.Rule(id, does, version,
                Optional.ofNullable(given.get(id + " " + version))));
    }

    private static RuleList.Authority authority(Leaf leaf) {
        return new RuleList.Authority(text(leaf, "who"), Instant.parse(text(leaf, "at")));
    }

    private static String text(Leaf leaf, String key) {
        if (leaf.body().get(key) instanceof String text) {
            return text;
        }
        throw new MalformedException("a rule without " + key);
    }

    List<RuleList.Rule> all() {
        return List.copyOf(rules.values());
    }

    Optional<RuleList.Rule> find(String id) {
        return Optional.ofNullable(rules.get(id));
    }
}
