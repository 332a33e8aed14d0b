package onebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import onebook.robot.Desk;
import onebook.robot.Robot;
import onebook.robot.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "robot", description = "robots that propose, post and can be undone")
@Commands.Group({RobotCommand.ListAll.class, RobotCommand.Run.class, RobotCommand.Undo.class,
            ServeCommand.class})
final class RobotCommand {

    @Command(name = "list", description = "the robots there are")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private Speech speech;

        @Override
        public Integer call() {
            for (Robot robot : Desk.robots()) {
                System.out.printf("%-12s %-16s %-18s %s%n", robot.name(),
                        robot.title().get(speech.code()),
                        robot.schedule().isEmpty() ? "when asked" : robot.schedule(),
                        String.join(" → ", robot.steps()));
            }
            return 0;
        }
    }

    @Command(name = "run", description = "runs a robot, or shows what it would do")
    static final class Run implements Callable<Integer> {
        private final Clock clock;
        @Parameters(index = "0", paramLabel = "NAME")
        private String name;
        @Parameters(index = "1..*", paramLabel = "FILE",
                description = "files instead of the inbox folder")
        private List<Path> files;
        @Mixin
        private BookOption book;
        @Mixin
        private Output out;
        @Mixin
        private Speech speech;
        @Option(names = "--dry-run", description = "change nothing")
        private boolean isDryRun;
        @Spec
        private CommandSpec spec;

        Run(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            Arguments.given(spec, files == null ? List.of() : files);
            try (Desk desk = book.open(clock)) {
                RunReport report = files == null
                        ? desk.run(name, isDryRun, book.by(), out.progress())
                        : desk.run(name, files, isDryRun, book.by(), out.progress());
                desk.said(report).forEach(line -> out.print(speech.say(line)));
                if (!report.id().isEmpty()) {
                    System.err.println("run " + report.id());
                }
                return report.waiting() > 0 ? Main.WAITS : 0;
            }
        }
    }

    @Command(name = "undo", description = "takes back in red what a run posted")
    static final class Undo implements Callable<Integer> {
        private final Clock clock;
        @Parameters(index = "0", paramLabel = "RUN")
        private String run;
        @Mixin
        private BookOption book;
        @Mixin
        private Output out;
        @Mixin
        private Speech speech;

        Undo(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            try (Desk desk = book.open(clock)) {
                desk.said(desk.undo(run, book.by()))
                        .forEach(line -> out.print(speech.say(line)));
                return 0;
            }
        }
    }
}
