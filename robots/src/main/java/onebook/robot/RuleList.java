package onebook.robot;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onebook.ledger.Refusal;
import onebook.words.Sentence;

/**
 * The rules that post without anybody looking, each with its version and with the person who
 * answers for it (财会〔2024〕12号 21条: 自动审核规则可查询、可校验、可追溯, authorised by a named person).
 */
public final class RuleList {
    private final Desk desk;

    /**
     * A rule.
     *
     * @param does one sentence, in both languages
     * @param version SHA-256 of its text, so that a changed rule is another rule
     * @param authority who let it post; empty where nobody did, or somebody who no longer may
     */
    public record Rule(String id, Sentence does, String version, Optional<Authority> authority) { }

    /** Somebody who answers for a rule, since when. */
    public record Authority(String author, Instant at) { }

    private RuleList(Desk desk) {
        this.desk = desk;
    }

    public static RuleList of(Desk desk) {
        return new RuleList(desk);
    }

    public List<Rule> list() {
        synchronized (desk) {
            desk.book().session().mayRead();
            return desk.book().session().rules();
        }
    }

    /** Puts a name under rules as they stand; an empty list means all of them. */
    public void authorise(List<String> ids, String by) {
        synchronized (desk) {
            OpenBook open = desk.book();
            open.mayWrite(Duty.AUTHORISE, by);
            open.session().cashierKeepsOut(by);
            List<Rule> chosen = list().stream()
                    .filter(rule -> ids.isEmpty() || ids.contains(rule.id())).toList();
            ids.stream().filter(id -> chosen.stream().noneMatch(rule -> rule.id().equals(id)))
                    .findFirst().ifPresent(id -> {
                        throw new RefusedException(Refusal.NO_RULE_KNOWS_THIS, id);
                    });
            open.journal().transaction(() -> {
                chosen.forEach(rule -> seal(open, rule, by));
                open.operation(by, "authorise rules "
                        + String.join(", ", chosen.stream().map(Rule::id).toList()));
                open.checkpoint();
                return null;
            });
            open.session().forgetRules();
        }
    }

    private static void seal(OpenBook open, Rule rule, String by) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", rule.id());
        body.put("text_sha256", rule.version());
        body.put("who", by);
        body.put("at", open.clock().instant().toString());
        open.journal().leaf("rule", "", body, List.of());
    }
}
