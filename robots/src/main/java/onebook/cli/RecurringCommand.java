package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import onebook.closing.RecurringItem;
import onebook.ledger.Period;
import onebook.ledger.Proposal;
import onebook.robot.Desk;
import onebook.robot.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "recurring",
        description = "fixed assets, and entries, loans and wages that come back every month")
@Commands.Group({RecurringCommand.ListAll.class, RecurringCommand.Add.class,
            RecurringCommand.Remove.class, RecurringCommand.Dispose.class,
            RecurringCommand.Run.class, RecurringCommand.Wages.class})
final class RecurringCommand {

    @Command(name = "list", description = "what there is, and what a month still lacks")
    static final class ListAll implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Option(names = "--period", paramLabel = "2026-03")
        private Optional<Period> period;
        @Mixin
        private Speech speech;

        ListAll(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                for (RecurringItem item : desk.recurring().items()) {
                    System.out.println(speech.say(item.told()));
                }
                period.map(desk.recurring()::due).ifPresent(due -> {
                    for (Proposal draft : due) {
                        System.out.println("due " + draft.date() + " " + draft.summary() + " "
                                + draft.postings().get(0).amount() + "  "
                                + speech.say(desk.reason(draft.why())));
                    }
                });
                return 0;
            }
        }
    }

    @Command(name = "add", description = "adds the assets, entries and loans of a YAML")
    static final class Add implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Parameters(index = "0", paramLabel = "FILE", converter = Arguments.Given.class)
        private Path file;
        @Mixin
        private Speech speech;

        Add(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                desk.recurring().add(TextFile.read(file), book.by())
                        .forEach(item -> System.out.println("+ " + speech.say(item.told())));
                return 0;
            }
        }
    }

    @Command(name = "remove", description = "books it no more; what it booked stays")
    static final class Remove implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Parameters(index = "0", paramLabel = "ID")
        private String id;

        Remove(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                desk.recurring().remove(id, book.by());
                System.out.println("- " + id);
                return 0;
            }
        }
    }

    @Command(name = "dispose", description = "an asset goes: sold, scrapped or lost")
    static final class Dispose implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Parameters(index = "0", paramLabel = "ID")
        private String id;
        @Option(names = "--date", required = true, paramLabel = "2026-03-15")
        private LocalDate date;
        @Option(names = "--cleared", paramLabel = "2026-03",
                description = "month in which its 固定资产清理 is settled")
        private Optional<Period> cleared;

        Dispose(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                desk.recurring().dispose(id, date, cleared, book.by());
                System.out.println("- " + id + " " + date);
                return 0;
            }
        }
    }

    @Command(name = "run", description = "books what a month lacks; a second time nothing")
    static final class Run implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Mixin
        private Speech speech;
        @Option(names = "--period", required = true, paramLabel = "2026-03")
        private Period period;
        @Option(names = "--dry-run", description = "change nothing")
        private boolean isDryRun;

        Run(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                return print(desk, desk.recurring().run(period, isDryRun, book.by()), speech);
            }
        }
    }

    @Command(name = "wages", description = "books the wages of a month by a table, once")
    static final class Wages implements Callable<Integer> {
        private final Clock clock;
        @Mixin
        private BookOption book;
        @Mixin
        private Speech speech;
        @Parameters(index = "0", paramLabel = "TABLE.xlsx|csv", converter = Arguments.Given.class)
        private Path table;
        @Option(names = "--period", required = true, paramLabel = "2026-03")
        private Period period;
        @Option(names = "--dry-run", description = "change nothing")
        private boolean isDryRun;

        Wages(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                return print(desk, desk.recurring().wages(table, period, isDryRun, book.by()),
                        speech);
            }
        }
    }

    private static int print(Desk desk, RunReport report, Speech speech) {
        desk.said(report).stream().filter(line -> !line.english().startsWith("?"))
                .forEach(line -> System.out.println(speech.say(line)));
        return report.diff().stream().anyMatch(line -> line.startsWith("!")) ? Main.WAITS : 0;
    }
}
