package onebook.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import onebook.robot.Desk;
import onebook.robot.RuleList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "rules", description = "the rules that post, and who answers for each")
@Commands.Group({RulesCommand.ListAll.class, RulesCommand.Authorise.class})
final class RulesCommand {

    @Command(name = "list", description = "each rule with version, author and date")
    static final class ListAll implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Mixin
        private Output out;
        @Mixin
        private Speech speech;

        ListAll(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                RuleList.of(desk).list().forEach(rule ->
                        out.print(out.isJson() ? json(rule) : text(rule)));
                return 0;
            }
        }

        private static ObjectNode json(RuleList.Rule rule) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("rule", rule.id())
                    .put("does", rule.does().chinese())
                    .put("english", rule.does().english()).put("version", rule.version());
            rule.authority().ifPresent(one -> json.put("author", one.author())
                    .put("at", one.at().toString()));
            return json;
        }

        private String text(RuleList.Rule rule) {
            return "%-34s %s  %-12s %s".formatted(rule.id(), rule.version().substring(0, 12),
                    rule.authority().map(RuleList.Authority::author).orElse("—"),
                    speech.say(rule.does()));
        }
    }

    @Command(name = "authorise", description = "puts your name under rules as they stand")
    static final class Authorise implements Callable<Integer> {
        private final Clock clock;
        @Parameters(arity = "0..*", paramLabel = "RULE", description = "none means all")
        private List<String> rules;
        @Mixin
        private BookOption book;

        Authorise(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                RuleList.of(desk).authorise(rules == null ? List.of() : rules, book.by());
                return 0;
            }
        }
    }
}
