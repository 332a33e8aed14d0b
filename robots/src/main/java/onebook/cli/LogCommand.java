package onebook.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.robot.Desk;
import onebook.robot.OperationLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "log", description = "who did what and when (操作日志)")
final class LogCommand implements Callable<Integer> {
    private final Clock clock;
    @Mixin
    private BookOption book;
    @Mixin
    private Output out;
    @Mixin
    private Speech speech;
    @Option(names = "--from", paramLabel = "2026-03-01")
    private Optional<LocalDate> from;
    @Option(names = "--to", paramLabel = "2026-03-31")
    private Optional<LocalDate> to;
    @Option(names = "--who", paramLabel = "NAME", defaultValue = "")
    private String who;
    @Option(names = "--what", paramLabel = "TEXT", defaultValue = "")
    private String what;

    LogCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Desk desk = book.open(clock)) {
            OperationLog.of(desk).all(new OperationLog.Filter(from, to, who, what))
                    .forEach(line -> out.print(out.isJson() ? json(line) : text(line)));
            return 0;
        }
    }

    private static Object json(OperationLog.Line line) {
        return JsonNodeFactory.instance.objectNode().put("leaf", line.leaf())
                .put("at", line.at().toString()).put("who", line.who()).put("what", line.what());
    }

    private String text(OperationLog.Line line) {
        return "%s  %-10s  %s".formatted(LocalDateTime.ofInstant(line.at(),
                ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.SECONDS),
                plain(line.who()), plain(speech.say(line.said())));
    }

    /** Reasons are other people's words; one line of the log stays one line. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}|[\\u2028-\\u202e\\u2066-\\u2069]", "\ufffd");
    }
}
