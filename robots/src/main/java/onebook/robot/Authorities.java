package onebook.robot;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.rules.PostingRule;
import onebook.rules.RuleBook;
import onebook.seal.Leaf;
import onebook.seal.MalformedException;
import onebook.store.OperationTable;
import onebook.store.SqliteJournal;

/**
 * Which rules there are, in which version, and who answers for each: the leaves of kind "rule". A
 * rule whose text changed since is authorised by nobody.
 */
final class Authorities {
    private static final String BY_CATEGORY = "by-category";

    /** A rule that is part of the program. */
    record BuiltIn(String id, String does) { }

    private final Map<String, RuleList.Rule> rules = new LinkedHashMap<>();

    Authorities(SqliteJournal journal, RuleBook book) {
        Map<String, RuleList.Authority> given = new HashMap<>();
        OperationTable.of(journal).ofRules().forEach(leaf -> given.put(
                text(leaf, "id") + " " + text(leaf, "text_sha256"), authority(leaf)));
        String categories = Templates.text("rules/categories.yaml");
        for (PostingRule rule : book.rules()) {
            boolean isByCategory = rule.lines().stream().map(PostingRule.Line::account)
                    .anyMatch(BY_CATEGORY::equals);
            add(rule.id(), rule.why(), Json.write(rule) + (isByCategory ? categories : ""), given);
        }
        for (BuiltIn rule : Json.yaml(Templates.text("rules/built-in.yaml"), BuiltIn[].class)) {
            add(rule.id(), rule.does(), Json.write(rule), given);
        }
    }

    private void add(String id, String does, String text, Map<String, RuleList.Authority> given) {
        String version = Sha256.of(text);
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
