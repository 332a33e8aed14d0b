package onebook.cli;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.ledger.Account.Dimension;
import onebook.robot.Desk;
import onebook.robot.DimensionRegister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "dimension", description = "departments, projects and people that lines are "
        + "kept by")
@Commands.Group({DimensionCommand.All.class, DimensionCommand.Add.class})
final class DimensionCommand {
    private static final String KINDS =
            "customer|supplier|employee|department|project|bank_account";

    private DimensionCommand() { }

    @Command(name = "list", description = "what is in the registers, and what lines name besides")
    static final class All implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Mixin
        private Output out;
        @Mixin
        private Speech speech;
        @Option(names = "--kind", paramLabel = KINDS)
        private Optional<Dimension> kind;

        All(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                new DimensionRegister(desk).all().stream()
                        .filter(value -> kind.map(one -> one == value.dimension()).orElse(true))
                        .forEach(this::print);
            }
            return 0;
        }

        private void print(DimensionRegister.Value value) {
            String name = value.dimension().name().toLowerCase(Locale.ROOT);
            if (!out.isJson()) {
                out.print(speech.say("%-12s %s  %d 行%s", "%-12s %s  %d lines%s").formatted(name,
                        value.name(), value.lines(), value.isRegistered() ? ""
                                : speech.say("，未登记", ", not in the register")));
                return;
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("kind", name);
            json.put("name", value.name());
            json.put("registered", value.isRegistered());
            json.put("lines", value.lines());
            out.json(json);
        }
    }

    @Command(name = "add", description = "one more, sealed with who added it")
    static final class Add implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Option(names = "--kind", required = true, paramLabel = KINDS)
        private Dimension kind;
        @Parameters(paramLabel = "NAME")
        private String name;

        Add(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                new DimensionRegister(desk).add(kind, name, book.by());
            }
            return 0;
        }
    }
}
